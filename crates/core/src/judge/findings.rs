//! What the texts say, weighed: the newest statement wins, and who made it decides how much it
//! proves.

use chrono::NaiveDate;

use super::problem::Problem;
use super::statements::{Event, Says, events, live, orders_tags};
use super::tags::Held;
use super::told::ToldInPolicy;
use super::{Author, Doc, evidence};
use crate::assessment::{AMBIGUOUS_DATE, Conclusion, Evidence};
use crate::draft::Questions;
use crate::lexicon::Class;
use crate::policy::Policy;
use crate::signals::asked::Asked;
use crate::signals::level::{Context, LevelSaid};
use crate::signals::set_up_block::Block;
use crate::signals::target_date::DateSaid;
use crate::signals::{asked, level, ops_link, set_up_block, target_date};

/// Everything that the stage rules need to know of the texts.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// Whether there is a migration, and how surely.
    pub(crate) migration: Indication,
    /// The offering that is left.
    pub(crate) from: Option<usize>,
    /// The offering to go to.
    pub(crate) to: Option<usize>,
    /// The level on `to`.
    pub(crate) level: Option<usize>,
    /// The newest target date in an internal text.
    pub(crate) internal_date: Option<NaiveDate>,
    /// Whether an internal text says anything of the date, also that it is open.
    pub(crate) internal_date_said: bool,
    /// The newest target date in a public text.
    pub(crate) public_date: Option<NaiveDate>,
    /// The newest target date in any text.
    pub(crate) any_date: Option<NaiveDate>,
    /// The newest link to Support Ops in an internal text.
    pub(crate) ops_issue: Option<String>,
    /// Whether an agent has asked in public for level or date.
    pub(crate) asked: bool,
    /// The set-up block, if there is one.
    pub(crate) block: Option<Block>,
    /// What all this rests on.
    pub(crate) evidence: Vec<Evidence>,
    /// What was left undecided.
    pub(crate) warnings: Vec<String>,
}

/// How surely there is a migration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Indication {
    /// Nothing says so, or it is over.
    #[default]
    None,
    /// Only public comments say so.
    Weak,
    /// An internal text says so.
    Strong {
        /// Whether in so many words: only then may tags be changed.
        certain: bool,
    },
}

pub(crate) fn find(
    policy: &Policy,
    questions: &Questions,
    docs: &[Doc],
    held: &Held<'_>,
    problem: &Problem,
    told: &ToldInPolicy,
) -> Findings {
    let mut found = Findings::default();
    let blocks: Vec<Option<Block>> = docs
        .iter()
        .map(|doc| set_up_block::find(policy, doc).filter(|_| doc.internal))
        .collect();
    let block = blocks
        .iter()
        .enumerate()
        .filter_map(|(at, block)| Some((at, block.clone()?)))
        .next_back();
    let unpaid = problem
        .offering
        .filter(|problem| !held.paid(policy).contains(problem));
    let asked: Vec<Asked> = docs.iter().map(|doc| asked::find(doc, questions)).collect();
    let events = events(docs, &asked, block.as_ref(), unpaid);
    let live = live(&events);
    found.note_events(docs, &events, live);
    if told.to.is_some() {
        found.migration = Indication::Strong { certain: true };
    }
    if found.migration == Indication::None {
        return found;
    }
    found.block = block.map(|(_, block)| block);
    found.ends(live, &events, policy, held, told);
    let about: Vec<bool> = (0..docs.len())
        .map(|at| is_about(policy, docs, &events, at))
        .collect();
    found.note_asked(docs, &asked);
    found.note_ops_issue(policy, docs);
    found.note_level(policy, docs, &asked, &about, &blocks, held);
    found.note_dates(docs, &asked, &about);
    found.level = told.level.or(found.level);
    if told.date.is_some() {
        found.internal_date = told.date;
        found.internal_date_said = true;
        found.any_date = told.date;
    }
    found
}

/// Whether a text is about the migration, so that levels and dates in it can be the target's.
fn is_about(policy: &Policy, docs: &[Doc], events: &[Event], at: usize) -> bool {
    let stated = events
        .iter()
        .any(|event| event.doc == at && event.says != Says::Ended);
    let linked = docs.get(at).is_some_and(|doc| {
        doc.internal
            && doc
                .lines
                .iter()
                .any(|line| ops_link::find(policy, &doc.readable.text, line).is_some())
    });
    // Once there is a migration, a note that names an offering or speaks of the move, and a mail
    // that speaks of the move or of the level on an offering to come, are about it.
    let speaks = docs.get(at).is_some_and(|doc| {
        doc.lines.iter().any(|line| {
            line.has(Class::Move)
                || (line.has(Class::Future)
                    && line.names_offering()
                    && line.levels_in(&line.all()).next().is_some())
                || (doc.internal
                    && (line.has(Class::Approve)
                        || line.has(Class::DateWord)
                        || !line.dates.is_empty() && line.levels_in(&line.all()).next().is_some()
                        || line.names_offering()))
        })
    });
    stated || linked || speaks
}

