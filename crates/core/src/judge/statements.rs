//! Statements of the texts that there is a migration, or none any more, in the order in which they
//! count.

use super::{Doc, Line, Place};
use crate::lexicon::{Class, beside};
use crate::signals::asked::Asked;
use crate::signals::movement::{Movement, Said};
use crate::signals::set_up_block::Block;
use crate::signals::{labelled_ends, movement, verdict};

/// A statement that there is a migration, or that there is none any more.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) doc: usize,
    pub(super) line: usize,
    pub(super) place: Place,
    pub(super) says: Says,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Moves {
        from: Option<usize>,
        to: Option<usize>,
        certain: bool,
    },
    /// An agent's questions take it for granted.
    Presupposed {
        to: Option<usize>,
    },
    Approved {
        to: Option<usize>,
    },
    Ended,
}

/// All statements in the order in which they count.
pub(super) fn events(
    docs: &[Doc],
    asked: &[Asked],
    block: Option<&(usize, Block)>,
    problem: Option<usize>,
) -> Vec<Event> {
    let mut events = Vec::new();
    for (doc_at, doc) in docs.iter().enumerate() {
        events.extend(presupposed(docs, asked, doc_at, problem));
        for (line_at, line) in doc.lines.iter().enumerate() {
            if let Some((_, block)) =
                block.filter(|(at, block)| *at == doc_at && block.at == line_at)
            {
                events.push(Event {
                    doc: doc_at,
                    line: line_at,
                    place: line.all(),
                    says: Says::Moves {
                        from: block.from,
                        to: block.to,
                        certain: true,
                    },
                });
                continue;
            }
            // Every other statement has a phrase of the lexicon in it; most sentences have none.
            if line.marks.is_empty() {
                continue;
            }
            if let Some(place) = verdict::find(doc, line_at, problem) {
                if is_of_another_offering(line, &events) || is_arrival(line, &events) {
                    continue;
                }
                events.push(Event {
                    doc: doc_at,
                    line: line_at,
                    place,
                    says: Says::Ended,
                });
                continue;
            }
            let mut said = Vec::new();
            for found in movement::find(doc, line_at, problem) {
                if let Said::Moves(movement) = found
                    && !is_return(&movement, &events)
                {
                    said.push(Event {
                        doc: doc_at,
                        line: line_at,
                        place: movement.place,
                        says: Says::Moves {
                            from: movement.from,
                            to: movement.to,
                            certain: movement.certain,
                        },
                    });
                }
            }
            if said.is_empty()
                && let Some(ends) = labelled_ends::find(doc, line_at)
            {
                said.push(Event {
                    doc: doc_at,
                    line: line_at,
                    place: ends.place,
                    says: Says::Moves {
                        from: Some(ends.from),
                        to: Some(ends.to),
                        certain: true,
                    },
                });
            }
            if said.is_empty()
                && let Some(to) = approval(doc, line)
            {
                said.push(Event {
                    doc: doc_at,
                    line: line_at,
                    place: line.all(),
                    says: Says::Approved { to },
                });
            }
            if said.is_empty()
                && let Some(says) = resumed(line, &events)
            {
                said.push(Event {
                    doc: doc_at,
                    line: line_at,
                    place: line.all(),
                    says,
                });
            }
            events.extend(said);
        }
    }
    events
}

/// "The project is back on" states anew what was called off; without that it states nothing.
fn resumed(line: &Line, events: &[Event]) -> Option<Says> {
    let called_off = events.last().is_some_and(|event| event.says == Says::Ended);
    if !called_off || !verdict::is_resumed(line) {
        return None;
    }
    let moves = |event: &&Event| matches!(event.says, Says::Moves { .. });
    events.iter().rev().find(moves).map(|event| event.says)
}

/// "The .com subscription stays put" ends no move from self-managed to Dedicated.
fn is_of_another_offering(line: &Line, events: &[Event]) -> bool {
    let ends = events.iter().rev().find_map(|event| match event.says {
        Says::Moves {
            from: Some(from),
            to: Some(to),
            ..
        } => Some([from, to]),
        _ => None,
    });
    let all = line.all();
    let mut named = line.offerings_in(&all).peekable();
    named.peek().is_some()
        && ends.is_some_and(|ends| named.all(|(offering, _)| !ends.contains(&offering)))
}

