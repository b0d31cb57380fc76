//! What an audit counted.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ferry_core::Stage;

use super::report::stage_name;
use super::worker::Outcome;
use super::{End, Options};

/// Counts over all blocks.
#[derive(Debug, Default)]
pub(super) struct Totals {
    pub(super) tickets: u64,
    pub(super) bad_lines: u64,
    pub(super) bad_sources: u64,
    stages: BTreeMap<Stage, u64>,
    without_comments: u64,
    unjudged: u64,
}

impl Totals {
    pub(super) fn add(&mut self, outcome: &Outcome) {
        self.tickets += outcome.tickets;
        self.bad_lines += count(&outcome.bad);
        self.without_comments += outcome.without_comments;
        self.unjudged += count(&outcome.unjudged);
        for stage in &outcome.stages {
            *self.stages.entry(*stage).or_default() += 1;
        }
    }

    /// Tickets that were reported.
    pub(super) fn found(&self) -> u64 {
        self.stages.values().sum()
    }

    /// How the audit ended.
    pub(super) fn end(&self, stopped: bool) -> End {
        if stopped {
            End::Stopped
        } else if self.bad_sources > 0 {
            End::BadSources
        } else if self.bad_lines > 0 {
            End::BadLines
        } else {
            End::Whole
        }
    }

    /// What people should know in the end.
    pub(super) fn tell(&self, stopped: bool, options: &Options) -> String {
        let mut text = String::new();
        let stages: Vec<String> = self
            .stages
            .iter()
            .map(|(stage, count)| format!("{count} {}", stage_name(*stage)))
            .collect();
        let _ = write!(text, "{} tickets, {} reported", self.tickets, self.found());
        if !stages.is_empty() {
            let _ = write!(text, ": {}", stages.join(", "));
        }
        text.push('\n');
        if stopped {
            text.push_str("Stopped before the end; this is what was found until then.\n");
        }
        if self.bad_lines > 0 {
            let _ = writeln!(text, "{} lines could not be read.", self.bad_lines);
        }
        if self.without_comments > 0 {
            let _ = writeln!(
                text,
                "{} tickets came without comments and were judged by tags, form and the \
                 organization's notes; {} of them could need something that only their comments \
                 say{}.",
                self.without_comments,
                self.unjudged,
                match &options.unjudged {
                    Some(file) => format!(": their numbers are in {}", file.display()),
                    None => " (`--unjudged FILE` lists them)".to_owned(),
                }
            );
        }
        text
    }
}

fn count<T>(list: &[T]) -> u64 {
    u64::try_from(list.len()).unwrap_or(u64::MAX)
}
