//! Every error envelope and odd answer of `zendesk-facts.md`; the comments quote it.

use crate::support::{HOST, Script, at_once, json, response};
use ferry_protocol::{ApiCall, Outcome, Refusal};
use ferry_zendesk::{Client, OrganizationAnswer, Rights};

/// Reading a ticket and getting `outcome` is an error of `kind` that says `words`.
#[track_caller]
fn check(outcome: Outcome, kind: &str, words: &str) {
    let script = Script::new([outcome]);
    let error = at_once(Client::new(&script, HOST).ticket(7)).unwrap_err();
    assert_eq!(error.kind(), kind);
    let told = error.to_string();
    assert!(told.starts_with("Ticket 7 could not be read: "), "{told}");
    assert!(told.contains(words), "{told}");
    assert!(
        told.split(". ").count() >= 2 && told.ends_with('.'),
        "two sentences: {told}"
    );
}

#[test]
fn every_error_envelope_is_understood() {
    // 400 `{"error":"TooManyValues","description":"...","max_count":100}`
    let body = r#"{"error":"TooManyValues","description":"max 100","max_count":100}"#;
    check(json(400, body), "invalid", "max 100");
    // 400 `{"errors":[{"code":"InvalidPaginationDepth"}]}`
    let body = r#"{"errors":[{"code":"InvalidPaginationDepth"}]}"#;
    check(json(400, body), "invalid", "InvalidPaginationDepth");
    // 401 `{"error":"Couldn't authenticate you"}`
    check(
        json(401, r#"{"error":"Couldn't authenticate you"}"#),
        "signed_out",
        "sign in",
    );
    // 403 `{"error":{"title":"Forbidden","message":"..."}}`
    let body = r#"{"error":{"title":"Forbidden","message":"No access"}}"#;
    check(json(403, body), "forbidden", "role does not allow");
    // 404 `{"error":"RecordNotFound","description":"Not found"}`
    let body = r#"{"error":"RecordNotFound","description":"Not found"}"#;
    check(json(404, body), "not_found", "merged or deleted");
    // 409 `{"error":"UpdateConflict","description":"Safe Update prevented the update ..."}`
    let body = r#"{"error":"UpdateConflict","description":"Safe Update prevented the update"}"#;
    check(
        json(409, body),
        "conflict",
        "somebody else changed the ticket first",
    );
    // 409 `{"error":"DatabaseConflict","description":"Database collision"}`: transient
    let body = r#"{"error":"DatabaseConflict","description":"Database collision"}"#;
    check(
        json(409, body),
        "database_conflict",
        "Try again in a moment",
    );
    // 422 `"details":{"status":[{"description":"closed prevents ticket update"}]}`
    let body = r#"{"error":"RecordInvalid","description":"Record validation errors",
        "details":{"status":[{"description":"closed prevents ticket update"}]}}"#;
    check(json(422, body), "closed", "the ticket is closed");
    let body = r#"{"error":"RecordInvalid","description":"Record validation errors",
        "details":{"group":[{"description":"Group: is not valid"}]}}"#;
    check(
        json(422, body),
        "invalid",
        "the field group: Group: is not valid",
    );
    let body = r#"{"error":"RecordInvalid","description":"Record validation errors"}"#;
    check(json(422, body), "invalid", "Record validation errors");
    check(json(422, "[]"), "invalid", "no reason given");
    // 429 | `Retry-After: seconds`
    check(
        response(429, "text/plain", Some(31), "Slow"),
        "rate_limited",
        "wait for 31 seconds",
    );
    check(
        response(429, "text/plain", None, ""),
        "rate_limited",
        "fewer calls",
    );
    // 503 | may carry `Retry-After`; other 5xx are temporary
    check(
        response(503, "text/html", Some(9), "<h1>"),
        "unavailable",
        "(503)",
    );
    check(
        response(500, "text/plain", None, "oops"),
        "unavailable",
        "(500)",
    );
    check(response(418, "text/plain", None, ""), "status", "418");
}

