//! What became of a change.

use super::change::TagChange;
use super::changes::Changes;
use super::page::Notice;
use super::reading::Reading;
use super::reason::Reason;
use crate::error::Error;

/// What became of a change: true at the moment that `after` was read, and no word more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was to be done.
    pub change: TagChange,
    /// Whether anything was sent.
    pub sent: bool,
    /// The ticket before anything was sent.
    pub before: Option<Reading>,
    /// The ticket as last read; `None`: it could not be read after something was sent.
    pub after: Option<Reading>,
    /// How it ended.
    pub ending: Ending,
    /// What else the agent should know.
    pub notices: Vec<Notice>,
}

/// How a change ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The ticket was read with exactly the support-level tags that were wanted.
    Done,
    /// So it was before anything was sent.
    AlreadyDone,
    /// What was to go is gone and what was to come is there, but others changed the ticket's
    /// other support-level tags at the same time.
    DoneAmidChanges,
    /// Zendesk took the change, and yet the ticket was read without it: it was put back.
    NotKept {
        /// What was to go and is there.
        still: Vec<String>,
        /// What was to come and is not there.
        missing: Vec<String>,
    },
    /// It was not done, or not to the end; [`Report::added`] and [`Report::removed`] say how far.
    NotDone(Stop),
    /// The removal met with somebody else's and would have left the ticket without a support
    /// level; the tag was put back.
    PutBack,
    /// The ticket has no support level, and the tag could not be put back.
    Bare(Stop),
    /// Something was sent, and the ticket could not be read afterwards.
    Unknown(Error),
}

/// What kept a change from being done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// Ferry's own rules.
    Refused(Reason),
    /// Something went wrong.
    Failed(Error),
}

impl Report {
    /// A stable name of how it ended, for translations and tests.
    pub fn kind(&self) -> &'static str {
        match &self.ending {
            Ending::Done => "done",
            Ending::AlreadyDone => "already_done",
            Ending::DoneAmidChanges => "done_amid_changes",
            Ending::NotKept { .. } => "not_kept",
            Ending::NotDone(Stop::Refused(_)) => "refused",
            Ending::NotDone(Stop::Failed(_)) => "failed",
            Ending::PutBack => "put_back",
            Ending::Bare(_) => "bare",
            Ending::Unknown(_) => "unknown",
        }
    }

    /// Whether the ticket was last read as it was wanted.
    pub fn is_done(&self) -> bool {
        matches!(
            self.ending,
            Ending::Done | Ending::AlreadyDone | Ending::DoneAmidChanges
        )
    }

    /// The tags of the change that were there before and were last read as gone.
    pub fn removed(&self) -> Vec<String> {
        self.differing(|tag, before, after| {
            self.change.remove().contains(tag)
                && before.tags.contains(tag)
                && !after.tags.contains(tag)
        })
    }

    /// The tags of the change that were not there before and were last read as there.
    pub fn added(&self) -> Vec<String> {
        self.differing(|tag, before, after| {
            self.change.add().contains(tag)
                && !before.tags.contains(tag)
                && after.tags.contains(tag)
        })
    }

    /// The change that brings back exactly the support-level tags of before, by the same protocol.
    ///
    /// # Errors
    /// Why there is none: nothing was done, the outcome is unknown, others changed support-level
    /// tags too, or the ticket had none before.
    pub fn undo(&self) -> Result<TagChange, Reason> {
        let Some(after) = self.after.as_ref().filter(|_| self.sent) else {
            return Err(Reason::NothingToUndo);
        };
        let Some(back) = self.change.back_from(&after.level_tags) else {
            return Err(Reason::NothingToUndo);
        };
        let target = back.target();
        if target != *self.change.start() {
            let changes = Changes::between(self.change.start(), &target);
            return Err(Reason::LevelTagsChanged(changes));
        }
        if back.is_bare(&target) {
            return Err(Reason::WouldBeBare);
        }
        Ok(back)
    }

    fn differing(&self, wanted: impl Fn(&str, &Reading, &Reading) -> bool) -> Vec<String> {
        let (Some(before), Some(after)) = (&self.before, &self.after) else {
            return Vec::new();
        };
        let named = self.change.remove().iter().chain(self.change.add());
        named
            .filter(|tag| wanted(tag, before, after))
            .cloned()
            .collect()
    }
}

impl Stop {
    /// A stable name, for translations and tests.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Refused(reason) => reason.kind(),
            Self::Failed(error) => error.kind(),
        }
    }
}

impl From<Reason> for Stop {
    fn from(reason: Reason) -> Self {
        Self::Refused(reason)
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}
