//! # Target date
//!
//! What it does: finds the date by which the migration is to be done, or until which support is
//! approved.
//!
//! Why: dates of renewals, outages and meetings stand in the same mails; taken for the target,
//! they would let an approval run on or out.
//!
//! Example: "15 January 2027. It cannot be later, because the SaaS contract renews on 1 February
//! 2027" states 15 January.

use chrono::NaiveDate;

use super::frame;
use super::level::Context;
use crate::dates::{DateMention, When};
use crate::judge::{Author, Doc, Line, Place};
use crate::lexicon::{Class, beside};

/// What a line says about the target date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DateSaid {
    /// This one.
    Is(NaiveDate, Place),
    /// A date that cannot be read in one way.
    Unclear(Place),
    /// An earlier one is taken back.
    Open(Place),
}

/// What a line of a text says about the target date.
pub(crate) fn find(doc: &Doc, at: usize, context: Context) -> Option<DateSaid> {
    let line = doc.lines.get(at)?;
    let told = frame::told(line);
    let stated = line
        .dates
        .iter()
        .filter(|date| date.tokens.end <= told)
        .filter(|date| states(doc, at, line, date, context));
    if let Some(date) = best(line, stated.collect()) {
        return Some(match date.when {
            When::Day(day) => DateSaid::Is(day, date.tokens.clone()),
            When::Unclear => DateSaid::Unclear(date.tokens.clone()),
        });
    }
    withdrawn(line)
        .filter(|_| !line.sentence.question)
        .map(DateSaid::Open)
}

/// Of several stated dates, one that is not denied and stands with a word of being done; of
/// those the last.
fn best<'a>(line: &Line, stated: Vec<&'a DateMention>) -> Option<&'a DateMention> {
    let due = |date: &&&DateMention| strongly_due(line, date);
    stated.iter().rfind(due).or(stated.last()).copied()
}

fn near(date: &DateMention, clause: &Place, before: usize, after: usize) -> Place {
    date.tokens.start.saturating_sub(before).max(clause.start)
        ..(date.tokens.end + after).min(clause.end)
}

/// Whether a date is the target's.
fn states(doc: &Doc, at: usize, line: &Line, date: &DateMention, context: Context) -> bool {
    let clause = comma_part(line, date);
    if denied(line, date, &clause)
        || hedged(line, date, &clause)
        || is_example(line, date)
        || is_of_decision(line, date, &clause)
        || is_of_todays_licence(line, &clause, context)
    {
        return false;
    }
    let approved = line.has_in(Class::Approve, &clause)
        || near(date, &clause, 6, 0).any(|at| {
            matches!(
                line.word(at),
                "extended" | "extends" | "extension" | "expire" | "expires" | "expiry"
            )
        });
    if of_something_else(line, date, &clause, approved) {
        return false;
    }
    let moves = [Class::Move, Class::Leave, Class::Arrive, Class::Between]
        .into_iter()
        .any(|class| line.has_in(class, &clause));
    let due = strongly_due(line, date);
    let weakly_due = line.has_in(Class::Due, &near(date, &clause, 7, 4));
    let answers = context.asked && doc.author == Author::Customer;
    let label = is_label(line, date) || (line.dates.len() == 1 && names_target(line));
    if doc.author == Author::Staff
        && !doc.internal
        && line.has(Class::Ask)
        && !label
        && line.has(Class::DateWord)
    {
        return false;
    }
    let relevant = context.about_migration || context.asked;
    (approved && (doc.internal || relevant))
        || (relevant && is_when(line, date))
        || (moves
            && (weakly_due || due)
            && (relevant || line.offerings_in(&line.all()).next().is_some()))
        || (relevant && due)
        || (label && relevant)
        || (answers
            && (weakly_due
                || moves
                || line.has(Class::Move)
                || is_bare(line, date)
                || is_all_of_part(line, date, &clause)
                || answers_a_list(doc, at)))
        || (doc.internal && relevant && (is_bare(line, date) || follows_level(line, date)))
}

