//! Writing tickets, and what the page's submit does.

use ferry_sandbox::StaleSubmit;
use serde_json::json;

use crate::client::Client;

/// "Unknown keys in a body: status 200 and a header such as `x-zendesk-api-warn: …`"
#[test]
fn unknown_keys_are_warned_of() {
    let client = Client::agent();
    let answer = client.send(
        "PUT",
        "/api/v2/tickets/1005",
        json!({"ticket": {"id": 5, "priority": "low"}}),
    );
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("x-zendesk-api-warn"),
        Some(
            "{:allowed_parameters=>{:controller=>\"tickets\", :action=>\"update\", \
             :unpermitted_keys=>[\"ticket.id\"], :invalid_values=>[]}}"
        )
    );
    assert_eq!(answer.json()["ticket"]["priority"], "low");
    let tags = client.send(
        "PUT",
        "/api/v2/tickets/1005/tags",
        json!({"tags": ["x"], "force": true}),
    );
    assert!(
        tags.header("x-zendesk-api-warn")
            .unwrap()
            .contains(":unpermitted_keys=>[\"force\"]")
    );
}

/// A comment comes with its audit, and everything in it is text.
#[test]
fn comments_are_written() {
    let client = Client::agent();
    let html = "<p>Hi &amp; <b>bye</b></p><ul><li>Q1: <script>x</script></li></ul>";
    let body =
        json!({"ticket": {"comment": {"html_body": html, "public": false}, "status": "pending"}});
    let answer = client.send("PUT", "/api/v2/tickets/1005", body).json();
    assert_eq!(answer["ticket"]["status"], "pending");
    let comments = client.get("/api/v2/tickets/1005/comments").json()["comments"].clone();
    let last = comments.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["plain_body"], &last["public"]),
        (&json!("Hi & bye\n\n- Q1: x"), &json!(false))
    );
    assert_eq!(last["audit_id"], answer["audit"]["id"]);
}

/// A safe update of the whole ticket.
#[test]
fn tickets_take_safe_updates() {
    let client = Client::agent();
    let old = client.stamp(1005);
    let update = |stamp: &str| {
        let ticket = json!({"priority": "low", "updated_stamp": stamp, "safe_update": true});
        client
            .send("PUT", "/api/v2/tickets/1005", json!({"ticket": ticket}))
            .status
    };
    assert_eq!(update(&old), 200);
    assert_eq!(update(&old), 409);
}

/// "**A stale page can undo a removal**: … "the updates are merged and all tags are included", and
/// a captured submit of the page sent its whole `tags` array with `"safe_update": false`"
#[test]
fn a_stale_submit_undoes_a_removal() {
    let client = Client::agent();
    for (switch, others_tag_stays) in [(StaleSubmit::Merge, true), (StaleSubmit::Replace, false)] {
        client.control().reset();
        client
            .control()
            .switch(|switches| switches.stale_submit = switch);
        let (stamp, shown) = (client.stamp(1005), client.control().tags(1005));
        client.safely("DELETE", 1005, &["sub_sm_ultimate"], &stamp);
        client.send(
            "PUT",
            "/api/v2/tickets/1005/tags",
            json!({"tags": ["added_by_other"]}),
        );
        let ticket =
            json!({"tags": shown, "updated_stamp": stamp, "safe_update": false, "status": "open"});
        client.send(
            "PUT",
            "/api/v2/tickets/1005.json",
            json!({"ticket": ticket}),
        );
        let tags = client.control().tags(1005);
        assert!(
            tags.contains(&"sub_sm_ultimate".to_owned()),
            "{switch:?} brings it back"
        );
        assert_eq!(
            tags.contains(&"added_by_other".to_owned()),
            others_tag_stays,
            "{switch:?}"
        );
    }
}

/// A deleted ticket is not found.
#[test]
fn tickets_are_deleted() {
    let client = Client::agent();
    assert_eq!(
        client
            .ask("DELETE", "/api/v2/tickets/1016", None)
            .unwrap()
            .status,
        204
    );
    assert_eq!(client.get("/api/v2/tickets/1016").status, 404);
}
