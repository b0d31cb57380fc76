//! # Labelled ends
//!
//! What it does: finds two entries near each other whose labels say what is there today and what
//! is to come, each with an offering.
//!
//! Why: facts in a list state a move without a verb.
//!
//! Example: "* present: self-managed GitLab 17.11 / * future: GitLab Dedicated, same users" goes
//! from self-managed to Dedicated.

use crate::judge::{Doc, Line, Place};
use crate::lexicon::{Class, beside};

/// Where from and where to, at the entry that is completed by the other one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LabelledEnds {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// The later entry.
    pub(crate) place: Place,
}

/// How many entries may stand between the two.
const NEAR: usize = 4;

/// Whether the line at `at` completes such a pair.
pub(crate) fn find(doc: &Doc, at: usize) -> Option<LabelledEnds> {
    let line = doc.lines.get(at)?;
    let here = end(doc, line)?;
    let earlier = doc.lines.get(at.saturating_sub(NEAR)..at)?;
    let (from, to) = earlier
        .iter()
        .rev()
        .filter_map(|line| end(doc, line))
        .find_map(|other| match (other, here) {
            (End::Today(from), End::ToCome(to)) | (End::ToCome(to), End::Today(from)) => {
                Some((from, to))
            }
            _ => None,
        })?;
    (from != to).then(|| LabelledEnds {
        from,
        to,
        place: line.all(),
    })
}

#[derive(Debug, Clone, Copy)]
enum End {
    Today(usize),
    ToCome(usize),
}

/// The end that an entry names; none that asks, doubts, or names two offerings.
fn end(doc: &Doc, line: &Line) -> Option<End> {
    let label = label(line)?;
    let open = line.sentence.question || line.has(Class::Hedge) || line.has(Class::Not);
    let value = label.end..line.sentence.tokens.len();
    let mut named = line.offerings_in(&value);
    let (offering, _) = named.next()?;
    let single = named.all(|(other, _)| other == offering);
    if open || !single {
        return None;
    }
    // In a public text "From:" and "To:" are a mail's.
    let bare = |word: &str| {
        doc.internal && label.len() <= 2 && label.clone().any(|at| line.word(at) == word)
    };
    if bare("to") {
        return Some(End::ToCome(offering));
    }
    if bare("from") {
        return Some(End::Today(offering));
    }
    let is = |words: &[&str]| line.says(&label, words);
    if is(beside::LABELS_TO_COME) {
        return Some(End::ToCome(offering));
    }
    is(beside::LABELS_OF_TODAY).then_some(End::Today(offering))
}

/// The words before a colon near the start of an entry.
fn label(line: &Line) -> Option<Place> {
    let colon = (1..6).find(|&at| line.word(at) == ":")?;
    Some(0..colon)
}

#[cfg(test)]
pub(crate) const CARD: super::Card = super::Card {
    name: "labelled ends",
    source: include_str!("labelled_ends.rs"),
    finds: &[
        "* present: self-managed GitLab 17.11\n* future: GitLab Dedicated, same users",
        "Current platform: GitLab.com\nTarget platform: self-managed",
        "Today: SM\nTomorrow: SaaS",
        "from: Self-Managed\nto: GitLab.com",
    ],
    passes: &[
        "Current platform: GitLab.com\nCurrent version: self-managed 17.1",
        "Today: SM\nTomorrow: maybe SaaS",
        "Current platform: SM or .com?\nTarget platform: self-managed?",
        "From: jane@example.com\nTo: support@gitlab.com",
    ],
    found: |text| super::tests::any_line(text, true, |doc, at| find(doc, at).is_some()),
};