/// The part between commas that holds the date; commas inside it do not count.
fn comma_part(line: &Line, date: &DateMention) -> Place {
    let clause = frame::clause(line, date.tokens.start);
    let parts = |at: usize| {
        line.word(at) == ","
            || matches!(
                line.word(at),
                "because" | "which" | "since" | "(" | ")" | "and" | "so" | "as" | "when"
            )
    };
    let start = (clause.start..date.tokens.start)
        .rev()
        .find(|&at| parts(at))
        .map_or(clause.start, |at| at + 1);
    let end = (date.tokens.end..clause.end)
        .find(|&at| parts(at))
        .unwrap_or(clause.end);
    let part = start..end;
    // A part that is the date alone belongs to what stands before it.
    if part.len() <= date.tokens.len() + 2 {
        clause.start..end
    } else {
        part
    }
}

/// Words that say outright that something is done by then.
fn strongly_due(line: &Line, date: &DateMention) -> bool {
    let clause = frame::clause(line, date.tokens.start);
    near(date, &clause, 9, 9).any(|at| beside::DUE_BESIDE.contains(&line.word(at)))
        || near(date, &clause, 4, 0).any(|at| {
            matches!(
                line.word(at),
                "until" | "till" | "by" | "before" | "through" | "til" | "last"
            )
        })
        || runs_to(line, date)
        || (date
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| line.word(at) == "from")
            && clause.clone().any(|at| line.word(at) == "will")
            && clause.clone().any(|at| {
                matches!(
                    line.word(at),
                    "everything" | "everyone" | "everybody" | "only"
                )
            }))
}

/// "up to 31 December", "the extension runs to 26 February".
fn runs_to(line: &Line, date: &DateMention) -> bool {
    let back = |steps: usize| {
        let at = date.tokens.start.checked_sub(steps);
        at.map_or("", |at| line.word(at))
    };
    back(1) == "to" && beside::BEFORE_TO_A_DAY.contains(&back(2))
}

/// "March 12th is when the last group is switched": the verb says itself what happens then.
fn is_when(line: &Line, date: &DateMention) -> bool {
    let end = date.tokens.end;
    let verb = matches!(
        line.word(end),
        "is" | "will" | "would" | "was" | ":" | "," | "-"
    );
    let opened = (end..end + 4).any(|at| matches!(line.word(at), "when" | "day" | "date"));
    let then = end..(end + 14).min(line.sentence.tokens.len());
    let moves = [Class::Move, Class::Leave, Class::Arrive, Class::Finish]
        .into_iter()
        .any(|class| line.has_in(class, &then));
    verb && opened && moves && !line.has_in(Class::Contract, &then)
}

/// "Completion: 31 January", "Date - 31 January".
fn is_label(line: &Line, date: &DateMention) -> bool {
    (date.tokens.start.saturating_sub(5)..date.tokens.start)
        .any(|at| beside::DATE_LABELS.contains(&line.word(at)))
}

/// "... is when the lease ends, so that's also their completion date".
fn names_target(line: &Line) -> bool {
    (0..line.sentence.tokens.len()).any(|at| {
        matches!(line.word(at), "completion" | "target" | "finish" | "end")
            && line.word(at + 1) == "date"
            || matches!(line.word(at), "final" | "last")
                && (line.word(at + 1) == "day" || line.word(at + 2) == "day")
            || line.word(at) == "hard" && matches!(line.word(at + 1), "stop" | "date")
    })
}

/// A date with hardly a word beside it, in its sentence or between its commas.
fn is_bare(line: &Line, date: &DateMention) -> bool {
    let others = line.sentence.tokens.len() - date.tokens.len();
    others <= 7 || is_entry(line, date)
}

