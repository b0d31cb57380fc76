//! The work on one block: sift, read, judge, render.

use anyhow::{Error, Result};
use ferry_core::sieve::Look;
use ferry_core::{Judge, NaiveDate, Stage};
use memchr::memchr;

use super::filter::{Filter, Scratch};
use super::read::{self, Found};
use super::report::Report;

/// What all blocks are worked on with.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) judge: Judge,
    pub(super) filter: Filter,
    pub(super) report: Report,
    /// The day to judge on, over each record's own.
    pub(super) today: Option<NaiveDate>,
    /// The day for records that have none of their own.
    pub(super) now: NaiveDate,
    /// The stages to report.
    pub(super) stages: Vec<Stage>,
}

/// What came out of a block.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// The report's rows.
    pub(super) rows: String,
    /// How many tickets of each stage the rows hold.
    pub(super) stages: Vec<Stage>,
    /// Lines that could not be read: their place in the block, from 0, and why.
    pub(super) bad: Vec<(u64, Error)>,
    /// Lines in the block, empty ones too.
    pub(super) lines: u64,
    /// Tickets in the block.
    pub(super) tickets: u64,
    /// Tickets that came without comments.
    pub(super) without_comments: u64,
    /// Those of them that their comments could make need something.
    pub(super) unjudged: Vec<u64>,
}

impl Work {
    /// Works on the lines of a block.
    pub(super) fn block(&self, bytes: &[u8], scratch: &mut Scratch) -> Outcome {
        let mut outcome = Outcome::default();
        let mut rest = bytes;
        while !rest.is_empty() {
            let end = memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
            let (line, more) = rest.split_at(end);
            rest = more;
            let line = line.trim_ascii_end();
            if self.filter.excludes(line, scratch) {
                outcome.tickets += 1;
            } else if let Err(error) = self.line(line, &mut outcome) {
                outcome.bad.push((outcome.lines, error));
            }
            outcome.lines += 1;
        }
        outcome
    }

    fn line(&self, line: &[u8], outcome: &mut Outcome) -> Result<()> {
        let line = String::from_utf8_lossy(line);
        let line = line.trim_start_matches('\u{feff}');
        if line.trim().is_empty() {
            return Ok(());
        }
        read::read(line, |found| self.ticket(&found, outcome))
    }

    fn ticket(&self, found: &Found, outcome: &mut Outcome) -> Result<()> {
        outcome.tickets += 1;
        let input = &found.input;
        let day = self.today.or(input.today).unwrap_or(self.now);
        let assessment = self.judge.assess(&input.record, day);
        if self.stages.contains(&assessment.stage) {
            let (case, host) = (input.case.as_ref(), found.host.as_deref());
            self.report
                .row(case, &assessment, host, &mut outcome.rows)?;
            outcome.stages.push(assessment.stage);
        }
        if !found.has_comments {
            outcome.without_comments += 1;
            if assessment.stage == Stage::NoAction && self.comments_could_tell(found) {
                outcome.unjudged.push(assessment.ticket_id);
            }
        }
        Ok(())
    }

    /// Whether more than a set-up block in a comment can make the ticket need something.
    fn comments_could_tell(&self, found: &Found) -> bool {
        let record = &found.input.record;
        let tags = record.ticket.tags.iter();
        let tags = tags.chain(record.organization.iter().flat_map(|entry| &entry.tags));
        let form = record.ticket.ticket_form_id;
        self.filter.sieve().look(tags.map(String::as_str), form) == Look::ForWords
    }
}
