//! What happened in all interleavings together: a proof in which nothing happens is none.

use std::collections::BTreeMap;
use std::fmt;
use std::iter::Sum;

use ferry_zendesk::tags::{Ending, Report};

#[derive(Debug, Default)]
pub(crate) struct Statistics {
    pub(crate) interleavings: u64,
    pub(crate) calls: u64,
    pub(crate) bared_unprotected: u64,
    pub(crate) ended_bare: u64,
    endings: BTreeMap<String, u64>,
    undos: BTreeMap<String, u64>,
}

impl Statistics {
    pub(crate) fn of_one() -> Self {
        Self {
            interleavings: 1,
            ..Self::default()
        }
    }

    pub(crate) fn count(&mut self, report: &Report) {
        *self.endings.entry(name(report)).or_default() += 1;
    }

    pub(crate) fn count_undo(&mut self, report: &Report) {
        *self.undos.entry(name(report)).or_default() += 1;
    }

    /// In a run that is long enough, every way to end was seen.
    pub(crate) fn check_that_everything_happened(&self, interleavings: u64) {
        assert_eq!(self.interleavings, interleavings);
        let expected = [
            "done",
            "already_done",
            "done_amid_changes",
            "not_kept",
            "put_back",
            "unknown: no_response",
            "refused: level_tags_changed",
            "refused: closed",
            "refused: may_not_edit",
            "failed: cancelled",
            "failed: signed_out",
            "failed: conflict",
            "failed: rate_limited",
            "failed: no_response",
        ];
        for ending in expected.iter().filter(|_| interleavings >= 20_000) {
            assert!(
                self.endings.contains_key(*ending),
                "no interleaving ended with {ending}"
            );
        }
    }
}

fn name(report: &Report) -> String {
    match &report.ending {
        Ending::NotDone(stop) | Ending::Bare(stop) => format!("{}: {}", report.kind(), stop.kind()),
        Ending::Unknown(error) => format!("{}: {}", report.kind(), error.kind()),
        _ => report.kind().to_owned(),
    }
}

impl Sum for Statistics {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut total, one| {
            total.interleavings += one.interleavings;
            total.calls += one.calls;
            total.bared_unprotected += one.bared_unprotected;
            total.ended_bare += one.ended_bare;
            for (ending, count) in one.endings {
                *total.endings.entry(ending).or_default() += count;
            }
            for (ending, count) in one.undos {
                *total.undos.entry(ending).or_default() += count;
            }
            total
        })
    }
}

impl fmt::Display for Statistics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            calls,
            bared_unprotected,
            ended_bare,
            ..
        } = self;
        writeln!(f, "{calls} calls of Ferry's")?;
        writeln!(
            f,
            "where Zendesk ignored the stamp: {bared_unprotected} removals met with another one, \
             {ended_bare} of them past mending"
        )?;
        for (what, endings) in [("change", &self.endings), ("undo", &self.undos)] {
            for (ending, count) in endings {
                writeln!(f, "{count:>9}  {what} {ending}")?;
            }
        }
        Ok(())
    }
}
