//! Every fault does what it says.

use std::time::{Duration, Instant};

use ferry_sandbox::{Effect, Event, Fault, When};
use serde_json::{Value, json};

use crate::client::{Answer, Client, ids};

const TAGS: &str = "/api/v2/tickets/1005/tags";
const COMMENTS: &str = "/api/v2/tickets/1013/comments";

fn remove(client: &Client) -> Result<Answer, ureq::Error> {
    client.ask("DELETE", TAGS, Some(r#"{"tags": ["sub_sm_ultimate"]}"#))
}

fn is_there(client: &Client) -> bool {
    client
        .control()
        .tags(1005)
        .contains(&"sub_sm_ultimate".to_owned())
}

fn with(effect: Effect) -> Client {
    let client = Client::agent();
    client
        .control()
        .fault(Fault::on("DELETE", "/api/v2/tickets/*/tags", effect));
    client
}

fn comments(effect: Effect, query: &str) -> Value {
    let client = Client::agent();
    client.control().fault(Fault::on("GET", COMMENTS, effect));
    client
        .get(&format!("{COMMENTS}?page[size]=100{query}"))
        .json()
}

#[test]
fn latency() {
    let client = with(Effect::Latency { milliseconds: 300 });
    let start = Instant::now();
    assert_eq!(remove(&client).unwrap().status, 200);
    assert!(start.elapsed() >= Duration::from_millis(300));
}

#[test]
fn timeouts_before_and_after_the_write() {
    let client = with(Effect::TimeoutBefore { milliseconds: 50 });
    assert!(remove(&client).is_err() && is_there(&client));
    assert_eq!(client.control().requests().last().unwrap().status, None);
    let client = with(Effect::TimeoutAfter { milliseconds: 50 });
    assert!(remove(&client).is_err() && !is_there(&client));
}

#[test]
fn statuses() {
    for status in [401, 403, 404, 409, 422, 500, 503] {
        let client = with(Effect::Status {
            status,
            retry_after: None,
        });
        assert_eq!(remove(&client).unwrap().status, status);
        assert!(is_there(&client), "{status} does nothing");
        assert_eq!(remove(&client).unwrap().status, 200, "only once");
    }
    for status in [429, 503] {
        let client = with(Effect::Status {
            status,
            retry_after: Some(7),
        });
        assert_eq!(remove(&client).unwrap().header("retry-after"), Some("7"));
    }
}

/// `{"error":"DatabaseConflict","description":"Database collision"}`
#[test]
fn both_conflicts() {
    let answer = remove(&with(Effect::DatabaseConflict)).unwrap();
    assert_eq!(answer.status, 409);
    assert_eq!(
        answer.json(),
        json!({"error": "DatabaseConflict", "description": "Database collision"})
    );
    let answer = remove(&with(Effect::Status {
        status: 409,
        retry_after: None,
    }))
    .unwrap();
    assert_eq!(answer.json()["error"], "UpdateConflict");
}

#[test]
fn spoiled_answers() {
    for (effect, kind) in [
        (Effect::TruncatedJson, "application/json"),
        (Effect::MalformedJson, "application/json"),
        (Effect::Html { status: 200 }, "text/html"),
        (Effect::Html { status: 502 }, "text/html"),
    ] {
        let answer = remove(&with(effect)).unwrap();
        assert!(answer.header("content-type").unwrap().starts_with(kind));
        assert!(serde_json::from_str::<Value>(&answer.text).is_err());
    }
    let answer = remove(&with(Effect::WrongContentType)).unwrap();
    assert!(
        answer
            .header("content-type")
            .unwrap()
            .starts_with("text/plain")
    );
    assert_eq!(
        remove(&with(Effect::WrongShape)).unwrap().json(),
        json!({"tags": null})
    );
    let answer = remove(&with(Effect::RedirectToSignIn)).unwrap();
    assert_eq!(answer.status, 302);
}

#[test]
fn spoiled_pages() {
    let whole = comments(Effect::Latency { milliseconds: 0 }, "");
    let empty = comments(Effect::EmptyPage, "");
    assert_eq!(
        (ids(&empty).len(), &empty["meta"]["has_more"]),
        (0, &json!(true))
    );

    let after = whole["meta"]["after_cursor"]
        .as_str()
        .unwrap()
        .replace('=', "%3D");
    let again = comments(Effect::DuplicatePage, &format!("&page[after]={after}"));
    assert_eq!(ids(&again), ids(&whole));

    let mut shuffled = ids(&comments(Effect::ShuffledPage, ""));
    assert!(!shuffled.is_sorted());
    shuffled.sort_unstable();
    assert_eq!(shuffled, ids(&whole));

    let foreign = comments(
        Effect::ForeignNext {
            origin: "https://evil.example".to_owned(),
        },
        "",
    );
    assert!(
        foreign["links"]["next"]
            .as_str()
            .unwrap()
            .starts_with("https://evil.example/api/v2/")
    );

    let client = Client::agent();
    client
        .control()
        .fault(Fault::on("GET", COMMENTS, Effect::EndlessPages).times(0));
    let last = client
        .get(&format!(
            "{COMMENTS}?page[size]=100&page[after]=eyJvIjoicG9zaXRpb24iLCJ2IjoyNTB9"
        ))
        .json();
    assert_eq!(
        (ids(&last).len(), &last["meta"]["has_more"]),
        (0, &json!(true))
    );
}

/// "If it names `updated_stamp`, `safe_update` or `tags`, the write was not protected, or not done."
#[test]
fn warned_keys_have_no_effect() {
    let client = with(Effect::ApiWarn {
        keys: vec!["updated_stamp".to_owned(), "safe_update".to_owned()],
    });
    let answer = client.safely("DELETE", 1005, &["sub_sm_ultimate"], "2001-01-01T00:00:00Z");
    assert_eq!(answer.status, 200, "the old stamp did not protect");
    assert!(
        answer
            .header("x-zendesk-api-warn")
            .unwrap()
            .contains("[\"updated_stamp\", \"safe_update\"]")
    );
    let client = with(Effect::ApiWarn {
        keys: vec!["tags".to_owned()],
    });
    assert_eq!(remove(&client).unwrap().status, 200);
    assert!(is_there(&client));
}

#[test]
fn something_happens_between_two_requests() {
    let what = Event::OtherAgent {
        ticket: 1005,
        add_tags: vec!["vip".to_owned()],
        remove_tags: Vec::new(),
        status: None,
        note: Some("Mine.".to_owned()),
        reply: None,
    };
    let client = with(Effect::Happens {
        when: When::Before,
        what: what.clone(),
    });
    let stamp = client.stamp(1005);
    assert_eq!(
        client
            .safely("DELETE", 1005, &["sub_sm_ultimate"], &stamp)
            .status,
        409
    );
    let client = with(Effect::Happens {
        when: When::After,
        what,
    });
    assert_eq!(
        client
            .safely("DELETE", 1005, &["sub_sm_ultimate"], &client.stamp(1005))
            .status,
        200
    );
    assert!(client.control().tags(1005).contains(&"vip".to_owned()));
    assert_eq!(
        client.get("/api/v2/tickets/1005/comments").json()["count"],
        4
    );
}

#[test]
fn tickets_change_in_other_ways() {
    let client = Client::agent();
    let happen = |event: Event| client.control().happen(&event);
    happen(Event::CommentRedacted {
        ticket: 1001,
        position: Some(0),
    });
    let first =
        client.get("/api/v2/tickets/1001/comments").json()["comments"][0]["plain_body"].clone();
    assert!(first.as_str().unwrap().starts_with('▇'));
    happen(Event::Merged {
        ticket: 1001,
        into: 1002,
    });
    assert_eq!(
        client.get("/api/v2/tickets/1001").json()["ticket"]["status"],
        "closed"
    );
    happen(Event::Deleted { ticket: 1003 });
    assert_eq!(client.get("/api/v2/tickets/1003").status, 404);
    happen(Event::OrganizationSet {
        ticket: 1004,
        organization: None,
    });
    assert_eq!(
        client.get("/api/v2/tickets/1004").json()["ticket"]["organization_id"],
        Value::Null
    );
}
