//! The seeded tickets: `data/people.json` and `data/tickets.json`.
//!
//! All times and dates in them are relative to "today", so that every ticket is at its stage on
//! whatever day the sandbox starts.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::{Map, Value, json};

mod file;
mod relative;

use file::{People, SeedComment, SeedTicket};
use relative::{text, time};

use crate::model::{Comment, Group, Organization, Ticket, TicketField, User, normalise_tags};

/// A seeded ticket and what Ferry must conclude from it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Seed {
    /// The ticket's number.
    pub id: u64,
    /// What is special about it.
    pub what: String,
    /// The expected stage, in the words of the assessment rules.
    pub stage: String,
    /// The offering that the ticket is about.
    pub problem: Option<String>,
    /// Support-level tags to remove.
    #[serde(default)]
    pub remove: Vec<String>,
    /// Support-level tags to add.
    #[serde(default)]
    pub add: Vec<String>,
    /// The Support Ops issue that a note links.
    #[serde(default)]
    pub ops_issue: Option<String>,
}

/// Everything that a fresh sandbox holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Contents {
    pub(crate) users: BTreeMap<u64, User>,
    pub(crate) groups: Vec<Group>,
    pub(crate) organizations: BTreeMap<u64, Organization>,
    pub(crate) forms: Vec<Group>,
    pub(crate) fields: Vec<TicketField>,
    pub(crate) tickets: BTreeMap<u64, Ticket>,
    pub(crate) next_id: u64,
}

/// The seeded tickets with their expected stages.
pub fn seeds() -> Vec<Seed> {
    parse(include_str!("../../data/tickets.json"))
}

/// The seeded tickets as records in the form that `ferry assess` reads, as of `today`.
pub fn records(today: NaiveDate) -> Vec<Value> {
    let contents = contents(today);
    let expected = seeds();
    contents
        .tickets
        .values()
        .map(|ticket| {
            let organization = ticket.organization_id.and_then(|id| contents.organizations.get(&id));
            let seed = expected.iter().find(|seed| seed.id == ticket.id);
            json!({
                "case": format!("sandbox-{}", ticket.id),
                "today": today.to_string(),
                "ticket": ticket.json("https://gitlab.zendesk.com"),
                "comments": ticket.comments.iter().map(Comment::json).collect::<Vec<_>>(),
                "users": contents.users.values().map(|user| user.json("https://gitlab.zendesk.com")).collect::<Vec<_>>(),
                "organization": organization.map(|found| found.json("https://gitlab.zendesk.com")),
                "expected": seed.map(|seed| json!({
                    "stage": seed.stage, "problem_offering": seed.problem, "remove": seed.remove,
                    "add": seed.add, "ops_issue": seed.ops_issue,
                })),
            })
        })
        .collect()
}

/// What a sandbox holds that starts on `today`.
pub(crate) fn contents(today: NaiveDate) -> Contents {
    let people: People = parse(include_str!("../../data/people.json"));
    let tickets: Vec<SeedTicket> = parse(include_str!("../../data/tickets.json"));
    let mut contents = Contents {
        users: people
            .users
            .into_iter()
            .map(|user| (user.id, user))
            .collect(),
        groups: people.groups,
        forms: people.forms,
        fields: people.fields,
        next_id: 45_000_000_001,
        ..Contents::default()
    };
    for seed in people.organizations {
        let long_ago = time("-300d 08:00", today);
        let organization = Organization {
            id: seed.id,
            name: seed.name,
            notes: text(&seed.notes, today),
            details: text(&seed.details, today),
            tags: normalise_tags(seed.tags.iter().map(String::as_str)),
            fields: Map::new(),
            created_at: long_ago,
            updated_at: long_ago,
        };
        contents.organizations.insert(seed.id, organization);
    }
    for seed in tickets {
        let ticket = contents.ticket(seed, today);
        contents.tickets.insert(ticket.id, ticket);
    }
    contents
}

