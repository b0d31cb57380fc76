//! Answers word for word, from `zendesk-facts.md`.

use ferry_protocol::Outcome;

const HTML: &str = "<!DOCTYPE html><title>Sign in</title>";

pub(crate) const FIELDS: &str = r#"{"ticket_fields":[
    {"id":1,"type":"tagger","custom_field_options":[{"id":2,"name":"Red","value":"field_red"}]},
    {"id":3,"type":"checkbox","tag":"field_checked"}],"next_page":null}"#;

pub(crate) fn json(status: u16, body: &str) -> Outcome {
    response(status, "application/json", None, body)
}

pub(crate) fn html() -> Outcome {
    response(200, "text/html", None, HTML)
}

pub(crate) fn closed() -> Outcome {
    json(
        422,
        r#"{"error":"RecordInvalid","description":"Record validation errors",
            "details":{"status":[{"description":"closed prevents ticket update"}]}}"#,
    )
}

pub(crate) fn with_retry_after(status: u16, retry_after: Option<u32>) -> Outcome {
    response(status, "text/plain", retry_after, "Too many")
}

fn response(status: u16, content_type: &str, retry_after: Option<u32>, body: &str) -> Outcome {
    let (content_type, body) = (content_type.to_owned(), body.to_owned());
    Outcome::Response {
        status,
        content_type,
        retry_after,
        api_warn: None,
        body,
    }
}
