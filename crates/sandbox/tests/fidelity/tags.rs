//! "Tags of a ticket"

use ferry_sandbox::{DeleteAnswer, Event, PostAnswer};
use serde_json::json;

use crate::client::{Client, strings};

const TAGS: &str = "/api/v2/tickets/1005/tags";
const FOUR: [&str; 4] = [
    "sub_dotcom_ultimate",
    "sub_sm_ultimate",
    "support_category_ci",
    "ultimate_customer",
];

/// "`GET /tickets/{id}/tags` | list | 200 `{"tags":[...]}`"
#[test]
fn get_lists() {
    let client = Client::agent();
    let answer = client.get(TAGS);
    assert_eq!(
        (answer.status, strings(&answer.json()["tags"])),
        (200, FOUR.to_vec())
    );
}

/// "`POST` | **replaces all** | 201 or 200"
#[test]
fn post_replaces_all() {
    let client = Client::agent();
    assert_eq!(
        client.send("POST", TAGS, json!({"tags": ["one"]})).status,
        201
    );
    client
        .control()
        .switch(|switches| switches.post_tags = PostAnswer::Ok);
    let answer = client.send("POST", TAGS, json!({"tags": ["two"]}));
    assert_eq!(
        (answer.status, answer.json()),
        (200, json!({"tags": ["two"]}))
    );
    assert_eq!(client.control().tags(1005), ["two"]);
}

/// "`PUT` | adds | 200 `{"tags":[...]}`"
#[test]
fn put_adds() {
    let client = Client::agent();
    let answer = client.safely("PUT", 1005, &["Added One"], &client.stamp(1005));
    assert_eq!(answer.status, 200);
    let tags = answer.json();
    assert_eq!(
        strings(&tags["tags"]),
        ["added", "one", FOUR[0], FOUR[1], FOUR[2], FOUR[3]]
    );
}

/// "`DELETE` | removes | documented 200 with the remaining tags; general rule says 204: accept both"
#[test]
fn delete_removes() {
    let client = Client::agent();
    let answer = client.safely("DELETE", 1005, &["sub_sm_ultimate"], &client.stamp(1005));
    assert_eq!(
        (answer.status, strings(&answer.json()["tags"])),
        (200, vec![FOUR[0], FOUR[2], FOUR[3]])
    );
    client.control().reset();
    client
        .control()
        .switch(|switches| switches.delete_tags = DeleteAnswer::NoContent);
    let answer = client.safely("DELETE", 1005, &["sub_sm_ultimate"], &client.stamp(1005));
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    assert_eq!(client.control().tags(1005), [FOUR[0], FOUR[2], FOUR[3]]);
}

/// "if the ticket was updated since, 409"
#[test]
fn a_safe_update_conflicts() {
    let client = Client::agent();
    let stamp = client.stamp(1005);
    client.control().happen(&other_agent(&["vip"]));
    for method in ["DELETE", "PUT", "POST"] {
        let answer = client.safely(method, 1005, &["sub_sm_ultimate"], &stamp);
        assert_eq!(
            (answer.status, &answer.json()["error"]),
            (409, &json!("UpdateConflict")),
            "{method}"
        );
        let text = "Safe Update prevented the update due to outdated ticket data";
        assert!(
            answer.json()["description"]
                .as_str()
                .unwrap()
                .starts_with(text)
        );
    }
    assert_eq!(
        client
            .safely("DELETE", 1005, &["sub_sm_ultimate"], &client.stamp(1005))
            .status,
        200
    );
}

/// "`updated_at` has one-second resolution, so a match proves little"
#[test]
fn a_match_proves_little() {
    let client = Client::agent();
    for _ in 0..20 {
        client.control().reset();
        client.control().happen(&other_agent(&["first"]));
        let stamp = client.stamp(1005);
        client.control().happen(&other_agent(&["second"]));
        if client.stamp(1005) == stamp {
            let answer = client.safely("DELETE", 1005, &["sub_sm_ultimate"], &stamp);
            assert_eq!(
                answer.status, 200,
                "changed in between, but within the second"
            );
            return;
        }
    }
    panic!("twenty times the second ended just then");
}

/// "Sending tags and stamp in two requests lost tags in a real client": only a stamp in the same
/// body protects.
#[test]
fn without_a_stamp_nothing_protects() {
    let client = Client::agent();
    client.control().happen(&other_agent(&["vip"]));
    assert_eq!(
        client.send("DELETE", TAGS, json!({"tags": ["vip"]})).status,
        200
    );
}

