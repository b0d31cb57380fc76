//! A change of support-level tags, as it was decided on.

use std::collections::BTreeSet;

use ferry_core::Policy;
use ferry_core::policy::Scheme;

/// Which tags go, which come, and what the decision rests on.
///
/// Made by [`super::plan`] and [`super::Report::undo`] only, so that nothing else can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagChange {
    ticket: u64,
    remove: BTreeSet<String>,
    add: BTreeSet<String>,
    start: BTreeSet<String>,
    levels: Levels,
    undoes: bool,
}

/// The policy's table of support-level tags, as far as a change needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Levels {
    current: BTreeSet<String>,
    plain: BTreeSet<String>,
}

impl TagChange {
    pub(super) fn new(
        ticket: u64,
        remove: BTreeSet<String>,
        add: BTreeSet<String>,
        start: BTreeSet<String>,
        levels: Levels,
    ) -> Self {
        Self {
            ticket,
            remove,
            add,
            start,
            levels,
            undoes: false,
        }
    }

    /// The ticket's number.
    pub fn ticket(&self) -> u64 {
        self.ticket
    }

    /// The tags that are to go, and no others ever do.
    pub fn remove(&self) -> &BTreeSet<String> {
        &self.remove
    }

    /// The tags that are to come.
    pub fn add(&self) -> &BTreeSet<String> {
        &self.add
    }

    /// The support-level tags that the ticket had when this was decided.
    pub fn start(&self) -> &BTreeSet<String> {
        &self.start
    }

    /// Whether this takes back an earlier change.
    pub fn undoes(&self) -> bool {
        self.undoes
    }

    /// The support-level tags that the ticket is to have in between: additions come first, so
    /// that it is never bare.
    pub(super) fn middle(&self) -> BTreeSet<String> {
        self.start.union(&self.add).cloned().collect()
    }

    /// The support-level tags that the ticket is to have in the end.
    pub fn target(&self) -> BTreeSet<String> {
        self.middle().difference(&self.remove).cloned().collect()
    }

    pub(super) fn levels(&self) -> &Levels {
        &self.levels
    }

    /// Whether a ticket with these support-level tags has no support level.
    ///
    /// A plain tag counts only where the change never saw one of the scheme in use.
    pub(super) fn is_bare(&self, tags: &BTreeSet<String>) -> bool {
        if self.middle().is_disjoint(&self.levels.current) {
            return tags.is_empty();
        }
        tags.is_disjoint(&self.levels.current)
    }

    /// The way back from `now`, the support-level tags after this change, to what was at the
    /// start. `None` if there is nothing to take back.
    pub(super) fn back_from(&self, now: &BTreeSet<String>) -> Option<Self> {
        let remove: BTreeSet<String> = self.add.intersection(now).cloned().collect();
        let add: BTreeSet<String> = self.remove.difference(now).cloned().collect();
        if remove.is_empty() && add.is_empty() {
            return None;
        }
        let back = Self::new(self.ticket, remove, add, now.clone(), self.levels.clone());
        Some(Self {
            undoes: true,
            ..back
        })
    }
}

impl Levels {
    pub(super) fn of(policy: &Policy) -> Self {
        let tags = |scheme: Scheme| {
            let table = policy.tags.iter().filter(|entry| entry.scheme == scheme);
            table.map(|entry| entry.tag.clone()).collect()
        };
        Self {
            current: tags(Scheme::Current),
            plain: tags(Scheme::Plain),
        }
    }

    pub(super) fn contains(&self, tag: &str) -> bool {
        self.current.contains(tag) || self.plain.contains(tag)
    }

    /// The support-level tags among `tags`.
    pub(super) fn among<'a>(&self, tags: impl IntoIterator<Item = &'a String>) -> BTreeSet<String> {
        tags.into_iter()
            .filter(|tag| self.contains(tag))
            .cloned()
            .collect()
    }
}