impl Contents {
    /// Adds talk to a ticket that changes nothing about it, until it has so many comments.
    pub(crate) fn fill(&mut self, ticket: u64, comments: usize) {
        let Some(mut found) = self.tickets.remove(&ticket) else {
            return;
        };
        let requester = self.users.get(&found.requester_id);
        let requester = requester.map_or_else(String::new, |user| user.key.clone());
        let mut all = std::mem::take(&mut found.comments);
        let mut at = found.updated_at;
        let missing = u32::try_from(comments.saturating_sub(all.len())).unwrap_or(u32::MAX);
        for n in 0..missing {
            at += TimeDelta::seconds(1);
            let (by, public, said) = filler_comment(n, &requester);
            self.comment(&mut all, &by, public, None, at, said);
        }
        found.comments = all;
        self.tickets.insert(ticket, found);
    }

    fn user(&self, key: &str) -> Option<&User> {
        self.users.values().find(|user| user.key == key)
    }

    fn ticket(&mut self, seed: SeedTicket, today: NaiveDate) -> Ticket {
        let requester = self.user(&seed.requester);
        let requester_id = requester.map_or(0, |user| user.id);
        let organization_id = requester.and_then(|user| user.organization_id);
        let assignee_id = seed
            .assignee
            .and_then(|key| self.user(&key).map(|user| user.id));
        let mut comments = Vec::new();
        for entry in seed.comments {
            match entry {
                SeedComment::Said(said) => {
                    let written = text(&said.text, today).unwrap_or_default();
                    let at = time(&said.at, today);
                    self.comment(
                        &mut comments,
                        &said.by,
                        said.public,
                        said.via.as_deref(),
                        at,
                        written,
                    );
                }
                SeedComment::Filler {
                    filler,
                    from,
                    every_minutes,
                } => {
                    let start = time(&from, today);
                    for (n, pause) in (0..filler).zip(0_i64..) {
                        let at = start + TimeDelta::minutes(pause * every_minutes);
                        let (by, public, said) = filler_comment(n, &seed.requester);
                        self.comment(&mut comments, &by, public, None, at, said);
                    }
                }
            }
        }
        let created_at = comments
            .first()
            .map_or(DateTime::UNIX_EPOCH, |comment: &Comment| comment.created_at);
        let updated_at = comments
            .last()
            .map_or(created_at, |comment| comment.created_at);
        let tags = normalise_tags(seed.tags.iter().map(String::as_str));
        let custom_fields = self
            .fields
            .iter()
            .filter(|field| field.is_custom())
            .map(|field| {
                (
                    field.id,
                    field.value_from_tags(&tags).unwrap_or(Value::Null),
                )
            })
            .collect();
        Ticket {
            id: seed.id,
            subject: seed.subject,
            status: seed.status,
            priority: seed.priority,
            kind: Some("question".to_owned()),
            tags,
            custom_fields,
            ticket_form_id: Some(seed.form),
            organization_id,
            requester_id,
            submitter_id: requester_id,
            assignee_id,
            group_id: assignee_id.and(self.groups.first().map(|group| group.id)),
            via: "web".to_owned(),
            created_at,
            updated_at,
            comments,
            deleted: false,
        }
    }

    fn comment(
        &mut self,
        to: &mut Vec<Comment>,
        by: &str,
        public: bool,
        via: Option<&str>,
        created_at: DateTime<Utc>,
        text: String,
    ) {
        let (id, audit_id) = (self.next_id + 1, self.next_id);
        self.next_id += 3;
        let author_id = self.user(by).map_or(0, |user| user.id);
        let via = via.unwrap_or("web").to_owned();
        to.push(Comment {
            id,
            audit_id,
            author_id,
            text,
            public,
            via,
            created_at,
        });
    }
}

/// Talk that says nothing about offerings, levels or dates.
fn filler_comment(n: u32, requester: &str) -> (String, bool, String) {
    let minutes = 3 + n * 7 % 40;
    match n % 4 {
        0 => (
            requester.to_owned(),
            true,
            format!(
                "Measurement {}: the page took {minutes} seconds again.",
                n + 1
            ),
        ),
        1 => (
            "agent".to_owned(),
            true,
            format!(
                "Thanks, I see request {} in our logs and compare it with the last one.",
                n + 1
            ),
        ),
        2 => (
            "colleague".to_owned(),
            false,
            format!(
                "Looked at trace {}: most of the time is spent in one query.",
                n + 1
            ),
        ),
        _ => (
            requester.to_owned(),
            true,
            format!("With caching off it took {} seconds.", minutes + 2),
        ),
    }
}

/// The seed files are part of this crate; a test reads them, so a mistake shows there.
fn parse<T: for<'a> Deserialize<'a> + Default>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_default()
}
