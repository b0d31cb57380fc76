//! Faults by count, the log, and the controls over HTTP.

use ferry_sandbox::{Effect, Fault};
use serde_json::json;

use crate::client::Client;

const TAGS: &str = "/api/v2/tickets/1005/tags";

#[test]
fn the_nth_request_is_struck() {
    let client = Client::agent();
    let fault = Fault::on(
        "GET",
        TAGS,
        Effect::Status {
            status: 500,
            retry_after: None,
        },
    );
    client.control().fault(fault.nth(2).times(2));
    let statuses: Vec<u16> = (0..4).map(|_| client.get(TAGS).status).collect();
    assert_eq!(statuses, [200, 500, 500, 200]);
    let log = client.control().requests();
    assert_eq!(
        log.iter()
            .map(|one| one.status.unwrap())
            .collect::<Vec<_>>(),
        statuses
    );
    assert_eq!(log[0].header("x-requested-with"), Some("XMLHttpRequest"));
}

#[test]
fn the_same_over_http() {
    let client = Client::agent();
    let fault = json!({"method": "GET", "path": TAGS, "effect": {"kind": "status", "status": 503, "retry_after": 2}});
    assert_eq!(client.send("POST", "/__sandbox/faults", fault).status, 200);
    assert_eq!(client.get(TAGS).status, 503);
    let wrong = client.send(
        "POST",
        "/__sandbox/faults",
        json!({"effect": {"kind": "nonsense"}}),
    );
    assert_eq!(wrong.status, 400);
    let event = json!({"event": "other_agent", "ticket": 1005, "add_tags": ["vip"]});
    client.send("POST", "/__sandbox/events", event);
    assert!(client.control().tags(1005).contains(&"vip".to_owned()));
    let switches = client
        .send("POST", "/__sandbox/switches", json!({"layout": "panes"}))
        .json();
    assert_eq!(
        (&switches["layout"], &switches["locale"]),
        (&json!("panes"), &json!("en-US"))
    );
    assert_eq!(
        client
            .get("/__sandbox/requests")
            .json()
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        client.send("POST", "/__sandbox/reset", json!({})).status,
        200
    );
    assert!(!client.control().tags(1005).contains(&"vip".to_owned()));
    assert_eq!(
        client.control().switches(),
        ferry_sandbox::Switches::default()
    );
}

#[test]
fn a_conversation_can_be_made_as_long_as_any() {
    let client = Client::agent();
    client.control().fill(1001, 103);
    let page = |after: &str| {
        let address = format!("/api/v2/tickets/1001/comments?page[size]=100{after}");
        client.get(&address).json()
    };
    let first = page("");
    assert_eq!(first["comments"].as_array().unwrap().len(), 100);
    let cursor = first["meta"]["after_cursor"].as_str().unwrap();
    let second = page(&format!("&page[after]={cursor}"));
    assert_eq!(second["comments"].as_array().unwrap().len(), 3);
    let log = client.control().requests();
    assert!(log.iter().all(|call| call.answered.unwrap() >= call.came));
}
