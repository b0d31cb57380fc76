//! `ferry generate`: made-up tickets by the gigabyte, to measure the audit on. The same seed gives
//! the same bytes, on any machine.

mod chance;
mod text;

use std::io::{self, Write};

use serde_json::{Value, json};

use self::chance::Chance;

/// One ticket in so many is of a customer who moves between offerings.
const MIGRATIONS: u64 = 200;

const TODAY: &str = "2026-11-23";

/// Forms: of GitLab.com, of Self-Managed, of neither.
const FORMS: [u64; 3] = [334_447, 426_148, 360_000_258_393];

/// Tags of paid offerings, in the order of [`FORMS`].
const PAID: [[&str; 2]; 2] = [
    ["sub_dotcom_premium", "sub_dotcom_ultimate"],
    ["sub_sm_premium", "sub_sm_ultimate"],
];

/// What a ticket's tags and form say of its customer.
enum Kind {
    /// Moves from one offering to the other.
    Migration,
    /// Asks about what is paid for; most tickets do.
    Covered,
    /// Asks about the subscription, on a form of neither offering.
    Billing,
    /// Pays for both offerings.
    Both,
    /// Asks about the other offering, and moves nowhere.
    Elsewhere,
    /// Pays for nothing.
    Free,
}

/// Writes whole lines until there are at least `bytes`.
///
/// # Errors
/// Where `output` cannot be written.
pub fn run(bytes: u64, seed: u64, mut output: impl Write) -> io::Result<()> {
    let mut chance = Chance::new(seed);
    let mut written = 0;
    let mut number = 0;
    while written < bytes {
        number += 1;
        let line = format!("{}\n", ticket(number, &mut chance));
        output.write_all(line.as_bytes())?;
        written += line.len() as u64;
    }
    output.flush()
}

fn kind(number: u64, chance: &mut Chance) -> Kind {
    if number.is_multiple_of(MIGRATIONS) {
        return Kind::Migration;
    }
    match chance.below(1000) {
        0..40 => Kind::Both,
        40..90 => Kind::Billing,
        90..120 => Kind::Elsewhere,
        120..220 => Kind::Free,
        _ => Kind::Covered,
    }
}

fn ticket(number: u64, chance: &mut Chance) -> Value {
    let kind = kind(number, chance);
    let side = chance.below(2) as usize;
    let tag = |side: usize, chance: &mut Chance| PAID[side % 2][chance.below(2) as usize];
    let (form, mut tags) = match kind {
        Kind::Covered => (FORMS[side], vec![tag(side, chance)]),
        Kind::Billing => (FORMS[2], vec![tag(side, chance)]),
        Kind::Both => (FORMS[side], vec![tag(side, chance), tag(side + 1, chance)]),
        Kind::Elsewhere | Kind::Migration => (FORMS[side], vec![tag(side + 1, chance)]),
        Kind::Free => (FORMS[side], Vec::new()),
    };
    let paid = tags.clone();
    tags.extend([chance.one(text::REGIONS), chance.one(text::AREAS)]);
    let story = match kind {
        Kind::Migration => text::migration(side, chance),
        _ => text::problem(chance),
    };
    let id = 500_000 + number;
    let opened = format!(
        "2026-{:02}-{:02}",
        1 + chance.below(11),
        1 + chance.below(22)
    );
    let comments: Vec<Value> = story
        .comments
        .iter()
        .enumerate()
        .map(|(index, (by_agent, public, text))| {
            comment(
                id,
                index,
                if *by_agent { 100 } else { 9001 },
                *public,
                text,
                &opened,
            )
        })
        .collect();
    json!({
        "today": TODAY,
        "ticket": {
            "url": format!("https://gitlab.zendesk.com/api/v2/tickets/{id}.json"),
            "id": id, "subject": story.subject, "raw_subject": story.subject,
            "description": story.comments.first().map(|(_, _, text)| text),
            "status": chance.one(&["new", "open", "pending", "hold", "solved", "closed"]),
            "priority": chance.one(&["low", "normal", "high", "urgent"]),
            "tags": tags, "ticket_form_id": form, "organization_id": 7000 + id % 5000,
            "requester_id": 9001, "submitter_id": 9001, "assignee_id": 100, "group_id": 360_001,
            "via": {"channel": "web", "source": {"from": {}, "to": {}, "rel": null}},
            "custom_fields": [{"id": 360_000_803_379_u64, "value": null}, {"id": 334_447, "value": "yes"}],
            "created_at": format!("{opened}T09:00:00Z"), "updated_at": format!("{opened}T17:00:00Z"),
        },
        "comments": comments,
        "users": [
            {"id": 9001, "name": chance.one(text::NAMES), "email": "someone@customer.example", "role": "end-user"},
            {"id": 100, "name": "Sam Rivera", "email": "sam@support.example", "role": "agent"},
        ],
        "organization": {
            "id": 7000 + id % 5000, "name": "Customer", "tags": paid,
            "notes": story.notes, "details": "",
        },
    })
}

/// A comment with its text in all the forms that Zendesk gives.
fn comment(ticket: u64, index: usize, author: u64, public: bool, text: &str, day: &str) -> Value {
    let id = ticket * 100 + index as u64;
    let paragraphs = text
        .replace('<', "&lt;")
        .replace("\n\n", "</p><p>")
        .replace('\n', "<br>");
    json!({
        "id": id, "type": "Comment", "author_id": author, "public": public,
        "body": text, "plain_body": text,
        "html_body": format!("<div class=\"zd-comment\" dir=\"auto\"><p>{paragraphs}</p></div>"),
        "attachments": [], "audit_id": id + 1, "created_at": format!("{day}T{:02}:00:00Z", 9 + index % 12),
        "via": {"channel": "web", "source": {"from": {}, "to": {}, "rel": null}},
        "metadata": {"system": {"client": "Mozilla/5.0", "location": "Lyon, France"}, "custom": {}},
    })
}
