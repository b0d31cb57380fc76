//! Who goes where: the clauses of a sentence, and the part that each offering plays in one.

mod after;
mod before;

use self::after::after;
use self::before::before;
pub(crate) use self::before::is_no_more;
use crate::judge::{Line, Place};
use crate::lexicon::{Class, beside};
use crate::text::{Kind, Sentence};

/// The part that a name plays in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RoleKind {
    /// What is left: "from X", "leaving X", "X ->", "X goes away".
    From,
    /// Where it goes: "to X", "-> X", "leaving for X".
    To,
    /// Where something is: "on X".
    Place,
    /// Anything else.
    Bare,
}

/// An offering in a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Role {
    /// The offering's place in the policy.
    pub(crate) offering: usize,
    /// Its part.
    pub(crate) kind: RoleKind,
    /// Where it stands.
    pub(crate) place: Place,
    /// Whether only what it runs on is named.
    pub(crate) hosted: bool,
}

/// The clauses of a sentence: parts between marks and words after which something new begins.
pub(crate) fn clauses(sentence: &Sentence) -> Vec<Place> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, token) in sentence.tokens.iter().enumerate() {
        let boundary = match token.kind {
            Kind::Punct => {
                matches!(token.norm.as_str(), ";" | "—" | "–") || (token.is("-") && token.spaced)
            }
            _ => matches!(
                token.norm.as_str(),
                "but" | "however" | "although" | "though" | "whereas"
            ),
        };
        if boundary {
            if start < at {
                found.push(start..at);
            }
            start = at + 1;
        }
    }
    if start < sentence.tokens.len() {
        found.push(start..sentence.tokens.len());
    }
    found
}

/// The clause that a token stands in.
pub(crate) fn clause(line: &Line, at: usize) -> Place {
    line.clauses
        .iter()
        .find(|clause| clause.contains(&at))
        .map_or_else(|| line.all(), Place::clone)
}

/// How far a sentence tells before it asks: "They are migrating SM to .com, can we get it
/// approved?" tells of the move. All of it where it asks nothing, nothing of it where it asks from
/// the start.
pub(crate) fn told(line: &Line) -> usize {
    let end = line.sentence.tokens.len();
    if !line.sentence.question {
        return end;
    }
    let begins = |at: usize| {
        at.checked_sub(1).is_none_or(|before| {
            matches!(
                line.word(before),
                "," | ":" | "-" | "–" | "—" | ";" | "and" | "but" | "so"
            )
        })
    };
    (0..end)
        .find(|&at| begins(at) && beside::QUESTION_STARTS.contains(&line.word(at)))
        .unwrap_or(0)
}

/// The part around a token up to commas and words that open another thought.
pub(crate) fn phrase(line: &Line, at: usize) -> Place {
    let opens = |word: &str| beside::PHRASE_ENDS.contains(&word);
    let clause = clause(line, at);
    let start = (clause.start..at)
        .rev()
        .find(|&index| opens(line.word(index)))
        .map_or(clause.start, |index| index + 1);
    let end = (at..clause.end)
        .find(|&index| opens(line.word(index)))
        .unwrap_or(clause.end);
    start..end.max(at + 1).min(clause.end.max(at + 1))
}

/// The parts that the offerings of a clause play.
pub(crate) fn roles(line: &Line, clause: &Place) -> Vec<Role> {
    let mut found: Vec<Role> = line
        .offerings_in(clause)
        .map(|(offering, mark)| Role {
            offering,
            kind: role(line, clause, &mark.tokens),
            place: mark.tokens.clone(),
            hosted: false,
        })
        .collect();
    for hosted in hosted(line, clause) {
        let place = found.partition_point(|role| role.place.start <= hosted.place.start);
        found.insert(place, hosted);
    }
    ends_of_lists(line, &mut found);
    found
}

/// "from our cluster to ...": what an offering runs on, as an end of a move.
fn hosted(line: &Line, clause: &Place) -> Vec<Role> {
    line.marks
        .iter()
        .filter_map(|mark| {
            let Class::Hosted(offering) = mark.class else {
                return None;
            };
            let inside = mark.tokens.start >= clause.start && mark.tokens.end <= clause.end;
            let named = line.offerings_in(clause).any(|(_, other)| {
                other.tokens.start <= mark.tokens.end && mark.tokens.start <= other.tokens.end
            });
            let kind = role(line, clause, &mark.tokens);
            (inside && !named && matches!(kind, RoleKind::From | RoleKind::To)).then(|| Role {
                offering: usize::from(offering),
                kind,
                place: mark.tokens.clone(),
                hosted: true,
            })
        })
        .collect()
}

/// "SM to .com", "the self-managed instance → Dedicated": the first is what is left.
fn ends_of_lists(line: &Line, roles: &mut [Role]) {
    for index in 1..roles.len() {
        let (before, after) = roles.split_at_mut(index);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let joined = second.kind == RoleKind::To
            && first.offering != second.offering
            && matches!(first.kind, RoleKind::Bare | RoleKind::Place)
            && second.place.start.saturating_sub(first.place.end) <= 14;
        let arrow = (first.place.end..second.place.start)
            .any(|at| line.word(at) == "->" || line.word(at) == ">");
        if joined && (arrow || first.kind == RoleKind::Bare || is_move_object(line, first, second))
        {
            first.kind = RoleKind::From;
        }
    }
}

fn is_move_object(line: &Line, first: &Role, second: &Role) -> bool {
    let between = first.place.end..second.place.start;
    !between.clone().any(|at| line.word(at) == ",") && between.len() <= 6
}

/// The part of one name: from the words before it, then from those after it.
pub(crate) fn role(line: &Line, clause: &Place, name: &Place) -> RoleKind {
    // "they get off the .com trial"
    if beside::NO_END.contains(&line.word(name.end)) {
        return RoleKind::Place;
    }
    match before(line, clause, name) {
        Some(RoleKind::Place)
            if after(line, clause, name) == RoleKind::From && !is_thing_there(line, name) =>
        {
            RoleKind::From
        }
        Some(kind) => kind,
        None => after(line, clause, name),
    }
}

/// "Geo on our server is being replaced": what goes is Geo.
fn is_thing_there(line: &Line, name: &Place) -> bool {
    let reach = name.start.saturating_sub(4)..name.start;
    let preposition = reach
        .clone()
        .find(|&at| matches!(line.word(at), "on" | "in" | "at" | "under" | "for" | "with"));
    preposition.is_some_and(|at| {
        line.marks.iter().any(|mark| {
            matches!(mark.class, Class::OtherThing | Class::Foreign) && mark.tokens.end == at
        })
    })
}

/// "was switched off for maintenance": it comes back.
pub(crate) fn is_for_a_while(line: &Line, leave: &Place) -> bool {
    line.says(&(leave.end..leave.end + 6), beside::FOR_A_WHILE)
}

/// "they go Dedicated", "going fully self-managed", "becoming a Dedicated customer".
pub(crate) fn is_gone_to(line: &Line, goes: usize, name: &Place) -> bool {
    let comes_from = matches!(line.word(name.end), "->" | ">" | "to" | "into" | "onto");
    !comes_from
        && (goes + 1..name.start).all(|at| {
            beside::HOW_FAR.contains(&line.word(at)) || matches!(line.word(at), "a" | "an")
        })
}
