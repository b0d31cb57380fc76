//! Everybody else: two agents, a trigger, and a page that was opened long ago.

use crate::random::Random;
use crate::tags::{NAMES, Tags};
use crate::world::World;

/// How the others behave in one world.
#[derive(Debug, Clone)]
pub(crate) struct Habits {
    /// Something happens once in so many opportunities; 0: never.
    pub(crate) rarity: u64,
    pub(crate) trigger: Trigger,
    pub(crate) stale_page: StalePage,
    /// Whether a write that changes nothing still moves the stamp.
    pub(crate) idle_writes_count: bool,
    /// "documented 200 with the remaining tags; general rule says 204".
    pub(crate) delete_answers_204: bool,
    /// "What a missing or old token gets is not public: expect 401, 403 or HTML".
    pub(crate) old_token_gets: OldToken,
    /// The longest way of a call, in milliseconds.
    pub(crate) latency: u64,
}

/// "Triggers run after an update and may put a tag back".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trigger {
    None,
    /// Wants these tags on the ticket, at once.
    Wants(Tags),
    /// The same, some time later.
    WantsLater(Tags),
    /// Takes a tag off as soon as it comes.
    Rejects(Tags),
}

/// "a captured submit of the page sent its whole tags array".
#[derive(Debug, Clone, Copy)]
pub(crate) enum StalePage {
    /// What it sends replaces all.
    Replaces(Tags),
    /// "the updates are merged and all tags are included".
    Merges(Tags),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OldToken {
    Unauthorized,
    Forbidden,
    Html,
}

impl Habits {
    pub(crate) fn new(random: &mut Random, tags: Tags, named: Tags) -> Self {
        let trigger = match random.below(12) {
            0 => Trigger::Wants(named.among(tags)),
            1 => Trigger::WantsLater(named.among(tags)),
            2 => Trigger::Wants(Tags::one(NAMES.len() - 1)),
            3 => Trigger::Rejects(named.without(tags)),
            _ => Trigger::None,
        };
        let stale_page = if random.once_in(2) {
            StalePage::Replaces(tags)
        } else {
            StalePage::Merges(tags)
        };
        Self {
            rarity: random.of(&[3, 6, 10, 20, 40]),
            trigger,
            stale_page,
            idle_writes_count: random.once_in(2),
            delete_answers_204: random.once_in(2),
            old_token_gets: random.of(&[
                OldToken::Unauthorized,
                OldToken::Forbidden,
                OldToken::Html,
            ]),
            latency: random.of(&[1, 40, 300, 1_500]),
        }
    }

    /// A world in which nobody but Ferry does anything.
    pub(crate) fn quiet(self) -> Self {
        Self {
            rarity: 0,
            trigger: Trigger::None,
            ..self
        }
    }
}

impl World {
    /// Lets time pass, in which others may act and writes under way may arrive.
    pub(crate) fn pass(&mut self, milliseconds: u64) {
        let first = self.random.below(milliseconds + 1);
        self.milliseconds += first;
        self.others_act();
        self.milliseconds += milliseconds - first;
    }

    fn others_act(&mut self) {
        if !self.under_way.is_empty() && self.random.once_in(4) {
            let arrives = self.random.below(self.under_way.len() as u64) as usize;
            let write = self.under_way.swap_remove(arrives);
            let verdict = self.take(write);
            self.watch
                .note(|| format!("late arrival: {write:?}: {verdict:?}"));
        }
        if let Trigger::WantsLater(tags) = self.habits.trigger
            && !self.tags.contains(tags)
            && self.random.once_in(3)
        {
            self.foreign(tags, Tags::NONE);
        }
        while self.random.once_in(self.habits.rarity) {
            self.somebody_acts();
        }
    }

    fn somebody_acts(&mut self) {
        if self.deleted {
            return;
        }
        let any = Tags::one(self.random.below(NAMES.len() as u64) as usize);
        let level = Tags::one(self.random.below(5) as usize);
        match self.random.below(40) {
            // A comment: only the stamp moves.
            0..=9 => self.foreign(Tags::NONE, Tags::NONE),
            10..=14 => self.foreign(any, Tags::NONE),
            15..=18 => self.foreign(Tags::NONE, any.without(Tags::LEVEL)),
            19..=21 => self.foreign(Tags::NONE, any),
            22..=24 => self.foreign(level, self.tags.level().without(level)),
            // A colleague takes off all but one: what Ferry must not make none of.
            25..=27 => {
                let kept = self.tags.level().names().next().map(str::to_owned);
                let kept = Tags::named(kept.iter()).unwrap_or_default();
                self.foreign(Tags::NONE, self.tags.level().without(kept));
            }
            // Off and on again, or on and off: the tags are the same, the wish is a new one.
            28..=29 => {
                self.foreign(Tags::NONE, any);
                self.foreign(any, Tags::NONE);
            }
            30..=32 => self.stale_page_submits(),
            33 => self.csrf += 1,
            34 if !self.closed => {
                self.closed = true;
                self.foreign(Tags::NONE, Tags::NONE);
            }
            35 => {
                self.watch.note(|| "others: deleted".to_owned());
                self.deleted = self.random.once_in(2);
            }
            _ => self.foreign(any, Tags::NONE),
        }
        self.trigger();
    }

    fn stale_page_submits(&mut self) {
        match self.habits.stale_page {
            StalePage::Replaces(tags) => self.foreign(tags, Tags::ALL.without(tags)),
            StalePage::Merges(tags) => self.foreign(tags, Tags::NONE),
        }
    }

    /// Runs after every update, within the same second.
    pub(crate) fn trigger(&mut self) {
        match self.habits.trigger {
            Trigger::Wants(tags) if !self.tags.contains(tags) => self.foreign(tags, Tags::NONE),
            Trigger::Rejects(tags) if !self.tags.among(tags).is_empty() => {
                self.foreign(Tags::NONE, tags)
            }
            _ => {}
        }
    }
}