/// "It'll be 31 January (not 31 December)."
fn is_all_of_part(line: &Line, date: &DateMention, part: &Place) -> bool {
    part.len().saturating_sub(date.tokens.len()) <= 4
        && line.says(part, &["will", "shall", "should", "is", "plan"])
        && !line.says(part, &["was", "were", "since"])
}

/// "Same tier as now, and 31 January."
fn is_entry(line: &Line, date: &DateMention) -> bool {
    let start = (0..date.tokens.start).rev().find(|&at| {
        !matches!(
            line.word(at),
            "on" | "the" | "by" | "until" | "and" | "then"
        )
    });
    let opened = start.is_some_and(|at| {
        matches!(
            line.word(at),
            "," | "/" | ";" | "(" | "&" | "+" | "but" | "rather"
        )
    });
    let closed = matches!(
        line.word(date.tokens.end),
        "" | "," | ")" | ";" | "." | "instead"
    );
    opened && closed
}

/// "SM Ultimate, Q2 2027": what will be bought, and by when.
fn follows_level(line: &Line, date: &DateMention) -> bool {
    let Some(comma) = date.tokens.start.checked_sub(1) else {
        return false;
    };
    let before = comma
        .checked_sub(1)
        .map_or(0..0, |last| frame::phrase(line, last));
    matches!(line.word(comma), "," | "/" | ";")
        && before.len() <= 4
        && line.levels_in(&before).next().is_some()
}

/// An entry of the kind "b) ...": it answers a numbered question.
fn answers_a_list(doc: &Doc, at: usize) -> bool {
    doc.lines.get(at).is_some_and(|line| {
        let first = line.word(0);
        let mark = if first == "(" { line.word(1) } else { first };
        mark.len() <= 2
            && mark.starts_with(|c: char| c.is_alphanumeric())
            && matches!(line.word(1), ")" | ":" | ".")
            || matches!(first, "-" | "*" | "•")
            || (first == "(" && line.word(2) == ")")
    })
}

/// "not the 31st", "no longer by January", "instead of".
fn denied(line: &Line, date: &DateMention, clause: &Place) -> bool {
    let before = near(date, clause, 3, 0);
    let not = (before.start..date.tokens.start).any(|at| {
        matches!(line.word(at), "not" | "no" | "instead" | "never" | "than")
            && !matches!(line.word(at + 1), "later" | "after")
            && !(line.word(at) == "than"
                && at
                    .checked_sub(1)
                    .is_some_and(|before| line.word(before) == "later"))
    });
    let taken_back = (date.tokens.end..(date.tokens.end + 4).min(clause.end)).any(|at| {
        line.word(at) == "any" && matches!(line.word(at + 1), "more" | "longer")
            || line.word(at) == "anymore"
    });
    let struck = line.says(&before, beside::STRIKES_OUT);
    // "31 January (was 31 December)"
    let earlier = date.tokens.start.checked_sub(1).is_some_and(|at| {
        matches!(
            line.word(at),
            "was" | "were" | "originally" | "formerly" | "previously"
        )
    });
    let from_to = (before.start..date.tokens.start).any(|at| line.word(at) == "from")
        && (date.tokens.end..(date.tokens.end + 3).min(clause.end)).any(|at| line.word(at) == "to");
    // "January 22 is off the table".
    let withdrawn = line
        .marks_in(Class::Withdraw, clause)
        .chain(line.marks_in(Class::Cancel, clause))
        .any(|mark| (date.tokens.end..date.tokens.end + 3).contains(&mark.tokens.start));
    not || is_void(line, date, clause)
        || is_missed(line, date, clause)
        || taken_back
        || struck
        || earlier
        || from_to
        || withdrawn
}

/// "The 28 February date in the record is not valid any more."
fn is_void(line: &Line, date: &DateMention, clause: &Place) -> bool {
    (date.tokens.end..(date.tokens.end + 9).min(clause.end)).any(|at| {
        let denied =
            || (at.saturating_sub(2)..at).any(|at| matches!(line.word(at), "not" | "longer"));
        match line.word(at) {
            "void" | "obsolete" | "outdated" | "moot" => true,
            "valid" | "current" | "correct" | "right" | "true" => denied(),
            _ => false,
        }
    })
}

