//! # Verdict
//!
//! What it does: finds sentences that end a migration: called off, denied, or finished.
//!
//! Why: the newest statement wins, and a migration that is over needs no banner.
//!
//! Example: "customer has cancelled the move to .com, they'll keep their SM instance".

mod called_off;
mod finished;
mod stays;

use self::called_off::called_off;
use self::finished::finished;
use super::frame;
use super::movement::{self, Said};
use crate::judge::{Author, Doc, Line, Place};
use crate::lexicon::{Class, beside};

/// Where a line says that there is no migration, or none any more.
///
/// `problem` is the offering that the ticket is about, as in [`movement::find`].
pub(crate) fn find(doc: &Doc, at: usize, problem: Option<usize>) -> Option<Place> {
    let line = doc.lines.get(at)?;
    let told = frame::told(line);
    if told == 0 {
        return None;
    }
    let said = movement::find(doc, at, problem);
    // "I'd need to hear what day you hope to have the move wrapped up" asks.
    let asks = doc.author == Author::Staff
        && !doc.internal
        && line.has(Class::Ask)
        && (line.has(Class::DateWord) || line.has(Class::LevelWord));
    if asks || is_resumed(line) {
        return None;
    }
    if is_of_another_org(doc, line) {
        return Some(line.all());
    }
    denied(line, &said)
        .or_else(|| called_off(doc, line, &said))
        .or_else(|| finished(doc, line))
}

/// "They changed their minds: the migration does take place", "the project is back on".
pub(crate) fn is_resumed(line: &Line) -> bool {
    let open = line.sentence.question || line.has(Class::Hedge);
    let mut on_again = line.marks.iter().filter(|mark| mark.class == Class::Resume);
    !open
        && on_again.any(|mark| {
            let near = mark.tokens.start.saturating_sub(6)..mark.tokens.end + 6;
            let of_move = line.has_in(Class::Move, &near)
                || line.has_in(Class::Between, &near)
                || line.says(&near, beside::UNDERTAKINGS);
            let denied = line.has_in(
                Class::Not,
                &(mark.tokens.start.saturating_sub(3)..mark.tokens.end),
            );
            let somewhere = line
                .offerings_in(&(mark.tokens.end..mark.tokens.end + 3))
                .next()
                .is_some();
            of_move && !denied && !somewhere
        })
}

/// "we are not going to move".
fn denied(line: &Line, said: &[Said]) -> Option<Place> {
    said.iter().find_map(|said| match said {
        Said::Denies(place) => {
            is_about_customer(line, &(place.end..place.end), place).then(|| place.clone())
        }
        Said::Moves(_) => None,
    })
}

/// The clauses of a line up to where it asks: "We left it years ago, why do we get mails?"
fn told_clauses(line: &Line) -> impl Iterator<Item = Place> {
    let told = frame::told(line);
    line.clauses
        .iter()
        .map(move |clause| clause.start..clause.end.min(told))
        .filter(|clause| !clause.is_empty())
}

/// "That note is for another org", "the note is stale": a colleague takes back what it says; not
/// where a new date or level is told with it.
fn is_of_another_org(doc: &Doc, line: &Line) -> bool {
    let start = 0..line.sentence.tokens.len().min(4);
    let all = line.all();
    let outdated = line.says(&start, &["note"])
        && line.says(&all, beside::OUTDATED)
        && line.dates.is_empty()
        && line.levels_in(&all).next().is_none();
    doc.internal && outdated
        || doc.internal
            && line.says(&start, &["note", "comment", "message", "above", "wrong"])
            && (0..line.sentence.tokens.len()).any(|at| {
                matches!(line.word(at), "another" | "different" | "wrong" | "other")
                    && matches!(
                        line.word(at + 1),
                        "org"
                            | "organisation"
                            | "organization"
                            | "customer"
                            | "account"
                            | "company"
                    )
            })
}

/// "we are not leaving", not "mails are not leaving".
fn is_about_customer(line: &Line, mark: &Place, clause: &Place) -> bool {
    let reach = if mark.is_empty() { clause.len() } else { 4 };
    let before = mark.start.saturating_sub(reach).max(clause.start)..mark.start;
    before.is_empty()
        || before
            .clone()
            .any(|at| beside::WHO_DECIDES.contains(&line.word(at)))
            && !before.clone().any(|at| {
                matches!(
                    line.word(at),
                    "mails" | "emails" | "mail" | "jobs" | "users" | "runners" | "data" | "files"
                )
            })
}

#[cfg(test)]
pub(crate) const CARD: super::Card = super::Card {
    name: "verdict",
    source: include_str!("verdict.rs"),
    finds: &[
        "customer has cancelled the move to .com, they'll keep their SM instance",
        "Management decided against GitLab.com, we continue with our own server.",
        "the steering committee stopped the project last week",
        "this is NOT an offering migration",
        "cust finished the SM → .com migration end of August",
        "our self-managed GitLab, which we left for gitlab.com two years ago",
        "We're not going to move to gitlab.com",
        "We will not move, the plan has been dropped.",
        "Their change from SM to GitLab.com went through last quarter",
        "SM -> .com migration of this customer was completed in November",
        "that program has been stopped for good",
        "we remain on GitLab.com and the cluster will be destroyed",
        "The client has shelved the SM to .com move",
        "They keep their on-prem GitLab.",
        "That note is for another org",
        "We left gitlab.com years ago, why do we still get mails?",
    ],
    passes: &[
        "SM stays up read-only for a bit after that",
        "We have to be finished with the move to gitlab.com by January",
        "they will cancel the SM subscription after the move to .com",
        "We have not yet moved to GitLab.com",
        "please cancel the meeting about the move to GitLab.com",
        "the 15th of January is off the table, the cut-over date is open again",
        "60% is over and we will be through with the migration soon",
        "We have cancelled our GitLab Dedicated tenant and all groups are moving to GitLab.com",
        "We shift everything to GitLab.com, 22 of 61 projects are across",
        "Support Ops has finished the set-up: customer is migrating from SM to GitLab.com",
        "plants keep their SM box, nothing changes there",
        "They changed their minds: the migration from SM to .com does take place",
        "We stay on self-managed until the last team has moved to GitLab.com",
        "We've begun to move from self-managed to gitlab.com, Jira stays put",
        "Our meeting about the migration was cancelled",
        "The cutover is from 15 to 19 February 2099, and with that the migration is finished",
    ],
    found: |text| super::tests::any_line(text, true, |doc, at| find(doc, at, None).is_some()),
};
