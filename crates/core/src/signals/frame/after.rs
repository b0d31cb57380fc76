//! The part of a name by the words after it: "X goes away", "X is replaced by".

use super::RoleKind;
use super::is_for_a_while;
use crate::judge::{Line, Place};
use crate::lexicon::{Class, beside};

/// "X goes away", "X will be switched off", "X is replaced by".
pub(super) fn after(line: &Line, clause: &Place, name: &Place) -> RoleKind {
    let window = name.end..(name.end + 8).min(clause.end);
    // "what is on X today will live ...": today's place is what is left.
    let today = matches!(
        line.word(name.end),
        "today" | "now" | "currently" | "nowadays"
    );
    if today
        && clause
            .clone()
            .any(|at| matches!(line.word(at), "will" | "shall" | "goes" | "moves"))
    {
        return RoleKind::From;
    }
    // "gitlab.com instead of our own server"
    let instead = matches!(
        (line.word(name.end), line.word(name.end + 1)),
        ("instead", "of") | ("rather", "than")
    );
    if instead && line.has_in(Class::Decided, clause) {
        return RoleKind::To;
    }
    let passive = |at: usize| {
        (at.saturating_sub(4)..at)
            .any(|before| before >= name.end && beside::AUXILIARIES.contains(&line.word(before)))
    };
    for at in window.clone() {
        match line.word(at) {
            "->" if line.offerings_in(&(at + 1..at + 6)).next().is_some() => return RoleKind::From,
            word if replaces(line, name.end, at, word) => return RoleKind::To,
            "that" | "which" | "what" if is_replaced_by_another(line, clause, at) => {
                return RoleKind::From;
            }
            "," if is_relative(line, at + 1) => {}
            "which" | "where" if is_relative(line, at) => {}
            "and" if is_passive_ahead(line, at + 1) => {}
            _ if is_another(line, clause, name, at) => break,
            "as" | "," | ":" | "and" | "which" | "where" | "since" | "because" | "while"
            | "when" => break,
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
                | "ceases"
                | "ends"
                | "makes"
                | "gives"
                | "bows"
                | "loses"
                | "reaches"
                | "days"
        );
        // "This box was retired from the lab": it is over.
        let past = at
            .checked_sub(1)
            .is_some_and(|before| matches!(line.word(before), "was" | "were"));
        if leave && !past && (alone || passive(at) || is_bare_gerund(line.word(at))) {
            return RoleKind::From;
        }
        let exchanged = beside::EXCHANGED.contains(&line.word(at));
        // "The SM licence was replaced": by another one of the same offering, unless it is said.
        let by = matches!(line.word(at + 1), "by" | "with" | "for" | "through")
            && line.offerings_in(&(at..at + 6)).next().is_some();
        let licence = beside::LICENCE.contains(&line.word(name.end)) && !by;
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

/// "and will not be renewed", "and gets switched off": of the same subject.
fn is_passive_ahead(line: &Line, at: usize) -> bool {
    let next = line.word(at + 1);
    match line.word(at) {
        "will" | "shall" => matches!(next, "be" | "not" | "get" | "go"),
        word => matches!(word, "is" | "gets"),
    }
}

/// Whether something else is spoken of from here on.
fn is_another(line: &Line, clause: &Place, name: &Place, at: usize) -> bool {
    let here = line
        .offerings_in(clause)
        .find(|(_, mark)| mark.tokens.start == at)
        .map(|(offering, _)| offering);
    let named = line
        .offerings_in(clause)
        .find(|(_, mark)| mark.tokens == *name)
        .map(|(offering, _)| offering);
    here.is_some() && here != named
}

/// "X will replace ...", "X is our replacement for ...".
fn replaces(line: &Line, name: usize, at: usize, word: &str) -> bool {
    let between = name..at;
    let tells = beside::REPLACES.contains(&word)
        && replaces_something(line, name, at)
        && !between.clone().any(|before| {
            beside::PHRASE_ENDS.contains(&line.word(before)) || line.word(before) == "that"
        });
    let is = beside::REPLACEMENTS.contains(&word)
        && matches!(line.word(name), "is" | "will" | "shall" | "be" | "as")
        && at <= name + 4;
    tells || is
}

/// "replaces gitlab.com", "will replace it"; not "replaces an old VM".
fn replaces_something(line: &Line, name: usize, verb: usize) -> bool {
    let named = |place: &Place| {
        line.offerings_in(place)
            .next()
            .map(|(offering, _)| offering)
    };
    let object = named(&(verb + 1..verb + 7));
    let other = object.is_some() && object != named(&(name.saturating_sub(2)..name));
    matches!(
        line.word(verb + 1),
        "it" | "this" | "that" | "them" | "those" | "both" | "what"
    ) || other
        || line.marks.iter().any(|mark| {
            matches!(mark.class, Class::Hosted(_))
                && (verb + 1..verb + 5).contains(&mark.tokens.start)
        })
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
            "will"
                | "is"
                | "shall"
                | "then"
                | "gets"
                | "we"
                | "they"
                | "everybody"
                | "everyone"
                | "the"
                | "all"
                | "our"
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
