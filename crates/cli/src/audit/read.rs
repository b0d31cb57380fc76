//! What stands in a line: a record, a page of Zendesk's incremental export, or one ticket of one.

use std::collections::HashMap;

use anyhow::{Context, Result};
use ferry_core::ticket::{Comment, Organization, Ticket, User};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::record::Input;

/// A ticket to judge.
#[derive(Debug)]
pub(super) struct Found {
    /// The ticket with what came with it.
    pub(super) input: Input,
    /// The Zendesk that it is from, by its own address.
    pub(super) host: Option<String>,
    /// Whether its comments came with it; without them little can be said.
    pub(super) has_comments: bool,
}

/// A page of `GET /api/v2/incremental/tickets`. Zendesk gives no comments with it; who adds them
/// puts them beside the tickets, each with its `ticket_id`, or into each ticket.
#[derive(Deserialize)]
struct Page<'a> {
    #[serde(borrow)]
    tickets: Vec<&'a RawValue>,
    #[serde(default)]
    comments: Option<Vec<SideComment>>,
    #[serde(default)]
    users: Vec<User>,
    #[serde(default)]
    organizations: Vec<Organization>,
}

#[derive(Deserialize)]
struct SideComment {
    ticket_id: u64,
    #[serde(flatten)]
    comment: Comment,
}

/// Reads a line and hands each ticket in it to `each`.
///
/// # Errors
/// What is wrong with the line, or with the first ticket of a page that cannot be read.
pub(super) fn read(line: &str, mut each: impl FnMut(Found) -> Result<()>) -> Result<()> {
    if is_page(line) {
        return page(line, each);
    }
    let value: Value = serde_json::from_str(line).context("this is no JSON object")?;
    let is_bare = value.get("ticket").is_none() && value.get("id").is_some_and(Value::is_u64);
    if is_bare {
        return each(bare(value, None)?);
    }
    let host = value.get("ticket").and_then(host_of);
    each(Found {
        input: Input::from_value(value)?,
        host,
        has_comments: true,
    })
}

/// Whether an object's first keys say that it is a page: `tickets` stands at its top.
fn is_page(line: &str) -> bool {
    #[derive(Deserialize)]
    struct Probe<'a> {
        #[serde(borrow)]
        tickets: Option<&'a RawValue>,
    }
    line.contains("\"tickets\"")
        && serde_json::from_str::<Probe<'_>>(line)
            .is_ok_and(|probe| probe.tickets.is_some_and(|raw| raw.get().starts_with('[')))
}

fn page(line: &str, mut each: impl FnMut(Found) -> Result<()>) -> Result<()> {
    let page: Page<'_> = serde_json::from_str(line).context("the page cannot be read")?;
    let mut aside: Option<HashMap<u64, Vec<Comment>>> = page.comments.map(|comments| {
        let mut by_ticket: HashMap<u64, Vec<Comment>> = HashMap::new();
        for SideComment { ticket_id, comment } in comments {
            by_ticket.entry(ticket_id).or_default().push(comment);
        }
        by_ticket
    });
    let users: HashMap<u64, &User> = page.users.iter().map(|user| (user.id, user)).collect();
    let organizations: HashMap<u64, &Organization> = page
        .organizations
        .iter()
        .map(|organization| (organization.id, organization))
        .collect();
    for raw in page.tickets {
        let value: Value = serde_json::from_str(raw.get())?;
        // Deleted tickets are in the export too, and nothing can be done for them.
        if value
            .get("status")
            .is_some_and(|status| status == "deleted")
        {
            continue;
        }
        let mut found = bare(value, aside.as_mut())?;
        let record = &mut found.input.record;
        let people = record
            .comments
            .iter()
            .filter_map(|comment| comment.author_id);
        for id in people.chain(record.ticket.requester_id) {
            if let Some(user) = users
                .get(&id)
                .filter(|_| !record.users.iter().any(|user| user.id == id))
            {
                record.users.push((*user).clone());
            }
        }
        if record.organization.is_none() {
            record.organization = record
                .ticket
                .organization_id
                .and_then(|id| organizations.get(&id))
                .map(|organization| (*organization).clone());
        }
        each(found)?;
    }
    Ok(())
}

/// A ticket as the export has it, with its comments in it or beside it.
fn bare(mut value: Value, aside: Option<&mut HashMap<u64, Vec<Comment>>>) -> Result<Found> {
    let host = host_of(&value);
    let inside = value
        .get_mut("comments")
        .map(Value::take)
        .filter(Value::is_array);
    let organization = value.get_mut("organization").map(Value::take);
    let users = value.get_mut("users").map(Value::take);
    let ticket: Ticket = serde_json::from_value(value).context("the ticket cannot be read")?;
    let comments: Option<Vec<Comment>> = match (inside, aside) {
        (Some(comments), _) => {
            Some(serde_json::from_value(comments).context("its comments cannot be read")?)
        }
        (None, Some(aside)) => Some(aside.remove(&ticket.id).unwrap_or_default()),
        (None, None) => None,
    };
    Ok(Found {
        has_comments: comments.is_some(),
        host,
        input: Input {
            case: None,
            today: None,
            expected: None,
            record: ferry_core::Record {
                ticket,
                comments: comments.unwrap_or_default(),
                users: users
                    .and_then(|users| serde_json::from_value(users).ok())
                    .unwrap_or_default(),
                organization: organization
                    .and_then(|organization| serde_json::from_value(organization).ok()),
            },
        },
    })
}

/// The host in a ticket's `url`.
fn host_of(ticket: &Value) -> Option<String> {
    let url = ticket.get("url")?.as_str()?;
    let (host, _) = url.strip_prefix("https://")?.split_once('/')?;
    Some(host.to_owned())
}