/// "The migration to .com is cancelled. They go back to SM." is no migration from .com.
fn is_return(movement: &Movement, events: &[Event]) -> bool {
    let called_off = events.last().is_some_and(|event| event.says == Says::Ended);
    let before = events.iter().rev().find_map(|event| match event.says {
        Says::Moves {
            from: Some(from),
            to: Some(to),
            ..
        } => Some((from, to)),
        _ => None,
    });
    called_off && before.is_some() && before == movement.to.zip(movement.from)
}

/// "We stay on GitLab.com", where the move goes there, ends nothing.
fn is_arrival(line: &Line, events: &[Event]) -> bool {
    let to = events.iter().rev().find_map(|event| match event.says {
        Says::Moves { to, .. } => to,
        _ => None,
    });
    let all = line.all();
    let mut named = line.offerings_in(&all).peekable();
    line.has(Class::Stay)
        && !line.has(Class::Cancel)
        && !line.has(Class::Finish)
        && !line.has(Class::Not)
        && named.peek().is_some()
        && named.all(|(offering, _)| Some(offering) == to)
}

/// An agent who asks for the level and the date on an offering without licence takes the move for
/// granted.
fn presupposed(docs: &[Doc], asked: &[Asked], at: usize, problem: Option<usize>) -> Option<Event> {
    let doc = docs.get(at)?;
    let asked = asked.get(at)?;
    let (line, place) = asked.place.clone()?;
    let open = doc.lines.iter().any(|line| {
        (0..line.sentence.tokens.len()).any(|word| {
            matches!(
                line.word(word),
                "if" | "case" | "whether" | "considering" | "should"
            ) && matches!(line.word(word + 1), "you" | "your" | "so")
        })
    });
    let taken_for_granted = asked.level && asked.date && !open && problem.is_some();
    taken_for_granted.then_some(Event {
        doc: at,
        line,
        place,
        says: Says::Presupposed { to: problem },
    })
}

/// "Approved GitLab.com Premium level support until ...": Support Ops approves support for an
/// offering only for a migration.
fn approval(doc: &Doc, line: &Line) -> Option<Option<usize>> {
    let approved = line.marks.iter().any(|mark| {
        mark.class == Class::Approve
            && !(mark.tokens.start.saturating_sub(3)..mark.tokens.start).any(|at| {
                matches!(
                    line.word(at),
                    "not" | "no" | "until" | "once" | "when" | "if" | "be"
                )
            })
    });
    let level_there = line.levels_in(&line.all()).next().is_some() && line.names_offering();
    let support = level_there
        || (0..line.sentence.tokens.len())
            .any(|at| matches!(line.word(at), "support" | "level" | "cover" | "coverage"));
    let known = line.levels_in(&line.all()).next().is_some() || !line.dates.is_empty();
    let offerings: Vec<usize> = line
        .offerings_in(&line.all())
        .map(|(offering, _)| offering)
        .collect();
    let open = line.sentence.question
        || line.has(Class::Third)
        || line.has(Class::OtherThing) && offerings.is_empty();
    if !(doc.internal && approved && support && known && !open) {
        return None;
    }
    if offerings.is_empty() && line.levels_in(&line.all()).next().is_none() {
        return None;
    }
    Some(match offerings.as_slice() {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => Some(*first),
        _ => None,
    })
}

/// "Please take the SM tag off here": who tells of a move and has tags changed for it is certain.
pub(super) fn orders_tags(doc: &Doc) -> bool {
    doc.lines.iter().any(|line| {
        line.says(&line.all(), &["tag", "tags"])
            && line.says(&line.all(), beside::TAKES_OFF)
            && !line.sentence.question
            && !line.has(Class::Not)
    })
}

/// The statements since the last one that ended it.
pub(super) fn live(events: &[Event]) -> &[Event] {
    let start = events
        .iter()
        .rposition(|event| event.says == Says::Ended)
        .map_or(0, |at| at + 1);
    events.get(start..).unwrap_or_default()
}
