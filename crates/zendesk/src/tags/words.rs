//! A report in sentences for the agent.

use std::collections::BTreeSet;
use std::fmt;

use super::report::{Ending, Report, Stop};

/// What is true, in sentences for the agent; the notices are not part of it.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = match &self.ending {
            Ending::Done => self.deeds(),
            Ending::AlreadyDone => "There was nothing left to do.".to_owned(),
            Ending::DoneAmidChanges => format!(
                "{} Others changed the ticket's support-level tags at the same time: look at them.",
                self.deeds()
            ),
            Ending::NotKept { still, missing } => not_kept(still, missing),
            Ending::NotDone(stop) if self.deeds().is_empty() => stop.to_string(),
            Ending::NotDone(stop) => format!("{} Then it stopped. {stop}", self.deeds()),
            Ending::PutBack => format!(
                "Somebody else took off the other support-level tag at the same moment, so {} was \
                 put back. Look at the new assessment.",
                joined(self.change.remove())
            ),
            Ending::Bare(stop) => format!(
                "The ticket was left without a support-level tag, and putting {} back did not \
                 work: look at the ticket, and add it by hand. {stop}",
                joined(self.change.remove())
            ),
            Ending::Unknown(error) => format!(
                "The change was sent, but the ticket could not be read afterwards: look at its \
                 tags before going on. {error}"
            ),
        };
        write!(f, "{told}{}", self.standing())
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(reason) => reason.fmt(f),
            Self::Failed(error) => error.fmt(f),
        }
    }
}

impl Report {
    /// "Added a. Removed b."
    fn deeds(&self) -> String {
        let deeds = [("Added", self.added()), ("Removed", self.removed())];
        let done = deeds.iter().filter(|(_, tags)| !tags.is_empty());
        let sentences = done.map(|(verb, tags)| format!("{verb} {}.", tags.join(", ")));
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// " Support-level tags as just read: a, b."
    fn standing(&self) -> String {
        match &self.after {
            Some(after) if after.level_tags.is_empty() => {
                " The ticket has no support-level tags, as just read.".to_owned()
            }
            Some(after) => {
                format!(
                    " Support-level tags as just read: {}.",
                    joined(&after.level_tags)
                )
            }
            None => String::new(),
        }
    }
}

fn not_kept(still: &[String], missing: &[String]) -> String {
    let mut parts = Vec::new();
    if !still.is_empty() {
        parts.push(format!(
            "{} is still or again on the ticket",
            still.join(", ")
        ));
    }
    if !missing.is_empty() {
        parts.push(format!("{} is not on it", missing.join(", ")));
    }
    format!(
        "Zendesk took the change, but it did not last: {}. A trigger, another agent or an open \
         page may have undone it; try again, or ask Support Ops about triggers.",
        parts.join(" and ")
    )
}

/// "a, b".
pub(super) fn joined(tags: &BTreeSet<String>) -> String {
    tags.iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}
