//! Comments that come in pages, in all the ways of `zendesk-facts.md` and some more.

use crate::support::{HOST, Script, at_once, json};
use ferry_protocol::{ApiCall, Outcome};
use ferry_zendesk::{Client, Conversation, Gap};

/// Reads all of `pages`; says which cursors were asked for.
fn read(pages: Vec<Outcome>) -> (Conversation, Vec<Option<String>>) {
    let script = Script::new(pages);
    let client = Client::new(&script, HOST);
    let mut comments = client.comments(7);
    while at_once(comments.more()).unwrap() {}
    let conversation = comments.into_conversation();
    let asked = script.calls().into_iter().map(|call| match call {
        ApiCall::Comments { ticket: 7, after } => after,
        other => unreachable!("{other:?}"),
    });
    (conversation, asked.collect())
}

/// `pages` give the comments with `ids` in this order, after asking for the cursors `asked`.
#[track_caller]
fn check(pages: Vec<Outcome>, ids: &[u64], asked: &[&str], gap: Option<Gap>) {
    let (conversation, cursors) = read(pages);
    let read: Vec<u64> = conversation
        .comments
        .iter()
        .map(|comment| comment.id)
        .collect();
    assert_eq!(read, ids);
    assert_eq!(conversation.gap, gap);
    let cursors: Vec<String> = cursors.into_iter().flatten().collect();
    assert_eq!(cursors, asked);
}