impl Findings {
    fn quote(&mut self, docs: &[Doc], event: &Event, supports: Conclusion) {
        if let Some((doc, line)) = docs
            .get(event.doc)
            .and_then(|doc| Some((doc, doc.lines.get(event.line)?)))
        {
            self.evidence
                .push(evidence(doc, line, &event.place, supports));
        }
    }

    fn note_events(&mut self, docs: &[Doc], events: &[Event], live: &[Event]) {
        if live.is_empty() {
            if let Some(end) = events.last() {
                self.quote(docs, end, Conclusion::NoMigration);
            }
            return;
        }
        let internal = |event: &&Event| docs.get(event.doc).is_some_and(|doc| doc.internal);
        let certain = live.iter().filter(internal).any(|event| match event.says {
            Says::Moves { certain, .. } => certain || docs.get(event.doc).is_some_and(orders_tags),
            Says::Approved { .. } => true,
            Says::Presupposed { .. } | Says::Ended => false,
        });
        let strong = live.iter().any(|event| internal(&event));
        self.migration = if strong {
            Indication::Strong { certain }
        } else {
            Indication::Weak
        };
        // The newest statement is quoted; questions that take the move for granted only where
        // nothing else says so.
        let told = |event: &&Event| !matches!(event.says, Says::Presupposed { .. });
        for inside in [true, false] {
            let mut side = live.iter().filter(|event| internal(event) == inside);
            let event = side.clone().rfind(told).or_else(|| side.next_back());
            if let Some(event) = event {
                self.quote(docs, event, Conclusion::Migration);
            }
        }
    }

    /// Where from and where to, by the newest statement that names both, or else by the newest
    /// that names either.
    fn ends(
        &mut self,
        live: &[Event],
        events: &[Event],
        policy: &Policy,
        held: &Held<'_>,
        told: &ToldInPolicy,
    ) {
        let both = live.iter().rev().find_map(|event| match event.says {
            Says::Moves {
                from: Some(from),
                to: Some(to),
                ..
            } => Some((from, to)),
            _ => None,
        });
        match both {
            Some((from, to)) => (self.from, self.to) = (Some(from), Some(to)),
            None => {
                let moves = |event: &Event| match event.says {
                    Says::Moves { from, to, .. } => (from, to),
                    Says::Presupposed { to } => (None, to),
                    _ => (None, None),
                };
                self.from = live.iter().rev().find_map(|event| moves(event).0);
                self.to = live.iter().rev().find_map(|event| moves(event).1);
            }
        }
        self.to = told.to.or(self.to);
        self.from = told
            .from
            .or(self.from.filter(|from| Some(*from) != self.to));
        let approved = live.iter().rev().find_map(|event| match event.says {
            Says::Approved { to } => to,
            _ => None,
        });
        if self.to.is_none() {
            self.to = approved.filter(|to| Some(*to) != self.from);
        }
        let earlier = events.iter().rev().find_map(|event| match event.says {
            Says::Moves { from, to, .. } if to == self.to => from,
            _ => None,
        });
        let paid = held.paid(policy);
        if self.from.is_none() {
            self.from = earlier.or_else(|| {
                paid.first()
                    .copied()
                    .filter(|only| paid.len() == 1 && self.to.is_some_and(|to| to != *only))
            });
        }
    }

    fn note_asked(&mut self, docs: &[Doc], asked: &[Asked]) {
        for (doc, asked) in docs.iter().zip(asked) {
            if let Some((at, place)) = asked.place.clone() {
                self.asked = true;
                if let Some(line) = doc.lines.get(at) {
                    self.evidence
                        .push(evidence(doc, line, &place, Conclusion::Asked));
                }
            }
        }
    }

    fn note_ops_issue(&mut self, policy: &Policy, docs: &[Doc]) {
        for doc in docs.iter().rev().filter(|doc| doc.internal) {
            for line in doc.lines.iter().rev() {
                if let Some((address, place)) = ops_link::find(policy, &doc.readable.text, line) {
                    self.evidence
                        .push(evidence(doc, line, &place, Conclusion::OpsIssue));
                    self.ops_issue = Some(address);
                    return;
                }
            }
        }
    }

