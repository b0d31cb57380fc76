//! Moves told in many ways, and sentences that only sound like one: a sentence a line in
//! `tests/tellings`, judged in the smallest ticket that it could change.
#![allow(clippy::unwrap_used)]

use ferry_core::{Judge, NaiveDate, Policy, Record, Stage};
use serde_json::{Value, json};

/// One line: who writes, where from, where to, what.
struct Telling<'a> {
    internal: bool,
    from: &'a Side,
    to: &'a Side,
    text: &'a str,
}

struct Side {
    short: &'static str,
    offering: &'static str,
    form: u64,
    tag: &'static str,
}

const SIDES: &[Side] = &[
    Side {
        short: "sm",
        offering: "self_managed",
        form: 426_148,
        tag: "sub_sm_premium",
    },
    Side {
        short: "com",
        offering: "saas",
        form: 334_447,
        tag: "sub_dotcom_premium",
    },
    Side {
        short: "ded",
        offering: "dedicated",
        form: 4_414_917_877_650,
        tag: "sub_gitlab_dedicated",
    },
];

fn side(short: &str) -> &'static Side {
    SIDES.iter().find(|side| side.short == short).unwrap()
}

fn tellings(file: &str) -> impl Iterator<Item = Telling<'_>> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let (head, text) = line.split_once(": ").unwrap();
        let (who, ends) = head.split_once(' ').unwrap();
        let (from, to) = ends.split_once('>').unwrap();
        Telling {
            internal: who == "internal",
            from: side(from),
            to: side(to),
            text,
        }
    })
}

fn comment(id: u64, author: u64, public: bool, text: &str) -> Value {
    json!({
        "id": id,
        "author_id": author,
        "public": public,
        "plain_body": text,
        "created_at": "2026-11-16T09:00:00Z",
    })
}

/// A ticket about the offering to go to, with these tags, an opening comment and these after it.
fn record(told: &Telling<'_>, tags: &[&str], notes: &[&str]) -> Record {
    let opening = "Our pipelines are stuck since this morning.";
    let mut comments = vec![comment(1, 10, true, opening)];
    comments.extend(notes.iter().map(|note| comment(2, 20, false, note)));
    let author = if told.internal { 20 } else { 10 };
    comments.push(comment(3, author, !told.internal, told.text));
    serde_json::from_value(json!({
        "ticket": {
            "id": 1,
            "subject": "Jobs stuck",
            "requester_id": 10,
            "ticket_form_id": told.to.form,
            "created_at": "2026-11-09T09:00:00Z",
            "tags": tags,
        },
        "comments": comments,
        "users": [{ "id": 10, "role": "end-user" }, { "id": 20, "role": "agent" }],
        "organization": { "id": 1, "tags": tags },
    }))
    .unwrap()
}

/// What is judged of each line of a file, and which lines are judged otherwise.
fn check(file: &str, make: impl Fn(&Telling<'_>) -> Record, moves: bool) {
    let judge = Judge::new(&Policy::gitlab());
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let wrong: Vec<&str> = tellings(file)
        .filter(|told| {
            let given = judge.assess(&make(told), today);
            let named = |id: &Option<ferry_core::OfferingId>, side: &Side| {
                id.as_ref().is_some_and(|id| id.0 == side.offering)
            };
            let as_told = named(&given.from, told.from) && named(&given.to, told.to);
            if moves {
                given.stage != Stage::ContactCustomer || !as_told
            } else {
                given.stage != Stage::NoAction
            }
        })
        .map(|told| told.text)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn moves_are_heard_however_they_are_told() {
    let file = include_str!("tellings/moves.txt");
    check(file, |told| record(told, &[told.from.tag], &[]), true);
}

#[test]
fn what_only_sounds_like_a_move_is_none() {
    let file = include_str!("tellings/no_moves.txt");
    check(file, |told| record(told, &[told.from.tag], &[]), false);
}

#[test]
fn nothing_changes_tags_but_a_move() {
    let file = include_str!("tellings/two_tags.txt");
    let tags = |told: &Telling<'_>| [told.from.tag, told.to.tag];
    check(file, |told| record(told, &tags(told), &[]), false);
}

#[test]
fn ends_are_heard_however_they_are_told() {
    let file = include_str!("tellings/ends.txt");
    let note = |told: &Telling<'_>| {
        let name = |side: &Side| match side.short {
            "sm" => "Self-Managed",
            "com" => "GitLab.com",
            _ => "GitLab Dedicated",
        };
        let (from, to) = (name(told.from), name(told.to));
        format!("Customer is migrating from {from} to {to}.")
    };
    let tags = |told: &Telling<'_>| [told.from.tag, told.to.tag];
    check(
        file,
        |told| record(told, &tags(told), &[&note(told)]),
        false,
    );
}
