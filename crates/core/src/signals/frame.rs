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

fn before(line: &Line, clause: &Place, name: &Place) -> Option<RoleKind> {
    let mut at = name.start;
    for _ in 0..6 {
        at = at.checked_sub(1).filter(|at| *at >= clause.start)?;
        let word = line.word(at);
        let two = at.checked_sub(1).map_or("", |before| line.word(before));
        if line.marks.iter().any(|mark| {
            mark.class == Class::Leave
                && !is_for_a_while(line, &mark.tokens)
                && (mark.tokens.end == at + 1
                    || (mark.tokens.start <= at && mark.tokens.end >= name.end))
        }) {
            return Some(RoleKind::From);
        }
        match word {
            "from" if is_worked_from(line, at) => return Some(RoleKind::Place),
            "from" | "off" | "leaving" | "ex" => return Some(RoleKind::From),
            _ if beside::REPLACES.contains(&word) => return Some(RoleKind::From),
            "for" | "of" | "to" if beside::REPLACEMENTS.contains(&two) => {
                return Some(RoleKind::From);
            }
            _ if beside::GOES.contains(&word) && is_gone_to(line, at, name) => {
                return Some(RoleKind::To);
            }
            _ if is_foreign_from(line, clause, at) => return Some(RoleKind::From),
            _ if is_foreign_to(line, clause, at) => return Some(RoleKind::To),
            "of" if matches!(
                two,
                "out" | "instead" | "place" | "successor" | "replacement"
            ) =>
            {
                return Some(RoleKind::From);
            }
            // "picked GitLab.com over keeping our own box"
            "keeping" | "running" | "hosting" | "maintaining"
                if matches!(two, "over" | "than" | "of" | "stop" | "stops" | "without") =>
            {
                return Some(RoleKind::From);
            }
            _ if beside::PREFERS.contains(&word)
                && line.says(&(name.end..name.end + 3), &["over", "instead", "rather"]) =>
            {
                return Some(RoleKind::To);
            }
            "over" if line.says(&(clause.start..at), beside::PREFERS) => {
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
            "to" | "into" | "onto" | "towards" | "toward" | "->" | "unto" => {
                return Some(RoleKind::To);
            }
            "for"
                if line.has_in(Class::Leave, &(clause.start..at))
                    || is_switch(line, clause.start..at) =>
            {
                return Some(RoleKind::To);
            }
            "by" | "with" if replaced(line, clause.start..at) => return Some(RoleKind::To),
            "on" | "in" | "at" | "for" if is_left_there(line, clause, at) => {
                return Some(RoleKind::From);
            }
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

/// "was switched off for maintenance": it comes back.
pub(crate) fn is_for_a_while(line: &Line, leave: &Place) -> bool {
    line.says(&(leave.end..leave.end + 6), beside::FOR_A_WHILE)
}

/// "8 of 30 accounts work from gitlab.com already": where people are, not what they leave.
fn is_worked_from(line: &Line, from: usize) -> bool {
    from.checked_sub(1)
        .is_some_and(|before| beside::WORKS.contains(&line.word(before)))
}

/// "they go Dedicated", "going fully self-managed", "becoming a Dedicated customer".
pub(crate) fn is_gone_to(line: &Line, goes: usize, name: &Place) -> bool {
    let comes_from = matches!(line.word(name.end), "->" | ">" | "to" | "into" | "onto");
    !comes_from
        && (goes + 1..name.start).all(|at| {
            beside::HOW_FAR.contains(&line.word(at)) || matches!(line.word(at), "a" | "an")
        })
}

/// "von unserem Server", "desde", "de notre serveur": "de" also stands for "of", so that it needs
/// a word of moving.
fn is_foreign_from(line: &Line, clause: &Place, at: usize) -> bool {
    match line.word(at) {
        "von" | "vom" | "aus" | "depuis" | "desde" | "vanaf" => true,
        "de" | "du" | "del" => line.has_in(Class::Move, clause),
        _ => false,
    }
}

/// "nach GitLab.com"; "auf" and "a" lead somewhere only behind what is left.
fn is_foreign_to(line: &Line, clause: &Place, at: usize) -> bool {
    match line.word(at) {
        "nach" | "vers" | "hacia" | "naar" => true,
        "auf" | "zu" | "zur" | "zum" | "sur" | "a" | "al" | "pour" => {
            let behind = clause.start..at;
            line.has_in(Class::Leave, &behind)
                || line.says(&behind, &["von", "vom", "aus", "de", "du", "desde"])
                    && line.has_in(Class::Move, clause)
                || line.marks_in(Class::Move, clause).any(|mark| {
                    mark.tokens.end == at || mark.tokens.contains(&at) && mark.tokens.start < at
                })
        }
        _ => false,
    }
}

/// "pulling out of the corporate group on gitlab.com": what is left is all that they have there.
fn is_left_there(line: &Line, clause: &Place, preposition: usize) -> bool {
    let reach = preposition.saturating_sub(6).max(clause.start)..preposition;
    let left = line
        .marks_in(Class::Leave, &reach)
        .map(|mark| mark.tokens.end)
        .last();
    left.is_some_and(|end| {
        let object = end..preposition;
        line.says(&object, beside::BELONGINGS)
            && !object.clone().any(|at| {
                beside::PHRASE_ENDS.contains(&line.word(at))
                    || matches!(line.word(at), "to" | "on" | "in" | "from" | "for")
            })
    })
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
    line.says(&place, beside::SWITCHES)
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
            word if replaces(line, name.end, at, word) => return RoleKind::To,
            "that" | "which" | "what" if is_replaced_by_another(line, clause, at) => {
                return RoleKind::From;
            }
            "," if is_relative(line, at + 1) => {}
            "which" | "where" if is_relative(line, at) => {}
            "," | ":" | "and" | "which" | "where" | "since" | "because" | "while" | "when" => break,
            _ => {}
        }
        let leave = line.marks.iter().any(|mark| {
            mark.class == Class::Leave
                && mark.tokens.start == at
                && !is_for_a_while(line, &mark.tokens)
        });
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
        // "The SM licence was replaced": by another one of the same offering, unless it is said.
        let licence = beside::LICENCE.contains(&line.word(name.end))
            && !matches!(line.word(at + 1), "by" | "with" | "for");
        if exchanged && passive(at) && !licence {
            return RoleKind::From;
        }
        if moves_away(line, clause, name, at) && passive(at) {
            return RoleKind::From;
        }
        if is_left_by(line, clause, name, at) {
            return RoleKind::From;
        }
    }
    RoleKind::Bare
}

/// "X will replace ...", "X is our replacement for ...".
fn replaces(line: &Line, name: usize, at: usize, word: &str) -> bool {
    let between = name..at;
    let tells = beside::REPLACES.contains(&word)
        && !between.clone().any(|before| {
            beside::PHRASE_ENDS.contains(&line.word(before)) || line.word(before) == "that"
        });
    let is = beside::REPLACEMENTS.contains(&word)
        && matches!(line.word(name), "is" | "will" | "shall" | "be" | "as")
        && at <= name + 4;
    tells || is
}

/// "the cluster that the tenant replaces", "the server is what gitlab.com takes the place of".
fn is_replaced_by_another(line: &Line, clause: &Place, relative: usize) -> bool {
    let verb = (relative + 2..(relative + 9).min(clause.end))
        .find(|&at| beside::REPLACES.contains(&line.word(at)));
    let takes_place = (relative + 2..(relative + 9).min(clause.end)).find(|&at| {
        line.word(at) == "of" && at.checked_sub(1).is_some_and(|at| line.word(at) == "place")
    });
    verb.or(takes_place).is_some_and(|verb| {
        verb + 1 >= clause.end || matches!(line.word(verb + 1), "," | "." | ")" | ":" | "and")
    })
}

/// Whether a clause opens that says who does something with what was named: "which we ...".
fn is_relative(line: &Line, at: usize) -> bool {
    let opener = if line.word(at) == "from" { at + 1 } else { at };
    matches!(line.word(opener), "which" | "that" | "where" | "whence")
        && matches!(
            line.word(opener + 1),
            "we" | "they" | "everybody" | "everyone" | "the" | "all" | "our"
        )
}

/// "gitlab.com, which we are leaving", "the server we're moving off".
fn is_left_by(line: &Line, clause: &Place, name: &Place, at: usize) -> bool {
    let between = name.end..at;
    let someone = line.says(
        &between,
        &["we", "they", "everybody", "everyone", "company", "team"],
    );
    if !someone
        || !between
            .clone()
            .all(|at| beside::BEFORE_LEAVING.contains(&line.word(at)))
    {
        return false;
    }
    let nothing_behind = |end: usize| {
        end >= clause.end
            || matches!(
                line.word(end),
                "," | "."
                    | ")"
                    | ":"
                    | "to"
                    | "for"
                    | "by"
                    | "in"
                    | "once"
                    | "when"
                    | "and"
                    | "as"
                    | "is"
                    | "are"
                    | "has"
                    | "until"
                    | "now"
                    | "soon"
                    | "next"
            )
    };
    let left = line
        .marks_in(Class::Leave, clause)
        .any(|mark| mark.tokens.start == at && nothing_behind(mark.tokens.end));
    let from_where = line.says(&between, &["from"]);
    let moved = line.marks_in(Class::Move, clause).any(|mark| {
        let stranded = matches!(line.word(mark.tokens.end), "from" | "off");
        mark.tokens.start == at
            && (from_where && nothing_behind(mark.tokens.end)
                || stranded && nothing_behind(mark.tokens.end + 1))
    });
    left || moved
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
