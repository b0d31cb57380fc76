//! Rate limits.

use std::time::Duration;

use serde_json::json;

use crate::client::Client;

/// "429 | `Retry-After: seconds`; 200 to 2,500 requests a minute by plan"
#[test]
fn requests_are_limited() {
    let client = Client::agent();
    client
        .control()
        .switch(|switches| switches.requests_per_minute = 3);
    let left: Vec<String> = (0..3)
        .map(|_| {
            client
                .get("/api/v2/users/me")
                .header("x-rate-limit-remaining")
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(left, ["2", "1", "0"]);
    let refused = client.get("/api/v2/users/me");
    assert_eq!(refused.status, 429);
    let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait));
    client.control().advance(Duration::from_secs(wait));
    assert_eq!(client.get("/api/v2/users/me").status, 200);
}

/// "At most 30 updates in 10 minutes per user and ticket; header
/// `zendesk-ratelimit-per-ticket-updates: total=30; remaining=29; resets=468`"
#[test]
fn updates_of_a_ticket_are_limited() {
    let client = Client::agent();
    let update = |n: u32| {
        client.send(
            "PUT",
            "/api/v2/tickets/1005/tags",
            json!({"tags": [format!("t{n}")]}),
        )
    };
    let first = update(0);
    let budget = first
        .header("zendesk-ratelimit-per-ticket-updates")
        .unwrap();
    assert!(
        budget.starts_with("total=30; remaining=29; resets="),
        "{budget}"
    );
    assert!((1..30).all(|n| update(n).status == 200));
    let refused = update(30);
    assert_eq!(refused.status, 429);
    assert!(refused.header("retry-after").is_some());
    assert!(!client.control().tags(1005).contains(&"t30".to_owned()));
    assert_eq!(
        client
            .send("PUT", "/api/v2/tickets/1006/tags", json!({"tags": ["x"]}))
            .status,
        200
    );
    client.control().advance(Duration::from_secs(600));
    assert_eq!(update(31).status, 200);
}

/// "`GET /incremental/tickets/cursor?start_time=`: admins only, 10 a minute"
#[test]
fn exports_are_limited() {
    let client = Client::token("admin@support.example");
    let path = "/api/v2/incremental/tickets/cursor?start_time=0";
    assert!((0..10).all(|_| client.get(path).status == 200));
    assert_eq!(client.get(path).status, 429);
}
