//! Dates as people write them, by the conventions of the assessment rules.
//!
//! Recognised are ISO dates; day, month name and year in any order; months, calendar quarters
//! and ends of months, quarters and years (their last day); ranges (their last day); "in N
//! days/weeks/months"; and numeric dates that can be read in one way only. Everything else is
//! [`When::Unclear`]: the sidebar asks.

mod calendar;
mod numeric;
mod words;

use std::ops::Range;

use chrono::NaiveDate;

use crate::text::Token;

pub(crate) use words::is_month;

/// A date found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateMention {
    /// Which tokens of the sentence it is.
    pub(crate) tokens: Range<usize>,
    /// What it says.
    pub(crate) when: When,
}

/// What a date mention says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// This day.
    Day(NaiveDate),
    /// A date that can be read in two ways, or of a kind that is not recognised.
    Unclear,
}

/// All dates of a sentence, in order. `reference` is the day on which it was written: years that
/// are left out and "in three weeks" are counted from it.
pub(crate) fn find(tokens: &[Token], reference: Option<NaiveDate>) -> Vec<DateMention> {
    let mut found: Vec<DateMention> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mention = read(tokens, at, reference);
        match mention {
            Some((length, when)) => {
                let length = length.max(1);
                found.push(DateMention {
                    tokens: at..at + length,
                    when,
                });
                at += length;
            }
            None => at += 1,
        }
    }
    join_ranges(tokens, found)
}

/// Reads one date that starts at `at`: how many tokens, and what.
fn read(tokens: &[Token], at: usize, reference: Option<NaiveDate>) -> Option<(usize, When)> {
    let tail = tokens.get(at..)?;
    // "Q2:" at a line's start numbers an answer.
    let opens = tokens
        .get(..at)?
        .iter()
        .all(|token| token.kind == crate::text::Kind::Punct);
    if opens
        && tail
            .get(1)
            .is_some_and(|mark| mark.is_punct(':') || mark.is_punct(')'))
        && tail.first()?.norm.len() == 2
    {
        return None;
    }
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    numeric::read(tail, before, reference).or_else(|| words::read(tail, before, reference))
}

/// "between 1 and 15 March", "January - March 2027": one mention that ends on the last day.
fn join_ranges(tokens: &[Token], found: Vec<DateMention>) -> Vec<DateMention> {
    let mut joined: Vec<DateMention> = Vec::new();
    for mention in found {
        let gap = joined
            .last()
            .map(|last| last.tokens.end..mention.tokens.start);
        let connected = gap.is_some_and(|gap| {
            gap.len() == 1
                && tokens.get(gap.start).is_some_and(|token| {
                    matches!(
                        token.norm.as_str(),
                        "-" | "–"
                            | "—"
                            | "to"
                            | "until"
                            | "till"
                            | "through"
                            | "->"
                            | "and"
                            | "/"
                            | "bis"
                    )
                })
        });
        let between = |start: usize| {
            start
                .checked_sub(1)
                .and_then(|index| tokens.get(index))
                .map(|token| token.norm.as_str())
        };
        match joined.last_mut() {
            Some(last)
                if connected
                    && (tokens
                        .get(last.tokens.end)
                        .is_none_or(|token| !token.is("and"))
                        || between(last.tokens.start) == Some("between")) =>
            {
                last.tokens.end = mention.tokens.end;
                last.when = match (last.when, mention.when) {
                    (When::Day(first), When::Day(second)) => When::Day(first.max(second)),
                    (_, second) => second,
                };
            }
            _ => joined.push(mention),
        }
    }
    joined
}

#[cfg(test)]
mod tests;
