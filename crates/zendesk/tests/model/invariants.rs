//! What must never happen, watched from the world's side: what Ferry says of itself is compared
//! with what it did and with what it was told, not with what it believes.

use std::collections::BTreeMap;

use ferry_protocol::{ApiCall, Outcome};
use ferry_zendesk::tags::{Ending, Report};

use crate::tags::Tags;
use crate::world::{Verb, Write};

#[derive(Debug, Default)]
pub(crate) struct Watch {
    pub(crate) violations: Vec<String>,
    pub(crate) tracing: bool,
    /// What the change under way names.
    pub(crate) remove: Tags,
    pub(crate) add: Tags,
    pub(crate) start: Tags,
    /// What the ticket's tags would be without Ferry.
    pub(crate) without_ferry: Tags,
    /// All tags that Ferry was ever allowed to touch in this world.
    pub(crate) named: Tags,
    /// The version that Ferry last read with a stamp.
    versions: BTreeMap<u64, u64>,
    /// The tags that Ferry was last told; `None` from a write on.
    told: Option<Tags>,
    calls: u64,
    pub(crate) all_calls: u64,
    pub(crate) writes: u64,
    removals: u64,
    effects: u64,
    /// Counts Ferry's changes in this world.
    pub(crate) change: u64,
    /// A removal whose protection Zendesk ignored left the ticket bare.
    pub(crate) bared_unprotected: u64,
    /// And nobody has made up for it yet.
    pub(crate) is_bared: bool,
    /// The page was seen to show the ticket since the ticket was last read.
    pub(crate) page_agrees: bool,
    /// Ferry was told that an addition was not protected.
    warned: bool,
    /// Whether the agent may write at all.
    pub(crate) may_write: bool,
}

impl Watch {
    pub(crate) fn new(tags: Tags, may_write: bool, tracing: bool) -> Self {
        Self {
            without_ferry: tags,
            may_write,
            tracing,
            ..Self::default()
        }
    }

    pub(crate) fn begin(&mut self, remove: Tags, add: Tags, start: Tags) {
        (self.remove, self.add, self.start) = (remove, add, start);
        self.named = self.named.and(remove).and(add);
        self.told = None;
        self.warned = false;
        self.change += 1;
        (self.writes, self.removals, self.effects, self.calls) = (0, 0, 0, 0);
    }

    pub(crate) fn note(&self, what: impl FnOnce() -> String) {
        if self.tracing {
            println!("{}", what());
        }
    }

    pub(crate) fn version_read(&self, stamp: u64) -> Option<u64> {
        self.versions.get(&stamp).copied()
    }

    /// Whether these support-level tags are none, by the scheme that the change is about.
    fn is_bare(&self, tags: Tags) -> bool {
        let current = !self.start.and(self.add).among(Tags::CURRENT).is_empty();
        tags.among(if current { Tags::CURRENT } else { Tags::LEVEL })
            .is_empty()
    }

    /// Ferry sends a call: exactly the named tags, or what it removed when the ticket is bare.
    pub(crate) fn call(&mut self, call: &ApiCall) {
        self.calls += 1;
        self.all_calls += 1;
        if self.calls > 150 {
            self.violation("no end: 150 calls");
        }
        let (body, expected) = match call {
            ApiCall::AddTags { body, .. } => {
                let restores =
                    self.told.is_some_and(|told| self.is_bare(told)) && self.removals > 0;
                (body, if restores { self.remove } else { self.add })
            }
            ApiCall::RemoveTags { body, .. } => {
                self.removals += 1;
                (body, self.remove)
            }
            _ => return,
        };
        self.writes += 1;
        let restores = expected != self.add && matches!(call, ApiCall::AddTags { .. });
        if !self.page_agrees && !restores {
            self.violation("wrote without looking at the page");
        }
        if self.warned && matches!(call, ApiCall::RemoveTags { .. }) {
            self.violation("removed although the addition was not protected");
        }
        if !self.may_write {
            self.violation("wrote for somebody who may not");
        }
        if Tags::named(&body.tags) != Some(expected) || body.safe_update != "true" {
            self.violation(format!("sent {body:?}, not {expected:?}"));
        }
    }

