//! Inputs of the messages' tests.

// Helpers outside of test functions are test code too.
#![allow(clippy::unwrap_used)]

use ferry_core::draft::{MessageInput, Migration};
use ferry_core::{LevelId, NaiveDate, OfferingId};

/// A migration as `from > to, level, date`; `-` is unknown.
pub(crate) fn migration(described: &str) -> Migration {
    let parts: Vec<_> = described
        .split([' ', '>', ','])
        .filter(|part| !part.is_empty())
        .collect();
    let known = |at: usize| Some(parts[at].to_owned()).filter(|part| part != "-");
    Migration {
        from: known(0).map(OfferingId),
        to: known(1).map(OfferingId),
        level: known(2).map(LevelId),
        target_date: known(3).map(|date| date.parse::<NaiveDate>().unwrap()),
    }
}

pub(crate) fn input(described: &str, locale: &str) -> MessageInput {
    MessageInput {
        migration: migration(described),
        locale: Some(locale.to_owned()),
    }
}
