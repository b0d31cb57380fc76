//! The two ways of paging through comments.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::client::{Client, ids};

const COMMENTS: &str = "/api/v2/tickets/1013/comments";

/// "at most 100 a page; stop on `meta.has_more`, because `links.next` is there even when it is
/// false; next page by `page[after]=meta.after_cursor` or `links.next` (absolute …)"
#[test]
fn pages_by_cursor() {
    let client = Client::agent();
    let mut path = format!("{COMMENTS}?page[size]=500&sort=created_at&include=users");
    let (mut all, mut sizes) = (Vec::new(), Vec::new());
    loop {
        let answer = client.get(&path).json();
        sizes.push(ids(&answer).len());
        all.extend(ids(&answer));
        let next = answer["links"]["next"].as_str().unwrap();
        assert!(
            next.starts_with(&format!("{}/api/v2/", client.origin())),
            "{next}"
        );
        let after = answer["meta"]["after_cursor"].as_str().unwrap().to_owned();
        if answer["meta"]["has_more"] == false {
            break;
        }
        // By link and by cursor in turn: they mean the same.
        path = if sizes.len() % 2 == 0 {
            next.trim_start_matches(&client.origin()).to_owned()
        } else {
            format!(
                "{COMMENTS}?page[size]=100&sort=created_at&page[after]={}",
                after.replace('=', "%3D")
            )
        };
    }
    assert_eq!(sizes, [100, 100, 50]);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 250);
    assert!(all.is_sorted());
}

/// "With `page[size]`, `sort_order` is silently ignored"
#[test]
fn sort_order_is_ignored_with_a_cursor() {
    let client = Client::agent();
    let asked = client
        .get(&format!("{COMMENTS}?page[size]=10&sort_order=desc"))
        .json();
    assert_eq!(
        ids(&asked),
        ids(&client.get(&format!("{COMMENTS}?page[size]=10")).json())
    );
    let newest = client
        .get(&format!("{COMMENTS}?page[size]=10&sort=-created_at"))
        .json();
    assert!(ids(&newest)[0] > ids(&asked)[9]);
}

/// What that link leads to: node-zendesk follows links alone, and comes to an end.
#[test]
fn the_page_after_the_last_leads_nowhere() {
    let client = Client::agent();
    let last = client
        .get("/api/v2/tickets/1001/comments?page[size]=100")
        .json();
    assert_eq!(last["meta"]["has_more"], false);
    let next = last["links"]["next"]
        .as_str()
        .unwrap()
        .trim_start_matches(&client.origin())
        .to_owned();
    let beyond = client.get(&next).json();
    assert_eq!(
        (ids(&beyond).len(), &beyond["links"]["next"]),
        (0, &Value::Null)
    );
}

/// "Offset paging (`per_page`, `page`, `next_page`) also exists."
#[test]
fn pages_by_offset() {
    let client = Client::agent();
    let first = client.get(&format!("{COMMENTS}?per_page=100")).json();
    assert_eq!(
        (ids(&first).len(), first["count"].as_u64()),
        (100, Some(250))
    );
    let next = first["next_page"]
        .as_str()
        .unwrap()
        .trim_start_matches(&client.origin())
        .to_owned();
    let second = client.get(&next).json();
    assert!(ids(&second)[0] > ids(&first)[99]);
    let last = client
        .get(&format!("{COMMENTS}?per_page=100&page=3"))
        .json();
    assert_eq!((ids(&last).len(), &last["next_page"]), (50, &Value::Null));
    let newest = client
        .get(&format!("{COMMENTS}?per_page=1&sort_order=desc"))
        .json();
    assert_eq!(ids(&newest)[0], *ids(&last).last().unwrap());
}

/// `{"errors":[{"code":"InvalidPaginationDepth"}]}`
#[test]
fn offsets_end_somewhere() {
    let client = Client::agent();
    let answer = client.get("/api/v2/tickets?per_page=100&page=101");
    assert_eq!(answer.status, 400);
    assert_eq!(answer.json()["errors"][0]["code"], "InvalidPaginationDepth");
}
