//! "Who is asking"

use ferry_sandbox::{CsrfFailure, Event, Role};
use serde_json::{Value, json};

use crate::client::Client;

const TAGS: &str = "/api/v2/tickets/1005/tags";

/// "Signed out it answers **200** with "Anonymous user" and `id: null`"
#[test]
fn signed_out_is_anonymous() {
    let answer = Client::nobody().get("/api/v2/users/me");
    let user = answer.json()["user"].clone();
    assert_eq!(
        (answer.status, &user["id"], &user["name"]),
        (200, &Value::Null, &json!("Anonymous user"))
    );
}

/// "`user.id, name, email, role, role_type (1 light agent), only_private_comments,
/// restricted_agent, locale, time_zone, authenticity_token`"
#[test]
fn me() {
    let client = Client::agent();
    let user = client.get("/api/v2/users/me").json()["user"].clone();
    for key in "id name email role role_type only_private_comments restricted_agent locale time_zone authenticity_token".split(' ') {
        assert!(user.get(key).is_some(), "{key}");
    }
    assert_eq!(user["role"], "agent");
    let light = Client::session(Role::Light);
    let user = light.get("/api/v2/users/me").json()["user"].clone();
    assert_eq!(
        (&user["role_type"], &user["only_private_comments"]),
        (&json!(1), &json!(true))
    );
    assert_eq!(
        light.send("DELETE", TAGS, json!({"tags": ["x"]})).status,
        403
    );
}

/// "reads need nothing else" than the session cookie, which is "HttpOnly and SameSite=Strict"
#[test]
fn reads_need_the_cookie_only() {
    let mut client = Client::agent();
    client.set("x-csrf-token", None);
    client.set("x-requested-with", None);
    assert_eq!(client.get(TAGS).status, 200);
    let page = Client::nobody().get("/agent/tickets/1005");
    let cookie = page.header("set-cookie").unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
        "{cookie}"
    );
}

/// "What a missing or old token gets is not public: expect 401, 403 or HTML; fetch the token once
/// more, retry once"
#[test]
fn writes_need_a_token() {
    let mut client = Client::agent();
    let token = client
        .headers
        .iter()
        .find(|(name, _)| name == "x-csrf-token")
        .unwrap()
        .1
        .clone();
    let write = |client: &Client| client.send("DELETE", TAGS, json!({"tags": ["never"]}));
    assert_eq!(write(&client).status, 200);

    client.set("x-csrf-token", None);
    assert_eq!(write(&client).status, 403);
    client.set("x-csrf-token", Some(&token));
    client.control().happen(&Event::TokensRotated);
    for (failure, status, kind) in [
        (CsrfFailure::Unauthorized, 401, "application/json"),
        (CsrfFailure::Forbidden, 403, "application/json"),
        (CsrfFailure::Html, 200, "text/html"),
    ] {
        client
            .control()
            .switch(|switches| switches.csrf_failure = failure);
        let answer = write(&client);
        assert_eq!(answer.status, status);
        assert!(answer.header("content-type").unwrap().starts_with(kind));
    }
    let fresh = client.get("/api/v2/users/me").json()["user"]["authenticity_token"].clone();
    client.set("x-csrf-token", fresh.as_str());
    assert_eq!(write(&client).status, 200);
}

/// "a server that checks `Origin` refuses it"
#[test]
fn another_origin_is_refused() {
    let mut client = Client::agent();
    client.set("origin", Some(&client.origin()));
    assert_eq!(
        client
            .send("DELETE", TAGS, json!({"tags": ["never"]}))
            .status,
        200
    );
    client.set("origin", Some("chrome-extension://abcdefghijklmnop"));
    assert_eq!(
        client
            .send("DELETE", TAGS, json!({"tags": ["never"]}))
            .status,
        403
    );
}

/// An ended session reads as signed out, and the page goes to sign in.
#[test]
fn an_ended_session() {
    let client = Client::agent();
    client.control().happen(&Event::SessionExpired);
    assert_eq!(
        client.get("/api/v2/users/me").json()["user"]["id"],
        Value::Null
    );
    assert_eq!(
        client
            .send("DELETE", TAGS, json!({"tags": ["never"]}))
            .status,
        401
    );
    let page = client.get("/agent/tickets/1005");
    assert_eq!(page.status, 302);
    assert!(
        page.header("location")
            .unwrap()
            .starts_with("/access/unauthenticated")
    );
}

/// External clients: API token, no CSRF token.
#[test]
fn api_tokens_need_no_csrf_token() {
    let client = Client::token("priya@support.example");
    assert_eq!(
        client
            .send("DELETE", TAGS, json!({"tags": ["never"]}))
            .status,
        200
    );
    assert_eq!(
        client.get("/api/v2/users/me").json()["user"]["name"],
        "Priya Nair"
    );
}
