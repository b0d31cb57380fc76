//! "Errors": statuses and bodies.

use serde_json::json;

use crate::client::Client;

/// 400 `{"error":"TooManyValues","description":"...","max_count":100}`
#[test]
fn too_many_values() {
    let client = Client::agent();
    let ids: Vec<String> = (1..=101).map(|id: u32| id.to_string()).collect();
    let answer = client.get(&format!("/api/v2/tickets/show_many?ids={}", ids.join(",")));
    assert_eq!(
        (answer.status, &answer.json()["error"]),
        (400, &json!("TooManyValues"))
    );
    assert_eq!(answer.json()["max_count"], 100);
}

/// 401 `{"error":"Couldn't authenticate you"}`
#[test]
fn unauthorized() {
    let answer = Client::nobody().get("/api/v2/tickets/1001");
    assert_eq!(
        (answer.status, answer.json()),
        (401, json!({"error": "Couldn't authenticate you"}))
    );
    let mut wrong = Client::nobody();
    wrong.set(
        "authorization",
        Some("Basic bm9ib2R5QHgueS90b2tlbjp3cm9uZw=="),
    );
    assert_eq!(wrong.get("/api/v2/tickets/1001").status, 401);
}

/// 403 `{"error":{"title":"Forbidden","message":"..."}}`
#[test]
fn forbidden() {
    let answer = Client::agent().get("/api/v2/incremental/tickets/cursor?start_time=0");
    assert_eq!(
        (answer.status, &answer.json()["error"]["title"]),
        (403, &json!("Forbidden"))
    );
    assert!(answer.json()["error"]["message"].is_string());
}

/// 404 `{"error":"RecordNotFound","description":"Not found"}`
#[test]
fn not_found() {
    let answer = Client::agent().get("/api/v2/tickets/999999");
    assert_eq!(answer.status, 404);
    assert_eq!(
        answer.json(),
        json!({"error": "RecordNotFound", "description": "Not found"})
    );
}

/// 422 `{"error":"RecordInvalid","description":"Record validation errors","details":{...}}`
#[test]
fn invalid() {
    let client = Client::agent();
    let answer = client.send(
        "PUT",
        "/api/v2/tickets/1018",
        json!({"ticket": {"status": "open"}}),
    );
    assert_eq!(answer.status, 422);
    assert_eq!(
        answer.json(),
        json!({"error": "RecordInvalid", "description": "Record validation errors",
               "details": {"status": [{"description": "closed prevents ticket update"}]}})
    );
}

/// "`Content-Type: application/json` on PUT, POST and DELETE …; an error can be `text/plain` or
/// HTML"
#[test]
fn the_content_type_is_needed() {
    let mut client = Client::agent();
    client.set("content-type", Some("application/x-www-form-urlencoded"));
    let answer = client
        .ask("DELETE", "/api/v2/tickets/1005/tags", Some("tags[]=x"))
        .unwrap();
    assert_eq!(answer.status, 415);
    assert!(
        answer
            .header("content-type")
            .unwrap()
            .starts_with("text/plain")
    );
    client.set("content-type", None);
    assert_eq!(
        client
            .ask("PUT", "/api/v2/tickets/1005/tags", Some("{\"tags\":"))
            .unwrap()
            .status,
        422
    );
}