    /// What Ferry is told.
    pub(crate) fn saw(
        &mut self,
        call: &ApiCall,
        outcome: &Outcome,
        tags: Tags,
        second: u64,
        version: u64,
    ) {
        let refused = matches!(outcome, Outcome::Refused { .. });
        self.page_agrees &= !matches!(call, ApiCall::Ticket { .. });
        self.warned |= matches!(call, ApiCall::AddTags { .. }) && is_warned(outcome);
        match call {
            // The adapter did not let it out.
            ApiCall::AddTags { .. } if refused => self.writes -= 1,
            ApiCall::RemoveTags { .. } if refused => {
                self.writes -= 1;
                self.removals -= 1;
            }
            ApiCall::AddTags { .. } | ApiCall::RemoveTags { .. } => self.told = None,
            ApiCall::Ticket { .. } if is_a_reading(outcome) => {
                self.told = Some(tags);
                self.versions.insert(second, version);
            }
            _ => {}
        }
    }

    /// A write of Ferry's takes effect.
    pub(crate) fn effect(&mut self, write: &Write, before: Tags, after: Tags, version: u64) {
        let gone = before.without(after);
        self.effects += u64::from(write.change == self.change);
        if !self.named.contains(gone) {
            self.violation(format!("removed {gone:?}"));
        }
        let bared = write.verb == Verb::Remove && !self.is_bare(before) && self.is_bare(after);
        if bared && write.protected {
            self.violation("left the ticket bare");
        }
        self.bared_unprotected += u64::from(bared && !write.protected);
        self.is_bared = bared || (self.is_bared && self.is_bare(after));
        // Putting back on a bare ticket is no decision on what somebody else did.
        let puts_back = write.verb == Verb::Add && write.tags == self.remove;
        if write.protected && !puts_back && before != after && write.version_read != Some(version) {
            self.violation(format!("wrote unseen over version {version}: {write:?}"));
        }
    }

    /// Somebody else changes the ticket.
    pub(crate) fn foreign(&mut self, add: Tags, remove: Tags, after: Tags) {
        self.is_bared &= self.is_bare(after);
        self.without_ferry = self.without_ferry.and(add).without(remove);
    }

    /// Ferry has ended and says how.
    pub(crate) fn end(&mut self, report: &Report, tags: Tags) {
        let target = self.start.and(self.add).without(self.remove);
        let told = self.told;
        let level = told.map(Tags::level);
        let others = |tags: Tags| tags.without(self.named);
        let true_words = match &report.ending {
            Ending::Done => level == Some(target) && self.writes > 0,
            Ending::AlreadyDone => level == Some(target) && self.writes == 0 && self.effects == 0,
            Ending::DoneAmidChanges => told.is_some_and(|told| {
                told.contains(self.add) && told.among(self.remove).is_empty() && !self.is_bare(told)
            }),
            Ending::NotKept { still, missing } => told.is_some_and(|told| {
                Tags::named(still) == Some(told.among(self.remove))
                    && Tags::named(missing) == Some(self.add.without(told))
            }),
            Ending::NotDone(_) => self.writes == 0 || level.is_some_and(|level| level != target),
            Ending::PutBack => told.is_some_and(|told| !self.is_bare(told)),
            Ending::Bare(_) => self.removals > 0 && told.is_none_or(|told| self.is_bare(told)),
            Ending::Unknown(_) => told.is_none() && self.writes > 0,
        };
        let is_bare = self.removals > 0 && told.is_some_and(|told| self.is_bare(told));
        let after = report.after.as_ref().map(|after| Tags::named(&after.tags));
        let problem = if !true_words {
            "says what is not so"
        } else if report.sent != (self.writes > 0) {
            "does not know whether it wrote"
        } else if is_bare && !matches!(report.ending, Ending::Bare(_)) {
            "does not say that the ticket is bare"
        } else if self.writes == 0 && self.effects > 0 {
            "had an effect without writing"
        } else if after != told.map(Some) && self.writes > 0 {
            "reports another reading than the last one"
        } else if others(tags) != others(self.without_ferry) {
            "changed what it did not name"
        } else {
            return;
        };
        self.violation(format!("{problem}: {:?}, told {told:?}", report.ending));
    }

    pub(crate) fn violation(&mut self, what: impl Into<String>) {
        self.violations.push(what.into());
    }
}

fn is_a_reading(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Response { status: 200, content_type, body, .. }
        if content_type == "application/json" && body.ends_with("}}") && !body.contains("null"))
}

fn is_warned(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Response { status: 200 | 204, content_type, api_warn: Some(_), .. }
        if content_type != "text/plain" && content_type != "text/html")
}
