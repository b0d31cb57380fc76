//! One ticket in a Zendesk in memory: its tags, its stamp, its clock and its rules.

use crate::actors::Habits;
use crate::faults::Troubles;
use crate::invariants::Watch;
use crate::random::Random;
use crate::tags::Tags;

pub(crate) const TICKET: u64 = 4_711;

#[derive(Debug)]
pub(crate) struct World {
    pub(crate) random: Random,
    /// The server's clock.
    pub(crate) milliseconds: u64,
    pub(crate) tags: Tags,
    /// The last update, in whole seconds: all that the stamp shows of the clock.
    pub(crate) updated_second: u64,
    /// Counts the updates: what the stamp ought to be.
    pub(crate) version: u64,
    pub(crate) closed: bool,
    pub(crate) deleted: bool,
    pub(crate) csrf: u64,
    pub(crate) habits: Habits,
    pub(crate) troubles: Troubles,
    /// Writes of Ferry's that are still under way, their answers long given up.
    pub(crate) under_way: Vec<Write>,
    pub(crate) watch: Watch,
}

/// A write of Ferry's, as it arrives.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Write {
    pub(crate) verb: Verb,
    pub(crate) tags: Tags,
    pub(crate) stamp: u64,
    /// The version that Ferry last read with this stamp.
    pub(crate) version_read: Option<u64>,
    /// Whether Zendesk looks at the stamp.
    pub(crate) protected: bool,
    /// Which of Ferry's changes it belongs to: it may arrive during the next one.
    pub(crate) change: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    Add,
    Remove,
}

/// What Zendesk makes of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Taken,
    Outdated,
    Closed,
}

impl World {
    pub(crate) fn second(&self) -> u64 {
        self.milliseconds / 1_000
    }

    /// Writes of Ferry's are checked by the invariants at the moment they take effect.
    pub(crate) fn take(&mut self, write: Write) -> Verdict {
        if self.closed {
            return Verdict::Closed;
        }
        if write.protected && write.stamp != self.updated_second {
            return Verdict::Outdated;
        }
        let before = self.tags;
        let after = match write.verb {
            Verb::Add => before.and(write.tags),
            Verb::Remove => before.without(write.tags),
        };
        self.watch.effect(&write, before, after, self.version);
        if after != before || self.habits.idle_writes_count {
            self.updated(after);
            self.trigger();
        }
        Verdict::Taken
    }

    /// A change by anybody but Ferry.
    pub(crate) fn foreign(&mut self, add: Tags, remove: Tags) {
        let changed = self.tags.and(add).without(remove);
        self.watch.foreign(add, remove, changed);
        self.watch.note(|| format!("others: +{add:?} -{remove:?}"));
        self.updated(changed);
    }

    fn updated(&mut self, tags: Tags) {
        self.tags = tags;
        self.version += 1;
        self.updated_second = self.second();
        let now = self.milliseconds;
        self.watch.note(|| format!("{now} ms: now {tags:?}"));
    }
}
