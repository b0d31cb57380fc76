//! Where a move goes from and to, said in its clause or in the lines around it.

use super::cue::{Cue, CueKind};
use crate::judge::{Doc, Line, Place};
use crate::lexicon::{Class, beside};
use crate::signals::frame::{self, Role, RoleKind};

/// Where from and where to.
#[derive(Debug, Clone, Default)]
pub(super) struct Ends {
    pub(super) from: Option<usize>,
    pub(super) to: Option<usize>,
    /// Whether the clause itself says so, not the lines around it.
    pub(super) from_said: bool,
    pub(super) to_said: bool,
    pub(super) arrived: bool,
    pub(super) roles: Vec<Role>,
}

impl Ends {
    pub(super) fn find(line: &Line, clause: &Place) -> Self {
        let mut roles = frame::roles(line, clause);
        // "from deb to docker": what an offering runs on is no end beside another such thing.
        let is_end = |role: &&Role| matches!(role.kind, RoleKind::From | RoleKind::To);
        if roles.iter().filter(is_end).all(|role| role.hosted) {
            roles.retain(|role| !role.hosted);
        }
        let from = roles
            .iter()
            .find(|role| role.kind == RoleKind::From)
            .map(|role| role.offering);
        let to = roles
            .iter()
            .find(|role| role.kind == RoleKind::To && Some(role.offering) != from)
            .or_else(|| roles.iter().find(|role| role.kind == RoleKind::To))
            .map(|role| role.offering);
        Self {
            from,
            to,
            from_said: from.is_some(),
            to_said: to.is_some(),
            arrived: false,
            roles,
        }
    }

    /// The ends that a cue states, with what the clause leaves open.
    pub(super) fn completed(
        &self,
        doc: &Doc,
        at: usize,
        line: &Line,
        clause: &Place,
        cue: &Cue,
        problem: Option<usize>,
    ) -> Self {
        let mut ends = self.clone();
        ends.fill_from_context(doc, at, line, clause, cue);
        if ends.from_said && ends.to.is_none() {
            ends.to = problem.filter(|problem| Some(*problem) != ends.from);
        }
        ends
    }

    /// What the clause leaves open, from the other offerings in it and in the lines before.
    fn fill_from_context(&mut self, doc: &Doc, at: usize, line: &Line, clause: &Place, cue: &Cue) {
        if cue.kind == CueKind::Arrive && self.to.is_none() {
            let subject = (cue.place.start..cue.place.end)
                .any(|at| beside::ARRIVED_AT.contains(&line.word(at)));
            let before = |role: &&Role| subject && role.place.end <= cue.place.start;
            self.to = self
                .roles
                .iter()
                .find(before)
                .or(self.roles.iter().find(|role| {
                    role.place.start + 3 >= cue.place.end || cue.place.contains(&role.place.start)
                }))
                .filter(|role| Some(role.offering) != self.from)
                .map(|role| role.offering);
            self.arrived = self.to.is_some();
        }
        if line.has_in(Class::UntilNow, clause) && self.from.is_none() && !self.to_said {
            self.from = until_now(line, clause, &self.roles);
            self.from_said = self.from.is_some();
        }
        if self.to.is_none() && says_there(line, clause) {
            self.to = last_named(doc, at, clause.start, |offering| {
                Some(offering) != self.from
            });
            self.to_said = self.to.is_some();
        }
        // "Our self-managed was the provider. We're leaving that one for gitlab.com."
        if cue.kind == CueKind::Leave && self.from.is_none() && stands_for_left(line, clause, cue) {
            let elsewhere = self.to.or_else(|| {
                let behind = |role: &&Role| role.place.start > cue.place.end;
                let mut named = self.roles.iter().filter(behind).map(|role| role.offering);
                named
                    .next()
                    .filter(|first| named.all(|other| other == *first))
            });
            if elsewhere.is_some() {
                self.from = last_named(doc, at, cue.place.start, |offering| {
                    Some(offering) != elsewhere
                });
                self.from_said = self.from.is_some();
                self.to = elsewhere.filter(|_| self.from_said).or(self.to);
            }
        }
        if self.from.is_some() == self.to.is_some() {
            return;
        }
        let known = self.from.or(self.to);
        let other = self
            .roles
            .iter()
            .find(|role| Some(role.offering) != known)
            .map(|role| role.offering);
        let other = other.or_else(|| only_other(doc, at, known));
        match self.from {
            Some(_) => self.to = other,
            None => self.from = other,
        }
    }
}

