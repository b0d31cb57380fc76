//! The assessment that the panel shows: the core's, with what the agent knows better.

use std::sync::Arc;

pub(crate) use ferry_core::Told as Choices;
use ferry_core::{Assessment, Judge, NaiveDate, Policy, Record};

/// A judge, compiled once for a policy: the lexicon is the costly part of it.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    policy: Arc<Policy>,
    judge: Arc<Judge>,
}

impl PartialEq for Compiled {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.policy, &other.policy)
    }
}

impl Compiled {
    pub(crate) fn new(policy: Arc<Policy>) -> Self {
        let judge = Arc::new(Judge::new(&policy));
        Self { policy, judge }
    }

    /// Judges the ticket with the agent's choices.
    pub(crate) fn judge(&self, record: &Record, today: NaiveDate, choices: &Choices) -> Assessment {
        self.judge.assess_told(record, today, choices)
    }
}
