//! The assessment that the panel shows: the core's, with what the agent knows better.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub(crate) use ferry_core::Told as Choices;
use ferry_core::ticket::Comment;
use ferry_core::{Assessment, Judge, NaiveDate, Policy, Record, Texts};

/// A judge, compiled once for a policy: the lexicon is the costly part of it. It keeps what it read
/// of the ticket on screen.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    policy: Arc<Policy>,
    judge: Arc<Judge>,
    texts: Arc<Mutex<Texts>>,
}

impl PartialEq for Compiled {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.policy, &other.policy)
    }
}

impl Compiled {
    pub(crate) fn new(policy: Arc<Policy>) -> Self {
        let judge = Arc::new(Judge::new(&policy));
        Self {
            policy,
            judge,
            texts: Arc::default(),
        }
    }

    /// Reads comments before the rest of their ticket is there.
    pub(crate) fn read(&self, comments: &[Comment]) {
        self.judge.read(&mut self.texts(), comments);
    }

    /// Judges the ticket with the agent's choices.
    pub(crate) fn judge(&self, record: &Record, today: NaiveDate, choices: &Choices) -> Assessment {
        self.judge
            .assess_read(&mut self.texts(), record, today, choices)
    }

    fn texts(&self) -> MutexGuard<'_, Texts> {
        // What a panic left half read is compared with the ticket anyway.
        self.texts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
