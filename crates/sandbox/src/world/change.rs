//! How a ticket changes: one path for all, so that fields, triggers, index and stamp keep up.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::{Comment, Ticket, TicketField, normalise_tags};
use crate::world::World;

/// A comment to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct NewComment {
    /// Its text.
    pub(crate) text: String,
    /// Whether the customer sees it.
    pub(crate) public: bool,
    /// Who writes it.
    pub(crate) author: u64,
    /// How it comes.
    pub(crate) via: String,
}

/// A rule that runs after each update of a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Trigger {
    /// Only this ticket; all if none.
    pub(crate) ticket: Option<u64>,
    /// Put on.
    pub(crate) add_tags: Vec<String>,
    /// Taken off.
    pub(crate) remove_tags: Vec<String>,
}

impl World {
    /// Changes a ticket: `edit` does what was asked for, and what follows from it happens here.
    /// Without an effect nothing moves, `updated_at` neither: it "moves only with ticket events".
    /// The audit's number, if there was an event.
    pub(crate) fn change(
        &mut self,
        id: u64,
        comment: Option<NewComment>,
        edit: impl FnOnce(&mut Ticket, &[TicketField]),
    ) -> Option<u64> {
        let (audit_id, comment_id, now) = (self.next_id(), self.next_id(), self.clock.now());
        let fields = self.contents.fields.clone();
        let triggers = self.triggers.clone();
        let ticket = self.contents.tickets.get_mut(&id)?;
        let before = (
            Ticket {
                comments: Vec::new(),
                ..ticket.clone()
            },
            ticket.comments.len(),
        );
        edit(ticket, &fields);
        if let Some(new) = comment {
            let NewComment {
                text,
                public,
                author: author_id,
                via,
            } = new;
            ticket.comments.push(Comment {
                id: comment_id,
                audit_id,
                author_id,
                text,
                public,
                via,
                created_at: now,
            });
        }
        follow_tags(ticket, &fields);
        if !differs(&before, ticket) {
            return None;
        }
        for trigger in triggers
            .iter()
            .filter(|trigger| trigger.ticket.is_none_or(|only| only == id))
        {
            ticket.tags.retain(|tag| !trigger.remove_tags.contains(tag));
            ticket.tags.extend(trigger.add_tags.iter().cloned());
            ticket.tags = normalise_tags(ticket.tags.iter().map(String::as_str));
            follow_tags(ticket, &fields);
        }
        ticket.updated_at = now;
        let snapshot = ticket.clone();
        self.index.changed(&snapshot, now);
        Some(audit_id)
    }

    /// Gives a ticket to an organization, whose tags come with it.
    pub(crate) fn set_organization(&mut self, id: u64, organization: Option<u64>) {
        let tags = organization
            .and_then(|org| self.contents.organizations.get(&org))
            .map(|org| org.tags.clone());
        self.change(id, None, |ticket, _| {
            if ticket.organization_id != organization {
                ticket.organization_id = organization;
                ticket.tags.extend(tags.unwrap_or_default());
                ticket.tags = normalise_tags(ticket.tags.iter().map(String::as_str));
            }
        });
    }
}

/// Gives a field a value; a drop-down's or checkbox's tags follow.
pub(crate) fn set_field(ticket: &mut Ticket, field: &TicketField, value: Value) {
    let (gone, came) = field.tags_for(&value);
    ticket.tags.retain(|tag| !gone.contains(tag));
    ticket.tags.extend(came);
    ticket.tags = normalise_tags(ticket.tags.iter().map(String::as_str));
    ticket.custom_fields.insert(field.id, value);
}

/// "Removing it clears the field": fields that live by tags get the value that the tags say.
fn follow_tags(ticket: &mut Ticket, fields: &[TicketField]) {
    for field in fields.iter().filter(|field| field.is_custom()) {
        let by_tags = field.value_from_tags(&ticket.tags);
        let current = ticket.custom_fields.entry(field.id).or_insert(Value::Null);
        if let Some(value) = by_tags {
            *current = value;
        }
    }
}

fn differs(before: &(Ticket, usize), after: &Ticket) -> bool {
    let (old, comments) = before;
    *comments != after.comments.len()
        || old.tags != after.tags
        || old.custom_fields != after.custom_fields
        || old.deleted != after.deleted
        || (&old.subject, &old.status, &old.priority, &old.kind)
            != (&after.subject, &after.status, &after.priority, &after.kind)
        || (
            old.organization_id,
            old.assignee_id,
            old.group_id,
            old.requester_id,
            old.ticket_form_id,
        ) != (
            after.organization_id,
            after.assignee_id,
            after.group_id,
            after.requester_id,
            after.ticket_form_id,
        )
}
