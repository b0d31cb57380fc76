//! The assessment that the panel shows: the core's, with what the agent knows better.

pub(crate) use ferry_core::Told as Choices;
use ferry_core::{Assessment, Judge, NaiveDate, Policy, Record};

/// Judges the ticket with the agent's choices.
pub(crate) fn judge(
    policy: &Policy,
    record: &Record,
    today: NaiveDate,
    choices: &Choices,
) -> Assessment {
    Judge::new(policy).assess_told(record, today, choices)
}