/// A page with comments of these numbers, written in the order of their numbers.
fn page(ids: &[u64], rest: &str) -> Outcome {
    let comment = |id: &u64| {
        format!(r#"{{"id":{id},"author_id":1,"created_at":"2026-01-01T00:{id:02}:00Z"}}"#)
    };
    let comments: Vec<String> = ids.iter().map(comment).collect();
    json(
        200,
        &format!(
            r#"{{"comments":[{}],"users":[{{"id":1}}],{rest}}}"#,
            comments.join(",")
        ),
    )
}

fn more(cursor: &str) -> String {
    format!(r#""meta":{{"has_more":true,"after_cursor":"{cursor}"}}"#)
}

const LAST: &str = r#""meta":{"has_more":false,"after_cursor":"z"},
    "links":{"next":"https://example.zendesk.com/api/v2/tickets/7/comments?page[after]=z"}"#;

/// "stop on `meta.has_more`, because `links.next` is there even when it is false"
#[test]
fn reading_stops_where_there_is_no_more() {
    check(vec![page(&[1, 2], LAST)], &[1, 2], &[], None);
    check(
        vec![page(&[1], &more("a")), page(&[2], LAST)],
        &[1, 2],
        &["a"],
        None,
    );
    check(vec![page(&[1], r#""meta":{}"#)], &[1], &[], None);
    check(
        vec![page(&[1], r#""meta":null,"next_page":null"#)],
        &[1],
        &[],
        None,
    );
    assert_eq!(
        read(vec![page(&[1], &more("a")), page(&[2], LAST)])
            .0
            .users
            .len(),
        1
    );
}

/// "next page by `page[after]=meta.after_cursor` or `links.next` (absolute; check that its origin
/// and `/api/v2/` prefix are the page's own)"
#[test]
fn a_link_is_followed_only_within_this_zendesk() {
    #[track_caller]
    fn check_link(link: &str, cursor: Option<&str>) {
        let rest = format!(r#""meta":{{"has_more":true}},"links":{{"next":"{link}"}}"#);
        match cursor {
            Some(cursor) => check(
                vec![page(&[1], &rest), page(&[2], LAST)],
                &[1, 2],
                &[cursor],
                None,
            ),
            None => check(vec![page(&[1], &rest)], &[1], &[], Some(Gap::NoWay)),
        }
    }
    let path = "tickets/7/comments";
    check_link(
        &format!("https://{HOST}/api/v2/{path}?page[after]=abc"),
        Some("abc"),
    );
    check_link(
        &format!("https://{HOST}/api/v2/{path}?a=1&page%5Bafter%5D=a%3D%3D&b=2#c"),
        Some("a=="),
    );
    check_link(
        &format!("https://{HOST}.evil.example/api/v2/{path}?page[after]=abc"),
        None,
    );
    check_link(
        &format!("https://evil.example/api/v2/{path}?page[after]=abc"),
        None,
    );
    check_link(
        &format!("https://{HOST}@evil.example/api/v2/{path}?page[after]=abc"),
        None,
    );
    check_link(
        &format!("http://{HOST}/api/v2/{path}?page[after]=abc"),
        None,
    );
    check_link(
        &format!("https://{HOST}/other/{path}?page[after]=abc"),
        None,
    );
    check_link(
        &format!("https://{HOST}/api/v2/{path}?page[before]=abc"),
        None,
    );
    check_link(
        &format!("https://{HOST}/api/v2/{path}?page[after]=%f"),
        None,
    );
    check_link(&format!("https://{HOST}/api/v2/{path}"), None);
    // "Offset paging (`next_page`) also exists": it cannot be followed, and that is said.
    check(
        vec![page(&[1], r#""next_page":"x""#)],
        &[1],
        &[],
        Some(Gap::NoWay),
    );
}

#[test]
fn odd_pages_are_survived() {
    // Empty, in the middle and at the end: what should have been in the middle is missing.
    check(
        vec![
            page(&[1], &more("a")),
            page(&[], &more("b")),
            page(&[2], LAST),
        ],
        &[1, 2],
        &["a", "b"],
        Some(Gap::NothingNew),
    );
    check(vec![page(&[], LAST)], &[], &[], None);
    check(
        vec![page(&[1], &more("a")), page(&[], LAST)],
        &[1],
        &["a"],
        None,
    );
    // The page before, in place of the one that was asked for.
    check(
        vec![page(&[1], &more("a")), page(&[1], LAST)],
        &[1],
        &["a"],
        Some(Gap::NothingNew),
    );
    // Comments twice, and pages out of order.
    check(
        vec![page(&[3, 4], &more("a")), page(&[1, 2, 3], LAST)],
        &[1, 2, 3, 4],
        &["a"],
        None,
    );
    // The same cursor again, at once and in a circle.
    check(
        vec![page(&[1], &more("a")), page(&[2], &more("a"))],
        &[1, 2],
        &["a"],
        Some(Gap::Circle),
    );
    let circle = vec![
        page(&[1], &more("a")),
        page(&[2], &more("b")),
        page(&[3], &more("a")),
    ];
    check(circle, &[1, 2, 3], &["a", "b"], Some(Gap::Circle));
    // Entries that are no comments; comments without number or time keep their place.
    let body = r#"{"comments":[{"id":2},7,null,{"body":"x"},{"body":"y"},{"id":1}],"users":null}"#;
    check(vec![json(200, body)], &[2, 0, 0, 1], &[], None);
}

/// "Up to 5,000 comments a ticket"
#[test]
fn an_endless_conversation_ends() {
    let page_of = |number: u64| page(&[number], &more(&format!("c{number}")));
    let (conversation, cursors) = read((0..100).map(page_of).collect());
    assert_eq!((cursors.len(), conversation.gap), (60, Some(Gap::TooMany)));

    let hundreds = |number: u64| {
        let ids: Vec<u64> = (number * 1_000 + 1..=number * 1_000 + 1_000).collect();
        page(&ids, &more(&format!("c{number}")))
    };
    let (conversation, cursors) = read((0..10).map(hundreds).collect());
    assert_eq!((conversation.comments.len(), cursors.len()), (5_000, 5));
    assert_eq!(conversation.gap, Some(Gap::TooMany));
}

/// What was read so far can be judged before the rest comes, and an error keeps the place.
#[test]
fn a_caller_sees_every_page_as_it_comes() {
    let pages = [page(&[1], &more("a")), json(500, ""), page(&[2], LAST)];
    let script = Script::new(pages);
    let client = Client::new(&script, HOST);
    let mut comments = client.comments(7);
    assert!(at_once(comments.more()).unwrap());
    assert_eq!(comments.conversation().comments.len(), 1);
    let error = at_once(comments.more()).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("The comments of ticket 7 could not be read")
    );
    assert!(at_once(comments.more()).unwrap());
    assert_eq!(comments.conversation().comments.len(), 2);
    assert!(!at_once(comments.more()).unwrap());
}

#[test]
fn a_page_without_comments_is_an_error() {
    for body in [r#"{"comments":null}"#, "{}", "[]"] {
        let script = Script::new([json(200, body)]);
        let client = Client::new(&script, HOST);
        assert_eq!(
            at_once(client.comments(7).more()).unwrap_err().kind(),
            "missing"
        );
    }
}