/// "We're leaving that one", "that one gets switched off": what is left is named earlier.
fn stands_for_left(line: &Line, clause: &Place, cue: &Cue) -> bool {
    let pronoun = |at: usize| {
        matches!(
            line.word(at),
            "it" | "that" | "this" | "them" | "those" | "these"
        )
    };
    let subject = frame::phrase(line, cue.place.start).start.max(clause.start);
    let passive = (subject + 1..cue.place.start + 1).all(|at| {
        at == cue.place.start
            || line.word(at) == "one"
            || beside::AUXILIARIES.contains(&line.word(at))
    });
    pronoun(cue.place.end)
        || pronoun(subject)
            && passive
            && (cue.place.start > subject + 1 || line.word(cue.place.start) != "left")
}

/// Whether an end is called by a name of the offering, not only described.
pub(super) fn is_named(line: &Line, role: &Role) -> bool {
    line.marks.iter().any(|mark| {
        matches!(mark.class, Class::Offering(_)) && mark.tokens.start == role.place.start
    })
}

/// "until now it was our own server": what stands with the words is what is left, or else what is
/// named first.
fn until_now(line: &Line, clause: &Place, roles: &[Role]) -> Option<usize> {
    let beside = line.marks_in(Class::UntilNow, clause).find_map(|mark| {
        let phrase = frame::phrase(line, mark.tokens.start);
        roles.iter().find(|role| phrase.contains(&role.place.start))
    });
    Some(beside.or(roles.first())?.offering)
}

/// "move there", "over there", "the way there".
fn says_there(line: &Line, clause: &Place) -> bool {
    clause.clone().any(|at| {
        line.word(at) == "there"
            && !at.checked_sub(1).is_some_and(|before| {
                matches!(
                    line.word(before),
                    "is" | "are" | "was" | "will" | "hi" | "hello" | "hey"
                )
            })
            && !beside::THERE_IS.contains(&line.word(at + 1))
    })
}

/// How many lines before and after a statement may say what it leaves open.
pub(super) const NEAR: usize = 60;

/// The offering named last before a place.
fn last_named(
    doc: &Doc,
    at: usize,
    before: usize,
    accept: impl Fn(usize) -> bool,
) -> Option<usize> {
    let last_in = |line: &Line, place: Place| {
        line.offerings_in(&place)
            .map(|(offering, _)| offering)
            .filter(|offering| accept(*offering))
            .last()
    };
    let here = doc.lines.get(at)?;
    let here = if before == 0 {
        last_in(here, here.all())
    } else {
        last_in(here, 0..before)
    };
    here.or_else(|| {
        let earlier = doc.lines.get(at.saturating_sub(NEAR)..at)?;
        earlier
            .iter()
            .rev()
            .find_map(|line| last_in(line, line.all()))
    })
}

/// The one other offering that the lines up to this one name, or else those after it.
fn only_other(doc: &Doc, at: usize, known: Option<usize>) -> Option<usize> {
    let single = |lines: &[Line]| {
        let mut found = lines
            .iter()
            .flat_map(|line| {
                line.offerings_in(&line.all())
                    .map(|(offering, _)| offering)
                    .collect::<Vec<_>>()
            })
            .filter(|offering| Some(*offering) != known);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    };
    let start = at.saturating_sub(NEAR);
    let end = (at + NEAR).min(doc.lines.len());
    single(doc.lines.get(start..=at)?).or_else(|| single(doc.lines.get(start..end)?))
}
