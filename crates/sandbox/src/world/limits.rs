//! "200 to 2,500 requests a minute by plan", "at most 30 updates in 10 minutes per user and
//! ticket", incremental exports "10 a minute".

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

/// A window in which only so much may happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Budget {
    /// How much may happen.
    pub(crate) total: u32,
    /// How much is left.
    pub(crate) remaining: u32,
    /// Seconds until all of it is there again.
    pub(crate) resets: u64,
    /// Whether this time was one too many.
    pub(crate) exceeded: bool,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Counted {
    /// A user's requests.
    Requests { user: u64 },
    /// A user's updates of a ticket.
    TicketUpdates { user: u64, ticket: u64 },
    /// Incremental exports.
    Exports,
}

/// All counts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Limits {
    windows: BTreeMap<Counted, (DateTime<Utc>, u32)>,
}

impl Limits {
    /// Counts one more.
    pub(crate) fn count(&mut self, what: Counted, total: u32, now: DateTime<Utc>) -> Budget {
        let length = match what {
            Counted::TicketUpdates { .. } => TimeDelta::minutes(10),
            Counted::Requests { .. } | Counted::Exports => TimeDelta::minutes(1),
        };
        let window = self.windows.entry(what).or_insert((now, 0));
        if now - window.0 >= length {
            *window = (now, 0);
        }
        window.1 += 1;
        let resets = (window.0 + length - now)
            .num_seconds()
            .max(1)
            .unsigned_abs();
        Budget {
            total,
            remaining: total.saturating_sub(window.1),
            resets,
            exceeded: window.1 > total,
        }
    }
}
