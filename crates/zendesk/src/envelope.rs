//! From what came back to a value or an error, through every envelope that Zendesk uses.

use ferry_protocol::Outcome;
use serde_json::Value;

use crate::error::{About, ConflictCause, Error, Fault};
use crate::tags::Changes;
use crate::warn;

/// As much of Zendesk's own words as goes into a message.
const MAX_TEXT: usize = 200;

/// Reads the answer to a reading call.
pub(crate) fn value(about: About, outcome: Outcome) -> Result<Value, Error> {
    let response = response(about, outcome)?;
    serde_json::from_str(&response.body).map_err(|_| Error::new(about, Fault::Garbled))
}

/// Reads the answer to a tag call: the keys of ours that Zendesk says it ignored.
///
/// The body is not looked at: 200 with tags and 204 without are both fine, and what became of the
/// ticket is read again in any case.
pub(crate) fn written(about: About, outcome: Outcome) -> Result<Vec<String>, Error> {
    let response = response(about, outcome)?;
    Ok(warn::named_keys(response.api_warn.as_deref()))
}

/// Picks `field` out of an answer.
pub(crate) fn take(about: About, value: &mut Value, field: &'static str) -> Result<Value, Error> {
    let found = value.get_mut(field).map(Value::take);
    found.ok_or(Error::new(about, Fault::Missing { field }))
}

struct Response {
    api_warn: Option<String>,
    body: String,
}

fn response(about: About, outcome: Outcome) -> Result<Response, Error> {
    let fault = match outcome {
        Outcome::NoResponse => Fault::NoResponse,
        Outcome::Refused { reason } => Fault::OtherTicket { reason },
        Outcome::Response {
            status,
            content_type,
            retry_after,
            api_warn,
            body,
        } => match status {
            204 => return Ok(Response { api_warn, body }),
            200..=299 if content_type.ends_with("json") => return Ok(Response { api_warn, body }),
            200..=299 => Fault::NotJson { content_type },
            _ => failure(status, retry_after, &body),
        },
    };
    Err(Error { about, fault })
}

/// The status decides; the body, if it is JSON at all, says which of several cases it is.
fn failure(status: u16, seconds: Option<u32>, body: &str) -> Fault {
    let body = serde_json::from_str(body).unwrap_or(Value::Null);
    match status {
        401 => Fault::SignedOut,
        403 => Fault::Forbidden,
        404 | 410 => Fault::NotFound,
        409 if body["error"] == "DatabaseConflict" => conflict(ConflictCause::Database),
        409 => conflict(ConflictCause::Update),
        422 => validation(&body),
        400 => Fault::Invalid {
            field: None,
            text: text(&body),
        },
        429 => Fault::RateLimited { seconds },
        500..=599 => Fault::Unavailable { status, seconds },
        _ => Fault::Status { status },
    }
}

fn conflict(cause: ConflictCause) -> Fault {
    Fault::Conflict {
        cause,
        changes: Changes::default(),
    }
}

/// `{"details":{"status":[{"description":"closed prevents ticket update"}]}}`.
fn validation(body: &Value) -> Fault {
    let first = body["details"]
        .as_object()
        .and_then(|details| details.iter().next());
    let Some((field, problems)) = first else {
        return Fault::Invalid {
            field: None,
            text: text(body),
        };
    };
    let said = text(&problems[0]);
    if field == "status" && said.contains("closed") {
        return Fault::Closed;
    }
    Fault::Invalid {
        field: Some(shown(field)),
        text: said,
    }
}

/// What an error body says, in whichever of the known shapes.
fn text(body: &Value) -> String {
    let places = [
        &body["description"],
        &body["error"]["message"],
        &body["error"]["title"],
        &body["errors"][0]["detail"],
        &body["errors"][0]["title"],
        &body["errors"][0]["code"],
        &body["message"],
        &body["error"],
    ];
    let said = places.iter().find_map(|place| place.as_str());
    said.map_or_else(|| "no reason given".to_owned(), shown)
}

/// Short and without control or direction characters: it is going to stand in a sentence.
fn shown(text: &str) -> String {
    let visible = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(visible).take(MAX_TEXT).collect()
}
