//! Tickets, comments, organizations, users, forms, fields.

use ferry_sandbox::{Event, Role};
use serde_json::{Value, json};

use crate::client::{Client, strings};

fn has(value: &Value, keys: &str) {
    for key in keys.split(", ") {
        assert!(value.get(key).is_some(), "{key} is missing");
    }
}

/// "`.json` at the end of a path changes nothing"
#[test]
fn a_suffix_changes_nothing() {
    let client = Client::agent();
    assert_eq!(
        client.get("/api/v2/tickets/1001.json").json(),
        client.get("/api/v2/tickets/1001").json()
    );
}

/// "Times are UTC, whole seconds, `2012-04-04T09:14:57Z`"
#[test]
fn times_are_whole_seconds() {
    let client = Client::agent();
    client.send("PUT", "/api/v2/tickets/1001/tags", json!({"tags": ["a"]}));
    let stamp = client.stamp(1001);
    assert!(
        chrono::NaiveDateTime::parse_from_str(&stamp, "%Y-%m-%dT%H:%M:%SZ").is_ok(),
        "{stamp}"
    );
    assert_eq!(stamp.len(), "2012-04-04T09:14:57Z".len());
}

/// "Normal headers: `etag`, `x-rate-limit`, `x-rate-limit-remaining`, `ratelimit-limit`,
/// `ratelimit-remaining`, `ratelimit-reset`"
#[test]
fn normal_headers() {
    let client = Client::agent();
    let answer = client.get("/api/v2/tickets/1001");
    for name in "etag x-rate-limit x-rate-limit-remaining ratelimit-limit ratelimit-remaining ratelimit-reset".split(' ') {
        assert!(answer.header(name).is_some(), "{name}");
    }
    assert!(
        answer
            .header("content-type")
            .unwrap()
            .starts_with("application/json")
    );
}

/// "`GET /tickets/{id}`: `id, url, subject, raw_subject, description, status …`"
#[test]
fn a_ticket_has_its_keys() {
    let client = Client::agent();
    let ticket = client.get("/api/v2/tickets/1005").json()["ticket"].clone();
    has(
        &ticket,
        "id, url, subject, raw_subject, description, status, custom_status_id, priority, type, tags, \
         custom_fields, fields, ticket_form_id, organization_id, requester_id, submitter_id, assignee_id, \
         group_id, brand_id, via, is_public, created_at, updated_at, generated_timestamp",
    );
    has(&ticket["via"], "channel, source");
    assert_eq!(ticket["fields"], ticket["custom_fields"], "the same again");
    has(&ticket["custom_fields"][0], "id, value");
}

/// "`updated_at` moves only with ticket events"
#[test]
fn only_events_move_the_stamp() {
    let client = Client::agent();
    let before = client.stamp(1005);
    let event = Event::OrganizationEdited {
        organization: 360_012_345_005,
        notes: Some("x".into()),
        tags: None,
    };
    client.control().happen(&event);
    client.send(
        "DELETE",
        "/api/v2/tickets/1005/tags",
        json!({"tags": ["not_there"]}),
    );
    assert_eq!(client.stamp(1005), before);
    client.send(
        "PUT",
        "/api/v2/tickets/1005/tags",
        json!({"tags": ["new_one"]}),
    );
    assert_ne!(client.stamp(1005), before);
}

/// "Side-loads: `?include=users,groups,organizations,comment_count`; `organizations` can come back
/// empty"
#[test]
fn side_loads() {
    let client = Client::agent();
    let path = "/api/v2/tickets/1013?include=users,groups,organizations,comment_count";
    let answer = client.get(path).json();
    assert_eq!(answer["ticket"]["comment_count"], 250);
    assert_eq!(answer["organizations"][0]["name"], "Tramontana Shipping");
    assert_eq!(answer["users"].as_array().unwrap().len(), 2);
    assert_eq!(answer["groups"].as_array().unwrap().len(), 1);
    client
        .control()
        .switch(|switches| switches.sideload_organizations = false);
    assert_eq!(client.get(path).json()["organizations"], json!([]));
}

/// "Comment: `id, type, author_id, body, html_body, plain_body, public, attachments[], audit_id,
/// via, metadata{system{client, ip_address, location, latitude, longitude}}, created_at`"
#[test]
fn a_comment_has_its_keys() {
    let client = Client::agent();
    let answer = client
        .get("/api/v2/tickets/1014/comments?page[size]=100&include=users")
        .json();
    let comment = &answer["comments"][0];
    has(
        comment,
        "id, type, author_id, body, html_body, plain_body, public, attachments, audit_id, via, metadata, created_at",
    );
    has(
        &comment["metadata"]["system"],
        "client, ip_address, location, latitude, longitude",
    );
    let html = comment["html_body"].as_str().unwrap();
    assert!(
        !html.contains("<script") && !html.contains("<img") && !html.contains("\"onmouseover"),
        "{html}"
    );
    assert!(
        answer["users"]
            .as_array()
            .unwrap()
            .iter()
            .any(|user| user["id"] == comment["author_id"])
    );
}

/// "`GET /organizations/{id}`: `id, name, domain_names[], details, notes, tags[],
/// organization_fields{}, group_id, external_id, created_at, updated_at`. Restricted agents may get
/// 403."
#[test]
fn an_organization_has_its_keys() {
    let client = Client::agent();
    let organization =
        client.get("/api/v2/organizations/360012345005").json()["organization"].clone();
    has(
        &organization,
        "id, name, domain_names, details, notes, tags, organization_fields, group_id, external_id, created_at, updated_at",
    );
    assert_eq!(
        strings(&organization["tags"]),
        ["sub_dotcom_ultimate", "sub_sm_ultimate"]
    );
    let restricted = Client::session(Role::Restricted);
    assert_eq!(
        restricted.get("/api/v2/organizations/360012345005").status,
        403
    );
}

/// "`GET /ticket_forms`, `GET /ticket_fields` (in `custom_field_options[].value` and a checkbox's
/// `tag`: a tag that is a field's value; removing it clears the field)"
#[test]
fn a_tag_that_is_a_fields_value_clears_the_field() {
    let client = Client::agent();
    let forms = client.get("/api/v2/ticket_forms").json()["ticket_forms"].clone();
    assert!(
        forms
            .as_array()
            .unwrap()
            .iter()
            .any(|form| form["id"] == 334_447 && form["name"] == "SaaS")
    );
    let fields = client.get("/api/v2/ticket_fields").json()["ticket_fields"].clone();
    let fields = fields.as_array().unwrap();
    let holder = fields
        .iter()
        .find(|field| {
            let options = field["custom_field_options"].as_array();
            options.is_some_and(|options| options.iter().any(|option| option["value"] == "gold"))
        })
        .unwrap();
    assert!(
        fields
            .iter()
            .any(|field| field["type"] == "checkbox" && field["tag"] == "upgrade_assistance")
    );
    let value = || {
        let ticket = client.get("/api/v2/tickets/1020").json()["ticket"].clone();
        let all = ticket["custom_fields"].as_array().unwrap().clone();
        all.iter()
            .find(|field| field["id"] == holder["id"])
            .unwrap()["value"]
            .clone()
    };
    assert_eq!(value(), "gold");
    client.send(
        "DELETE",
        "/api/v2/tickets/1020/tags",
        json!({"tags": ["gold"]}),
    );
    assert_eq!(value(), Value::Null);
}