/// "We don't get it done in January."
fn is_missed(line: &Line, date: &DateMention, clause: &Place) -> bool {
    let before = near(date, clause, 7, 0).start..date.tokens.start;
    line.marks_in(Class::Not, &before).any(|mark| {
        let between = mark.tokens.end..date.tokens.start;
        between.len() > 2
            && between
                .clone()
                .all(|at| beside::MISSING_A_DATE.contains(&line.word(at)))
    })
}

fn hedged(line: &Line, date: &DateMention, clause: &Place) -> bool {
    near(date, clause, 6, 2).any(|at| {
        matches!(
            line.word(at),
            "maybe"
                | "perhaps"
                | "might"
                | "possibly"
                | "if"
                | "whether"
                | "unless"
                | "earliest"
                | "could"
        )
    }) || is_choice(line, date)
}

/// "February or May"
fn is_choice(line: &Line, date: &DateMention) -> bool {
    line.dates.iter().any(|other| {
        let gap = if other.tokens.start >= date.tokens.end {
            date.tokens.end..other.tokens.start
        } else {
            other.tokens.end..date.tokens.start
        };
        gap.len() <= 2 && line.says(&gap, &["or"])
    })
}

/// "something like "Ultimate, 31 January 2027"".
fn is_example(line: &Line, date: &DateMention) -> bool {
    (date.tokens.start.saturating_sub(8)..date.tokens.start).any(|at| {
        matches!(line.word(at), "example" | "e.g" | "eg")
            || (line.word(at) == "like"
                && at.checked_sub(1).is_some_and(|before| {
                    matches!(line.word(before), "something" | "line" | "answer")
                }))
    })
}

/// "the CTO signed off on that in October", "approved on 12 November": when it was decided.
fn is_of_decision(line: &Line, date: &DateMention, clause: &Place) -> bool {
    let opened = date
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| matches!(line.word(at), "in" | "on"));
    let start = date.tokens.start.saturating_sub(6).max(clause.start);
    let decision = (start..date.tokens.start)
        .rev()
        .find(|&at| beside::DECIDED_ON.contains(&line.word(at)));
    opened
        && decision.is_some_and(|decision| {
            // "asked for by the CSM on": who asked, and for what.
            let request = matches!(
                line.word(decision),
                "asked" | "requested" | "filed" | "raised"
            );
            !(decision..date.tokens.start).any(|at| match line.word(at) {
                "by" | "for" => !request,
                word => matches!(word, "until" | "till" | "to" | "end"),
            })
        })
}

/// "SM Premium until 31 Jan 2027 per CRM": how long today's licence runs.
fn is_of_todays_licence(line: &Line, clause: &Place, context: Context) -> bool {
    let moves = [Class::Move, Class::Leave, Class::Arrive, Class::Approve]
        .into_iter()
        .any(|class| line.has_in(class, clause));
    let mut named = line.offerings_in(clause).peekable();
    !moves
        && context.from.is_some()
        && line.levels_in(clause).next().is_some()
        && named.peek().is_some()
        && named.all(|(offering, _)| Some(offering) == context.from)
}

/// A date of a contract, an outage, a meeting.
fn of_something_else(line: &Line, date: &DateMention, clause: &Place, approved: bool) -> bool {
    let near_by = near(date, clause, 8, 6);
    let contract = line.marks_in(Class::Contract, &near_by).any(|mark| {
        !(approved
            && matches!(
                line.word(mark.tokens.start),
                "quote" | "po" | "sub" | "subscription" | "term"
            ))
    });
    let contract = contract && (!moves_by(line, clause) || contract_is_subject(line, clause));
    let otherwise = line
        .marks_in(Class::Otherwise, &near(date, clause, 6, 4))
        .any(|mark| {
            let of_approval = approved
                && matches!(
                    line.word(mark.tokens.start),
                    "ticket" | "decision" | "since" | "sent"
                );
            !of_approval
        });
    let due = strongly_due(line, date)
        && (line.has_in(Class::Move, clause) || line.has_in(Class::Leave, clause));
    contract || (otherwise && !approved && !due)
}

