//! A ticket at the moment it was read, as far as a tag change needs it.

use std::collections::BTreeSet;

use super::change::TagChange;
use super::changes::Changes;
use crate::answers::TicketAnswer;
use crate::error::{About, Error, Fault};

/// A ticket's tags and stamp, both from one answer: they belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// All tags.
    pub tags: BTreeSet<String>,
    /// The support-level tags among them.
    pub level_tags: BTreeSet<String>,
    /// `open`, `closed`, ...
    pub status: String,
    /// When the ticket was last updated.
    pub updated_at: Option<String>,
    pub(super) field_values: Vec<String>,
}

impl Reading {
    /// Tags that are missing or unreadable are no empty list: that would look like success.
    pub(super) fn new(change: &TagChange, answer: TicketAnswer) -> Result<Self, Error> {
        let TicketAnswer {
            ticket,
            tags_known,
            field_values,
        } = answer;
        if !tags_known {
            let about = About::Ticket(ticket.id);
            return Err(Error::new(about, Fault::Missing { field: "tags" }));
        }
        Ok(Self {
            level_tags: change.levels().among(&ticket.tags),
            tags: ticket.tags.into_iter().collect(),
            status: ticket.status.unwrap_or_default(),
            updated_at: ticket.updated_at,
            field_values,
        })
    }

    /// What changed until `newer`.
    pub(super) fn changes_until(&self, newer: &Self) -> Changes {
        let status =
            (self.status != newer.status).then(|| (self.status.clone(), newer.status.clone()));
        Changes {
            status,
            ..Changes::between(&self.tags, &newer.tags)
        }
    }
}