#[test]
fn what_is_no_answer_at_all_is_understood() {
    // "an error can be `text/plain` or HTML"
    check(
        response(401, "text/html", None, "<html>"),
        "signed_out",
        "sign in",
    );
    check(
        response(200, "text/html", None, "<html>"),
        "not_json",
        "text/html instead of data",
    );
    check(
        response(200, "", None, "{}"),
        "not_json",
        "something else than data",
    );
    check(
        json(200, r#"{"ticket":{"id":7,"ta"#),
        "garbled",
        "broke off",
    );
    check(response(204, "", None, ""), "garbled", "broke off");
    check(json(200, r#"{"tickets":[]}"#), "missing", "\"ticket\"");
    check(json(200, r#"{"ticket":null}"#), "missing", "\"ticket\"");
    check(
        json(200, r#"{"ticket":{"id":"seven"}}"#),
        "missing",
        "\"ticket\"",
    );
    // The answer about another ticket is none about this one.
    check(json(200, r#"{"ticket":{"id":8}}"#), "missing", "\"id\"");
    check(Outcome::NoResponse, "no_response", "Check your connection");
    let refused = |reason| Outcome::Refused { reason };
    check(
        refused(Refusal::OtherVisit),
        "other_ticket",
        "another ticket is on screen",
    );
    check(
        refused(Refusal::TabDisagrees),
        "other_ticket",
        "different tickets",
    );
}

/// Zendesk's words go into a sentence: no megabytes, no control or direction characters.
#[test]
fn what_zendesk_says_is_kept_short_and_plain() {
    let body = format!(r#"{{"description":"\u202e\u0007{}"}}"#, "x".repeat(10_000));
    let script = Script::new([json(400, &body)]);
    let told = at_once(Client::new(&script, HOST).ticket(7))
        .unwrap_err()
        .to_string();
    assert!(
        told.len() < 500 && !told.contains(['\u{202e}', '\u{7}']),
        "{told}"
    );
}

#[test]
fn a_ticket_needs_no_more_than_its_number() {
    let script = Script::new([json(
        200,
        r#"{"ticket":{"id":7,"tags":null,"new_field":{}}}"#,
    )]);
    let answer = at_once(Client::new(&script, HOST).ticket(7)).unwrap();
    assert_eq!((answer.ticket.id, answer.tags_known), (7, false));
}

/// "Signed out it answers 200 with "Anonymous user" and `id: null`: look at `id` and `role`,
/// never at the status."
#[test]
fn who_is_signed_in_is_told_by_id_and_role() {
    #[track_caller]
    fn check(user: &str, rights: Rights) {
        let script = Script::new([json(200, &format!(r#"{{"user":{{{user}}}}}"#))]);
        assert_eq!(
            at_once(Client::new(&script, HOST).me()).unwrap().rights(),
            rights
        );
    }
    check(
        r#""id":null,"name":"Anonymous user","role":"end-user""#,
        Rights::SignedOut,
    );
    check("", Rights::SignedOut);
    check(r#""id":1,"role":"end-user""#, Rights::NotAnAgent);
    check(r#""id":1"#, Rights::NotAnAgent);
    check(r#""id":1,"role":"agent""#, Rights::MayEdit);
    check(r#""id":1,"role":"agent","role_type":4"#, Rights::MayEdit);
    check(r#""id":1,"role":"admin","role_type":null"#, Rights::MayEdit);
    // "`role_type` (1 light agent), `only_private_comments`"
    check(r#""id":1,"role":"agent","role_type":1"#, Rights::LightAgent);
    check(
        r#""id":1,"role":"agent","only_private_comments":true"#,
        Rights::OnlyPrivateComments,
    );
}

/// "Restricted agents may get 403"
#[test]
fn an_organization_that_may_not_be_read_is_an_answer() {
    let forbidden = json(403, r#"{"error":{"title":"Forbidden","message":"..."}}"#);
    let known = json(
        200,
        r#"{"organization":{"id":5,"name":"Initech","tags":["gold"]}}"#,
    );
    let script = Script::new([forbidden, known]);
    let client = Client::new(&script, HOST);
    assert_eq!(
        at_once(client.organization(5)).unwrap(),
        OrganizationAnswer::MayNotBeRead
    );
    match at_once(client.organization(5)).unwrap() {
        OrganizationAnswer::Known(organization) => assert_eq!(organization.tags, ["gold"]),
        other => unreachable!("{other:?}"),
    }
}

/// "in `custom_field_options[].value` and a checkbox's `tag`: a tag that is a field's value"
#[test]
fn tags_that_are_field_values_are_found() {
    let body = r#"{"ticket_fields":[
        {"id":1,"type":"subject","tag":null},
        {"id":2,"type":"tagger","custom_field_options":[{"value":"red"},{"value":"blue"},{}]},
        {"id":3,"type":"checkbox","tag":"checked"}, 4, {}]}"#;
    let script = Script::new([
        json(200, body),
        json(200, r#"{"ticket_fields":[],"next_page":"x"}"#),
    ]);
    let client = Client::new(&script, HOST);
    let fields = at_once(client.ticket_fields()).unwrap();
    assert_eq!(
        (fields.tags, fields.complete),
        (vec!["red".into(), "blue".into(), "checked".into()], true)
    );
    assert!(!at_once(client.ticket_fields()).unwrap().complete);
}

/// Zendesk pages ticket fields by cursor where it is asked to; others give all at once (above).
#[test]
fn ticket_fields_are_read_to_their_end() {
    let page = |value: &str, more: bool, cursor: &str| {
        json(
            200,
            &format!(
                r#"{{"ticket_fields":[{{"tag":"{value}"}}],"meta":{{"has_more":{more},"after_cursor":"{cursor}"}}}}"#
            ),
        )
    };
    let script = Script::new([
        page("a", true, "1"),
        page("b", true, "2"),
        page("c", false, "3"),
        // In a circle.
        page("a", true, "1"),
        page("a", true, "1"),
    ]);
    let client = Client::new(&script, HOST);
    let fields = at_once(client.ticket_fields()).unwrap();
    assert_eq!(fields.tags, ["a", "b", "c"]);
    assert!(fields.complete);
    let asked: Vec<_> = script
        .calls()
        .into_iter()
        .map(|call| match call {
            ApiCall::TicketFields { after } => after,
            other => unreachable!("{other:?}"),
        })
        .collect();
    assert_eq!(asked, [None, Some("1".into()), Some("2".into())]);
    assert!(!at_once(client.ticket_fields()).unwrap().complete);
    assert_eq!(script.calls().len(), 5);
}

#[test]
fn forms_users_tags_and_search_are_read() {
    let script = Script::new([
        json(
            200,
            r#"{"ticket_forms":[{"id":1,"name":"SaaS"},{"name":"no number"}]}"#,
        ),
        json(200, r#"{"user":{"id":3,"name":"Ann","role":"agent"}}"#),
        json(200, r#"{"tags":["a","b"]}"#),
        json(
            200,
            r#"{"results":[{"id":1,"result_type":"ticket"},{"id":2,"result_type":"user"}],"count":2,"next_page":"https://example.zendesk.com/api/v2/search?page=2"}"#,
        ),
        json(200, r#"{"tags":["a",1]}"#),
    ]);
    let client = Client::new(&script, HOST);
    assert_eq!(at_once(client.ticket_forms()).unwrap().len(), 1);
    assert!(at_once(client.user(3)).unwrap().is_staff());
    assert_eq!(at_once(client.tags(7)).unwrap(), ["a", "b"]);
    let page = at_once(client.search("type:ticket", 1)).unwrap();
    assert_eq!((page.tickets.len(), page.count, page.more), (1, 2, true));
    assert_eq!(at_once(client.tags(7)).unwrap_err().kind(), "missing");
}
