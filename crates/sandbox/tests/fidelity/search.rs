//! Search and incremental export.

use std::time::Duration;

use serde_json::json;

use crate::client::Client;

/// "`GET /search?query=type:ticket ...`: offset paging, at most 1,000 results"
#[test]
fn search_pages_by_offset() {
    let client = Client::agent();
    let query = "type:ticket%20tags:sub_sm_premium%20status%3Csolved";
    let found = client
        .get(&format!("/api/v2/search?query={query}&per_page=2"))
        .json();
    assert_eq!(found["results"].as_array().unwrap().len(), 2);
    assert!(found["count"].as_u64().unwrap() > 2 && found["next_page"].is_string());
    assert_eq!(found["results"][0]["result_type"], "ticket");
    let beyond = client.get("/api/v2/search?query=type:ticket&per_page=100&page=11");
    assert_eq!(beyond.status, 422);
}

/// "`/search` rejects `page[size]` with 400"
#[test]
fn search_takes_no_cursor() {
    assert_eq!(
        Client::agent()
            .get("/api/v2/search?query=type:ticket&page[size]=10")
            .status,
        400
    );
}

/// "index some minutes late"
#[test]
fn the_index_is_late() {
    let client = Client::agent();
    let count = || client.get("/api/v2/search?query=tags:fresh_one").json()["count"].clone();
    client.send(
        "PUT",
        "/api/v2/tickets/1005/tags",
        json!({"tags": ["fresh_one"]}),
    );
    assert_eq!(count(), 0);
    client.control().advance(Duration::from_secs(121));
    assert_eq!(count(), 1);
}

/// "`GET /search/export?query=&filter[type]=ticket&page[size]=` by cursor"
#[test]
fn export_pages_by_cursor() {
    let client = Client::agent();
    let path = "/api/v2/search/export?query=status%3Cclosed&filter[type]=ticket&page[size]=15";
    let first = client.get(path).json();
    assert_eq!(
        (
            first["results"].as_array().unwrap().len(),
            &first["meta"]["has_more"]
        ),
        (15, &json!(true))
    );
    let next = first["links"]["next"]
        .as_str()
        .unwrap()
        .trim_start_matches(&client.origin())
        .to_owned();
    let second = client.get(&next).json();
    assert_eq!(
        (
            second["results"].as_array().unwrap().len(),
            &second["meta"]["has_more"]
        ),
        (6, &json!(false))
    );
}

/// "pages of `{tickets[], after_cursor, after_url, end_of_stream}`"
#[test]
fn incremental_exports() {
    let client = Client::token("admin@support.example");
    let mut path = "/api/v2/incremental/tickets/cursor.json?start_time=0&per_page=10".to_owned();
    let mut seen = 0;
    loop {
        let page = client.get(&path).json();
        seen += page["tickets"].as_array().unwrap().len();
        if page["end_of_stream"] == true {
            break;
        }
        assert!(page["after_cursor"].is_string());
        path = page["after_url"]
            .as_str()
            .unwrap()
            .trim_start_matches(&client.origin())
            .to_owned();
    }
    assert_eq!(seen, ferry_sandbox::seeds().len());
}