/// "`remove_tags` / `additional_tags` are documented only for `PUT /tickets/update_many` (a
/// background job)"
#[test]
fn update_many_adds_and_removes() {
    let client = Client::agent();
    let body = json!({"ticket": {"remove_tags": ["sub_sm_ultimate"], "additional_tags": ["x"]}});
    let answer = client.send(
        "PUT",
        "/api/v2/tickets/update_many?ids=1005,1013,1018",
        body.clone(),
    );
    let job = answer.json()["job_status"].clone();
    assert_eq!((answer.status, &job["status"]), (200, &json!("queued")));
    let job = client
        .get(&format!(
            "/api/v2/job_statuses/{}",
            job["id"].as_str().unwrap()
        ))
        .json();
    let results = job["job_status"]["results"].as_array().unwrap().clone();
    let success: Vec<bool> = results.iter().map(|one| one["success"] == true).collect();
    assert_eq!(success, [true, true, false], "1018 is closed");
    assert_eq!(
        client.control().tags(1013),
        ["sub_dotcom_ultimate", "ultimate_customer", "x"]
    );

    let one = client.send("PUT", "/api/v2/tickets/1006", body);
    assert!(
        one.header("x-zendesk-api-warn")
            .unwrap()
            .contains("\"ticket.remove_tags\"")
    );
    assert!(
        client
            .control()
            .tags(1006)
            .contains(&"sub_dotcom_premium".to_owned())
    );
}

/// "`PUT /tickets/{id}` with `tags` replaces all of them"
#[test]
fn put_of_the_ticket_replaces() {
    let client = Client::agent();
    client.send(
        "PUT",
        "/api/v2/tickets/1005",
        json!({"ticket": {"tags": ["only"]}}),
    );
    assert_eq!(client.control().tags(1005), ["only"]);
}

/// "Tag calls do not work on closed tickets; expect 422."
#[test]
fn closed_tickets_refuse() {
    let client = Client::agent();
    for method in ["POST", "PUT", "DELETE"] {
        let answer = client.safely(method, 1018, &["sub_sm_premium"], &client.stamp(1018));
        assert_eq!(answer.status, 422);
        assert_eq!(
            answer.json()["details"]["status"][0]["description"],
            "closed prevents ticket update"
        );
    }
}

/// "Removing a tag that is not there: not documented; success after reading again"
#[test]
fn removing_what_is_not_there_succeeds() {
    let client = Client::agent();
    assert_eq!(
        client
            .safely("DELETE", 1005, &["never"], &client.stamp(1005))
            .status,
        200
    );
    assert_eq!(client.control().tags(1005), FOUR);
}

/// "Triggers run after an update and may put a tag back"
#[test]
fn a_trigger_puts_the_tag_back() {
    let client = Client::agent();
    client.control().happen(&Event::Trigger {
        ticket: Some(1005),
        add_tags: vec!["sub_sm_ultimate".to_owned()],
        remove_tags: Vec::new(),
    });
    let answer = client.safely("DELETE", 1005, &["sub_sm_ultimate"], &client.stamp(1005));
    assert_eq!(answer.status, 200);
    assert_eq!(client.control().tags(1005), FOUR);
}

/// "An organization's tags are put on its tickets when created or when the organization is set"
#[test]
fn an_organizations_tags_are_copied() {
    let client = Client::agent();
    let comment = json!({"body": "Hello"});
    let ticket = json!({"subject": "New", "comment": comment, "requester_id": 902_000_000_005_u64, "tags": ["own"]});
    let made = client.send("POST", "/api/v2/tickets", json!({"ticket": ticket}));
    assert_eq!(made.status, 201);
    assert_eq!(
        strings(&made.json()["ticket"]["tags"]),
        ["own", "sub_dotcom_ultimate", "sub_sm_ultimate"]
    );

    let edited = Event::OrganizationEdited {
        organization: 360_012_345_005,
        notes: None,
        tags: Some(vec!["later".to_owned()]),
    };
    client.control().happen(&edited);
    assert_eq!(
        client.control().tags(1005),
        FOUR,
        "what comes later is not copied"
    );

    client.control().happen(&Event::OrganizationSet {
        ticket: 1017,
        organization: Some(360_012_345_005),
    });
    assert_eq!(client.control().tags(1017), ["free_customer", "later"]);
}

fn other_agent(add: &[&str]) -> Event {
    Event::OtherAgent {
        ticket: 1005,
        add_tags: add.iter().map(ToString::to_string).collect(),
        remove_tags: Vec::new(),
        status: None,
        note: None,
        reply: None,
    }
}
