//! Whatever Zendesk, or something in its place, answers: a value or an error, and an end.

#![no_main]

use ferry_fuzz::{HOST, TICKET, at_once};
use ferry_protocol::{ApiCall, Outcome};
use ferry_zendesk::{Client, Transport};
use libfuzzer_sys::fuzz_target;

/// Gives the same answer to every call.
struct Says(Outcome);

impl Transport for Says {
    async fn send(&self, _: ApiCall) -> Outcome {
        self.0.clone()
    }
}

fuzz_target!(|input: (u8, &str)| {
    let (head, body) = input;
    let status = [
        200, 200, 200, 204, 400, 401, 403, 404, 409, 422, 429, 500, 503,
    ];
    let outcome = Outcome::Response {
        status: status[usize::from(head >> 1) % status.len()],
        content_type: if head & 1 == 0 {
            "application/json"
        } else {
            "text/html"
        }
        .to_owned(),
        retry_after: None,
        api_warn: Some(body.to_owned()),
        body: body.to_owned(),
    };
    let client = Client::new(Says(outcome), HOST);
    at_once(async {
        told(client.ticket(TICKET).await);
        told(client.organization(1).await);
        told(client.user(1).await);
        told(client.me().await.map(|me| me.rights()));
        told(client.ticket_forms().await);
        told(client.ticket_fields().await);
        told(client.tags(TICKET).await);
        told(client.search("x", 1).await);
        let mut comments = client.comments(TICKET);
        while comments.more().await.unwrap_or_default() {}
        let conversation = comments.into_conversation();
        let mut numbers: Vec<u64> = conversation
            .comments
            .iter()
            .map(|comment| comment.id)
            .filter(|id| *id != 0)
            .collect();
        numbers.sort_unstable();
        assert!(
            numbers.windows(2).all(|pair| pair[0] != pair[1]),
            "a comment twice"
        );
    });
});

/// An error is always in words, and what Zendesk said in them is short and without control signs.
fn told<T>(answer: Result<T, ferry_zendesk::Error>) {
    let Err(error) = answer else { return };
    let said = error.to_string();
    assert!(said.len() > 20 && said.chars().count() < 1_000, "{said}");
    assert!(!said.chars().any(char::is_control), "{said:?}");
}