/// "off .com by 18 December": the clause says itself what is due.
fn moves_by(line: &Line, clause: &Place) -> bool {
    [Class::Move, Class::Arrive, Class::Between]
        .into_iter()
        .any(|class| line.has_in(class, clause))
        || clause.clone().any(|at| {
            matches!(
                line.word(at),
                "done" | "finished" | "complete" | "completed" | "approved" | "granted"
            )
        })
}

/// "the contract runs until", "renewal is": the contract is what the date belongs to.
fn contract_is_subject(line: &Line, clause: &Place) -> bool {
    line.marks_in(Class::Contract, clause).any(|mark| {
        (mark.tokens.end..(mark.tokens.end + 4).min(clause.end))
            .any(|at| beside::CONTRACT_VERBS.contains(&line.word(at)))
    })
}

/// "the date is open again", "not the 31st any more".
fn withdrawn(line: &Line) -> Option<Place> {
    let struck = line.dates.iter().find(|date| {
        let before = date.tokens.start.saturating_sub(3)..date.tokens.start;
        // "January is dead"
        let off = line.marks.iter().any(|mark| {
            matches!(mark.class, Class::Cancel | Class::Withdraw)
                && mark.tokens.start == date.tokens.end
        });
        off || line.says(&before, beside::STRIKES_OUT)
    });
    if let Some(date) = struck {
        return Some(date.tokens.clone());
    }
    line.marks
        .iter()
        .filter(|mark| mark.class == Class::Withdraw)
        .find(|mark| {
            let reach = mark.tokens.start.saturating_sub(9)
                ..(mark.tokens.end + 7).min(line.sentence.tokens.len());
            let denied = (mark.tokens.start.saturating_sub(2)..mark.tokens.start)
                .any(|at| line.word(at) == "not");
            speaks_of_date(line, &reach) && !denied
        })
        .map(|mark| mark.tokens.clone())
}

/// A word for the date, a date, or the day of one: "the 31st".
pub(super) fn speaks_of_date(line: &Line, reach: &Place) -> bool {
    reach.clone().any(|at| {
        let word = line.word(at);
        let day = word.len() <= 4
            && word.starts_with(|c: char| c.is_ascii_digit())
            && ["st", "nd", "rd", "th"]
                .iter()
                .any(|ending| word.ends_with(ending));
        day || matches!(
            word,
            "date" | "dates" | "deadline" | "schedule" | "timeline" | "target"
        )
    }) || line
        .dates
        .iter()
        .any(|date| reach.contains(&date.tokens.start))
}

#[cfg(test)]
pub(crate) const CARD: super::Card = super::Card {
    name: "target date",
    source: include_str!("target_date.rs"),
    finds: &[
        "We want to be ready on 31 January 2027.",
        "We must be off .com by 18 December, that's when the renewal quote dies.",
        "It is set to expire 2026-12-18.",
        "Completion: 2027-01-31",
        "The date is open again.",
        "we will run everything on that server from 1 March 2027",
        "the migration will be finished in March",
        "March 12th, 2027 is when the last group is switched to Dedicated",
        "Same tier as now, and 31 January 2027.",
        "Forget 28 February, the date is open again.",
    ],
    passes: &[
        "our on-prem renewal is Jun 30 2027 so there's slack",
        "the outage happened on 12 November 2026",
        "Could you be done by 31 January 2027?",
        "the CTO signed off on that in October",
        "Migration asked for by the CSM on 2026-11-16",
        "the date could be February or May",
    ],
    found: |text| {
        super::tests::any_answer(text, |doc, at, context| find(doc, at, context).is_some())
    },
};