    fn context(
        &self,
        asked: &[Asked],
        about: &[bool],
        at: usize,
        wanted: impl Fn(&Asked) -> bool,
    ) -> Context {
        let before = asked.get(..at).unwrap_or_default();
        Context {
            to: self.to,
            from: self.from,
            asked: before.iter().any(wanted),
            about_migration: about.get(at).copied().unwrap_or_default(),
        }
    }

    fn note_level(
        &mut self,
        policy: &Policy,
        docs: &[Doc],
        asked: &[Asked],
        about: &[bool],
        blocks: &[Option<Block>],
        held: &Held<'_>,
    ) {
        let mut said: Option<(Option<usize>, Evidence)> = None;
        for (at, doc) in docs.iter().enumerate() {
            let context = self.context(asked, about, at, |asked| asked.level);
            let block_level = blocks.get(at).and_then(Option::as_ref).and_then(|block| {
                let to = block.to.or(self.to)?;
                let tag = block.tags.iter().find(|tag| tag.offering == to)?;
                Some((tag.level, block.at))
            });
            if let Some((level, line)) = block_level
                && let Some(found) = doc.lines.get(line)
            {
                said = Some((
                    Some(level),
                    evidence(doc, found, &found.all(), Conclusion::Level),
                ));
                continue;
            }
            let has_block = blocks.get(at).is_some_and(Option::is_some);
            for (line_at, line) in doc.lines.iter().enumerate() {
                // A block's tags of the other side are no level on the new one.
                if has_block && set_up_block::is_entry(line) {
                    continue;
                }
                let found = level::find(doc, line_at, context);
                let (level, place) = match found {
                    Some(LevelSaid::Is(level, place)) => (Some(level), place),
                    Some(LevelSaid::SameAsToday(place)) => (
                        self.from.and_then(|from| held.level_of(policy, from)),
                        place,
                    ),
                    Some(LevelSaid::Open(place)) if said.is_some() => (None, place),
                    _ => continue,
                };
                if level.is_some_and(|level| !self.sells(policy, level)) {
                    continue;
                }
                said = Some((level, evidence(doc, line, &place, Conclusion::Level)));
            }
        }
        if let Some((level, quote)) = said {
            self.level = level;
            self.evidence.push(quote);
        }
        let only = self
            .to
            .and_then(|to| policy.offerings.get(to))
            .map(|offering| offering.levels.as_slice());
        if let Some([only]) = only {
            self.level = policy.levels.iter().position(|level| &level.id == only);
        }
    }

    /// Whether the new offering is sold with a level.
    fn sells(&self, policy: &Policy, level: usize) -> bool {
        let Some(offering) = self.to.and_then(|to| policy.offerings.get(to)) else {
            return true;
        };
        policy
            .levels
            .get(level)
            .is_some_and(|level| offering.levels.contains(&level.id))
    }

    fn note_dates(&mut self, docs: &[Doc], asked: &[Asked], about: &[bool]) {
        let mut quotes: [Option<Evidence>; 2] = [None, None];
        let mut unclear = false;
        for (at, doc) in docs.iter().enumerate() {
            let context = self.context(asked, about, at, |asked| asked.date);
            for (line_at, line) in doc.lines.iter().enumerate() {
                let (date, place) = match target_date::find(doc, line_at, context) {
                    Some(DateSaid::Is(day, place)) if is_ahead(doc, day) => (Some(day), place),
                    Some(DateSaid::Unclear(place)) => {
                        unclear = true;
                        (None, place)
                    }
                    Some(DateSaid::Open(place)) => (None, place),
                    _ => continue,
                };
                self.any_date = date;
                if doc.internal {
                    self.internal_date = date;
                    self.internal_date_said = true;
                } else {
                    self.public_date = date;
                }
                if let Some(slot) = quotes.get_mut(usize::from(doc.internal)) {
                    *slot = Some(evidence(doc, line, &place, Conclusion::TargetDate));
                }
            }
        }
        if unclear {
            self.warnings.push(AMBIGUOUS_DATE.to_owned());
        }
        self.evidence.extend(quotes.into_iter().flatten());
    }
}

/// In a mail, a day before the mail is no target.
fn is_ahead(doc: &Doc, day: NaiveDate) -> bool {
    doc.internal || doc.author == Author::Organization || doc.date.is_none_or(|date| day >= date)
}
