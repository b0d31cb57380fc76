//! The search index, which is "some minutes late".

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use crate::model::Ticket;

/// Tickets as the search knows them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    known: BTreeMap<u64, Ticket>,
    waiting: Vec<(DateTime<Utc>, Ticket)>,
}

impl Index {
    /// An index that is up to date.
    pub(crate) fn of(tickets: &BTreeMap<u64, Ticket>) -> Self {
        Self {
            known: tickets.clone(),
            waiting: Vec::new(),
        }
    }

    /// A ticket changed.
    pub(crate) fn changed(&mut self, ticket: &Ticket, now: DateTime<Utc>) {
        self.waiting.push((now, ticket.clone()));
    }

    /// What is found now.
    pub(crate) fn tickets(
        &mut self,
        now: DateTime<Utc>,
        lag_seconds: u32,
    ) -> &BTreeMap<u64, Ticket> {
        let due = now - TimeDelta::seconds(i64::from(lag_seconds));
        let ready = self.waiting.iter().take_while(|(at, _)| *at <= due).count();
        for (_, ticket) in self.waiting.drain(..ready) {
            if ticket.deleted {
                self.known.remove(&ticket.id);
            } else {
                self.known.insert(ticket.id, ticket);
            }
        }
        &self.known
    }
}
