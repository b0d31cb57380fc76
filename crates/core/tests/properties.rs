//! What holds for every input, however odd.

// Helpers of tests may fail loudly, as tests do.
#![allow(clippy::unwrap_used)]

use ferry_core::ticket::{Comment, Organization, User, Via};
use ferry_core::{Assessment, Judge, NaiveDate, Policy, Record};
use proptest::prelude::*;

/// Pieces that the rules react to, so that random texts reach deep into them.
const PIECES: &[&str] = &[
    "we are moving",
    "from self-managed",
    "to GitLab.com",
    "->",
    "SM",
    ".com",
    "Dedicated",
    "not",
    "any more",
    "?",
    ".",
    ",",
    "\n",
    "> ",
    "On Mon, 2 Nov 2026 x wrote:",
    "```",
    "- ",
    "Premium",
    "until 2027-01-31",
    "in eight weeks",
    "31.12.",
    "Q1",
    "end of",
    "approved",
    "level support",
    "https://gitlab.com/gitlab-com/eta/css/issue-tracker/-/issues/3377#note_1",
    "offering migration",
    "cancelled",
    "the move",
    "finished",
    "might",
    "Starting product: SM",
    "Ending product: SaaS",
    "SaaS tag(s): silver",
    "Self-managed tag(s): premium",
    "target date",
    "which tier",
    "<p>",
    "<blockquote>",
    "&amp;",
    "\u{202e}",
    "é",
    "日本",
    "\u{0}",
    "(",
    ")",
    "1)",
    "Level: Ultimate",
    "the same tier as today",
    "give our tenant back",
    "own server",
];

const TAGS: &[&str] = &[
    "sub_sm_premium",
    "sub_sm_ultimate",
    "sub_dotcom_premium",
    "sub_gitlab_dedicated",
    "premium",
    "gold",
    "silver",
    "sub_consumption_storage",
    "premium_customer",
    "vip",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.join(" "))
}

fn tags() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(proptest::sample::select(TAGS).prop_map(str::to_owned), 0..4)
}

fn record() -> impl Strategy<Value = Record> {
    let comment = (
        text(),
        any::<bool>(),
        0_u64..3,
        any::<bool>(),
        any::<bool>(),
    );
    (
        proptest::collection::vec(comment, 0..5),
        tags(),
        proptest::option::of((tags(), text())),
        proptest::sample::select(vec![
            None,
            Some(334_447),
            Some(426_148),
            Some(4_414_917_877_650),
            Some(1),
        ]),
    )
        .prop_map(|(comments, tags, organization, form)| {
            let mut record = Record::default();
            record.ticket.id = 1;
            record.ticket.tags = tags;
            record.ticket.ticket_form_id = form;
            record.ticket.requester_id = Some(0);
            record.users = (0..3)
                .map(|id| User {
                    id,
                    role: Some(if id == 0 { "end-user" } else { "agent" }.to_owned()),
                    ..User::default()
                })
                .collect();
            record.comments = (0_u64..)
                .zip(comments)
                .map(|(id, (text, public, author, html, api))| Comment {
                    id,
                    author_id: Some(author),
                    public,
                    plain_body: (!html).then(|| text.clone()),
                    html_body: html.then_some(text),
                    created_at: Some(format!("2026-11-{:02}T10:00:00Z", id + 1)),
                    via: api.then(|| Via {
                        channel: Some("api".to_owned()),
                    }),
                    ..Comment::default()
                })
                .collect();
            record.organization = organization.map(|(tags, notes)| Organization {
                id: 2,
                tags,
                notes: Some(notes),
                ..Organization::default()
            });
            record
        })
}

fn assess(record: &Record) -> Assessment {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    Judge::new(&Policy::gitlab()).assess(record, today)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn only_table_tags_of_the_ticket_are_ever_removed(record in record()) {
        let policy = Policy::gitlab();
        let assessment = assess(&record);
        for tag in &assessment.remove {
            prop_assert!(record.ticket.tags.contains(tag));
            prop_assert!(policy.tags.iter().any(|entry| &entry.tag == tag));
        }
        for tag in &assessment.add {
            prop_assert!(policy.tags.iter().any(|entry| &entry.tag == tag));
            prop_assert!(!record.ticket.tags.contains(tag));
        }
    }

    #[test]
    fn a_ticket_never_loses_its_last_support_level(record in record()) {
        let policy = Policy::gitlab();
        let assessment = assess(&record);
        let is_level = |tag: &String| policy.tags.iter().any(|entry| &entry.tag == tag);
        let left = record.ticket.tags.iter().filter(|tag| is_level(tag) && !assessment.remove.contains(tag)).count();
        prop_assert!(assessment.remove.is_empty() || left + assessment.add.len() > 0);
    }

    #[test]
    fn quotes_are_parts_of_their_source(record in record()) {
        for evidence in assess(&record).evidence {
            if let ferry_core::Source::Comment { comment_id } = evidence.source {
                let comment = record.comments.iter().find(|comment| comment.id == comment_id);
                let text = comment.map(|comment| comment.text().0).unwrap_or_default();
                prop_assert_eq!(text.get(evidence.start..evidence.end), Some(evidence.quote.as_str()));
            }
        }
    }

    #[test]
    fn any_json_is_read_without_panic(text in any::<String>(), number in any::<i64>()) {
        let odd = serde_json::json!({
            "ticket": { "id": 1, "tags": text, "ticket_form_id": number, "subject": number },
            "comments": [{ "id": number, "public": text, "plain_body": number, "html_body": text }, text],
            "users": number,
            "organization": { "notes": number, "tags": [number, text] },
        });
        if let Ok(record) = serde_json::from_value::<Record>(odd) {
            let _ = assess(&record);
        }
    }
}

/// Work, not time: ten times the text must not cost a hundred times the steps. A quadratic pass
/// over ten megabytes would not end within the test runner's patience.
#[test]
fn a_comment_of_ten_megabytes_is_judged() {
    for piece in [
        "we are moving from self-managed to GitLab.com, ",
        "> quoted \n",
        "<b>",
        "- a\n",
        "a ",
        "```\n",
        "On 1 Jan 2026 ",
        "((((",
        "if if if ",
    ] {
        let mut record = Record::default();
        record.comments.push(Comment {
            id: 1,
            plain_body: Some(
                piece
                    .repeat(10_000_000 / piece.len() / if cfg!(debug_assertions) { 10 } else { 1 }),
            ),
            ..Comment::default()
        });
        let _ = assess(&record);
    }
}
