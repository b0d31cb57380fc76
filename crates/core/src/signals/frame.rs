//! Who goes where: the clauses of a sentence, and the part that each offering plays in one.

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
    found.extend(hosted(line, clause));
    found.sort_by_key(|role| role.place.start);
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

/// Whether "of"-chains may be walked through: "instance of self-managed".
fn is_filler(word: &str) -> bool {
    beside::FILLERS.contains(&word)
}

/// The part of one name: from the words before it, then from those after it.
pub(crate) fn role(line: &Line, clause: &Place, name: &Place) -> RoleKind {
    match before(line, clause, name) {
        Some(RoleKind::Place) if after(line, clause, name) == RoleKind::From => RoleKind::From,
        Some(kind) => kind,
        None => after(line, clause, name),
    }
}

fn before(line: &Line, clause: &Place, name: &Place) -> Option<RoleKind> {
    let mut at = name.start;
    for _ in 0..6 {
        at = at.checked_sub(1).filter(|at| *at >= clause.start)?;
        let word = line.word(at);
        let two = at.checked_sub(1).map_or("", |before| line.word(before));
        if line.marks.iter().any(|mark| {
            mark.class == Class::Leave
                && (mark.tokens.end == at + 1
                    || (mark.tokens.start <= at && mark.tokens.end >= name.end))
        }) {
            return Some(RoleKind::From);
        }
        match word {
            "from" | "off" | "leaving" | "ex" | "replaces" | "replacing" | "replace" => {
                return Some(RoleKind::From);
            }
            "of" if matches!(
                two,
                "out" | "instead" | "place" | "successor" | "replacement"
            ) =>
            {
                return Some(RoleKind::From);
            }
            "than" if two == "rather" => return Some(RoleKind::From),
            "of" if matches!(two, "favour" | "favor") => return Some(RoleKind::To),
            ">" if at > 0
                && line
                    .offerings_in(&(at.saturating_sub(2)..at))
                    .next()
                    .is_some() =>
            {
                return Some(RoleKind::To);
            }
            "to" if is_reached(line, at) => return Some(RoleKind::Place),
            "to" | "into" | "onto" | "towards" | "toward" | "->" | "unto" | "nach" | "vers" => {
                return Some(RoleKind::To);
            }
            "for"
                if line.has_in(Class::Leave, &(clause.start..at))
                    || is_switch(line, clause.start..at) =>
            {
                return Some(RoleKind::To);
            }
            "by" | "with" if replaced(line, clause.start..at) => return Some(RoleKind::To),
            "on" | "in" | "at" | "under" | "within" | "via" | "with" | "for" | "by" | "inside" => {
                return Some(RoleKind::Place);
            }
            _ if is_filler(word)
                || matches!(word, "node" | "nodes")
                || matches!(line.word(at + 1), "node" | "nodes")
                || line.offerings_in(&(at..at + 1)).next().is_some() => {}
            _ => return None,
        }
    }
    None
}

/// "sign in to gitlab.com", "push to gitlab.com": used, not moved to.
fn is_reached(line: &Line, to: usize) -> bool {
    let before = |back: usize| to.checked_sub(back).map_or("", |at| line.word(at));
    beside::REACHES.contains(&before(1))
        || before(1) == "in"
            && matches!(
                before(2),
                "sign" | "signed" | "signing" | "log" | "logged" | "logging"
            )
}

fn is_switch(line: &Line, place: Place) -> bool {
    place.into_iter().any(|at| {
        matches!(
            line.word(at),
            "swap"
                | "swapping"
                | "exchange"
                | "exchanging"
                | "trade"
                | "trading"
                | "swapped"
                | "exchanged"
                | "traded"
                | "head"
                | "heading"
                | "headed"
        )
    })
}

fn replaced(line: &Line, place: Place) -> bool {
    place.into_iter().any(|at| {
        matches!(
            line.word(at),
            "replace" | "replaced" | "replacing" | "replacement" | "substituted" | "superseded"
        )
    })
}

/// "X goes away", "X will be switched off", "X is replaced by".
fn after(line: &Line, clause: &Place, name: &Place) -> RoleKind {
    let window = name.end..(name.end + 8).min(clause.end);
    // "what is on X today will live ...": today's place is what is left.
    let today = matches!(
        line.word(name.end),
        "today" | "now" | "currently" | "nowadays"
    );
    if today
        && (name.end..clause.end)
            .any(|at| matches!(line.word(at), "will" | "shall" | "goes" | "moves"))
    {
        return RoleKind::From;
    }
    let passive = |at: usize| {
        (at.saturating_sub(4)..at)
            .any(|before| before >= name.end && beside::AUXILIARIES.contains(&line.word(before)))
    };
    for at in window.clone() {
        match line.word(at) {
            "->" if line.offerings_in(&(at + 1..at + 6)).next().is_some() => return RoleKind::From,
            "replaces" | "replacing" => return RoleKind::To,
            "," | ":" | "and" | "which" | "where" | "since" | "because" | "while" | "when" => break,
            _ => {}
        }
        let leave = line
            .marks
            .iter()
            .any(|mark| mark.class == Class::Leave && mark.tokens.start == at);
        let alone = matches!(
            line.word(at),
            "gets"
                | "get"
                | "is"
                | "be"
                | "goes"
                | "go"
                | "retires"
                | "closes"
                | "dies"
                | "sunsets"
        );
        if leave && (alone || passive(at) || is_bare_gerund(line.word(at))) {
            return RoleKind::From;
        }
        let exchanged = matches!(
            line.word(at),
            "replaced" | "swapped" | "exchanged" | "traded" | "substituted" | "superseded"
        );
        if exchanged && passive(at) {
            return RoleKind::From;
        }
        if moves_away(line, clause, name, at) && passive(at) {
            return RoleKind::From;
        }
    }
    RoleKind::Bare
}

/// "where our GitLab.com groups are going to be relocated to": what is on an offering moves, and
/// nothing is said of another place inside it.
fn moves_away(line: &Line, clause: &Place, name: &Place, at: usize) -> bool {
    let moved = matches!(
        line.word(at),
        "moved" | "relocated" | "migrated" | "transferred" | "shifted" | "transitioned"
    );
    let content = beside::CONTENT.contains(&line.word(name.end))
        || beside::CONTENT.contains(&line.word(name.end + 1));
    let elsewhere = matches!(
        line.word(at + 1),
        "to" | "into" | "onto" | "under" | "within"
    ) && at + 2 < clause.end
        && !matches!(line.word(at + 2), "," | "." | ")" | ":");
    moved && content && !elsewhere
}

fn is_bare_gerund(word: &str) -> bool {
    matches!(
        word,
        "sunset" | "shutdown" | "eol" | "retirement" | "decommissioning" | "end"
    )
}
