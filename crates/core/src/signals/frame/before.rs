//! The part of a name by the words before it: "from X", "to X", "on X".

use super::{RoleKind, is_for_a_while, is_gone_to};
use crate::judge::{Line, Place};
use crate::lexicon::{Class, beside};

/// How many words before a name may belong to it.
const REACH: usize = 6;

/// Walks back over adjectives and articles to the word that says where the name belongs.
pub(super) fn before(line: &Line, clause: &Place, name: &Place) -> Option<RoleKind> {
    let mut at = name.start;
    let mut inside = None;
    for _ in 0..REACH {
        let Some(back) = at.checked_sub(1).filter(|at| *at >= clause.start) else {
            return inside;
        };
        at = back;
        let walk = Walk {
            line,
            clause,
            name,
            at,
        };
        if let Some(kind) = walk.left().or_else(|| walk.leads()) {
            return Some(kind);
        }
        // "changing to an installation in our own data centre": the installation is what counts.
        if walk.is_inside() {
            inside = Some(RoleKind::Place);
            at -= 1;
        } else if walk.is_there() {
            return Some(RoleKind::Place);
        } else if !walk.is_passed() {
            return inside;
        }
    }
    inside
}

/// A word on the way back from a name.
struct Walk<'a> {
    line: &'a Line,
    clause: &'a Place,
    name: &'a Place,
    at: usize,
}

impl<'a> Walk<'a> {
    fn word(&self) -> &'a str {
        self.line.word(self.at)
    }

    /// The word before.
    fn two(&self) -> &'a str {
        self.at
            .checked_sub(1)
            .map_or("", |before| self.line.word(before))
    }

    fn earlier(&self) -> Place {
        self.clause.start..self.at
    }

    /// Whether the name is what is left, by a verb of leaving or a preposition.
    fn left(&self) -> Option<RoleKind> {
        let (line, at) = (self.line, self.at);
        let verb = line.marks.iter().any(|mark| {
            mark.class == Class::Leave
                && !is_for_a_while(line, &mark.tokens)
                && !is_cancelled_in_part(line, &mark.tokens, self.name)
                && (mark.tokens.end == at + 1
                    || (mark.tokens.start <= at && mark.tokens.end >= self.name.end))
        });
        let two = self.two();
        let left = match self.word() {
            "from" if is_worked_from(line, at) => return Some(RoleKind::Place),
            "from" | "off" | "leaving" | "ex" => true,
            "for" | "of" | "to" if beside::REPLACEMENTS.contains(&two) => true,
            "of" => {
                matches!(two, "out" | "instead" | "place")
                    || beside::LOADS.contains(&two) && line.says(self.clause, &["over"])
            }
            // "picked GitLab.com over keeping our own box"
            "keeping" | "running" | "hosting" | "maintaining" => {
                beside::BEFORE_KEEPING.contains(&two)
            }
            "over" => line.says(&self.earlier(), beside::PREFERS),
            "than" => two == "rather",
            "against" => is_against(line, self.clause, at),
            "no" => is_no_more(line, self.clause, self.name),
            "on" | "in" | "at" => is_left_there(line, self.clause, at),
            word => beside::REPLACES.contains(&word) || is_foreign_from(line, self.clause, at),
        };
        let left = left || self.word() == "for" && is_left_there(line, self.clause, at);
        (verb || left).then_some(RoleKind::From)
    }

    /// Whether something goes to the name.
    fn leads(&self) -> Option<RoleKind> {
        let (line, at, two) = (self.line, self.at, self.two());
        let leads = match self.word() {
            "to" if is_reached(line, at) => return Some(RoleKind::Place),
            "to" | "into" | "onto" | "towards" | "toward" | "->" | "unto" => true,
            ">" => line
                .offerings_in(&(at.saturating_sub(2)..at))
                .next()
                .is_some(),
            "of" => matches!(two, "favour" | "favor"),
            "on" if beside::GOES.contains(&two) => true,
            // "ends up under gitlab.com"
            "on" | "in" | "at" | "under" => {
                two == "up" && line.says(&(at.saturating_sub(2)..at), beside::ENDS)
            }
            "for" => {
                matches!(two, "decided" | "voted" | "opted")
                    || line.has_in(Class::Leave, &self.earlier())
                    || is_switch(line, self.earlier())
                    || is_foreign_to(line, self.clause, at)
            }
            "by" | "with" => replaced(line, self.earlier()),
            word => {
                let goes = beside::GOES.contains(&word) && is_gone_to(line, at, self.name);
                let preferred = beside::PREFERS.contains(&word)
                    && line.says(
                        &(self.name.end..self.name.end + 3),
                        &["over", "instead", "rather"],
                    );
                goes || preferred || is_foreign_to(line, self.clause, at)
            }
        };
        leads.then_some(RoleKind::To)
    }

    /// "installation in X", "server at X".
    fn is_inside(&self) -> bool {
        matches!(
            self.word(),
            "on" | "in" | "at" | "under" | "within" | "inside"
        ) && beside::INSTALLED.contains(&self.two())
    }

    fn is_there(&self) -> bool {
        matches!(
            self.word(),
            "on" | "in" | "at" | "under" | "within" | "via" | "with" | "for" | "by" | "inside"
        )
    }

    /// Adjectives, articles and other names.
    fn is_passed(&self) -> bool {
        beside::FILLERS.contains(&self.word())
            || matches!(self.word(), "node" | "nodes")
            || matches!(self.line.word(self.at + 1), "node" | "nodes")
            || self
                .line
                .offerings_in(&(self.at..self.at + 1))
                .next()
                .is_some()
    }
}

/// "cancel the gitlab.com pipeline": not all that they have there.
fn is_cancelled_in_part(line: &Line, leave: &Place, name: &Place) -> bool {
    line.word(leave.start).starts_with("cancel")
        && !beside::CANCELLED_WHOLE.contains(&line.word(name.end))
}

/// "decided for gitlab.com and against keeping our server"
fn is_against(line: &Line, clause: &Place, against: usize) -> bool {
    let before = clause.start..against;
    line.says(&before, &["decided", "voted", "opted", "ruled"]) && line.says(&before, &["for"])
}

/// "no server of ours any more"
pub(crate) fn is_no_more(line: &Line, clause: &Place, name: &Place) -> bool {
    let behind = name.end..(name.end + 5).min(clause.end);
    behind.clone().any(|at| {
        line.word(at) == "any" && matches!(line.word(at + 1), "more" | "longer")
            || line.word(at) == "anymore"
    })
}

/// "8 of 30 accounts work from gitlab.com already": where people are, not what they leave.
fn is_worked_from(line: &Line, from: usize) -> bool {
    from.checked_sub(1)
        .is_some_and(|before| beside::WORKS.contains(&line.word(before)))
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
                || line.has_in(Class::Move, &behind) && line.offerings_in(&behind).next().is_some()
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
    // "no change to gitlab.com"
    let unchanged = matches!(before(1), "change" | "changes") && matches!(before(2), "no" | "any");
    unchanged
        || beside::REACHES.contains(&before(1))
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
    line.says(&place, beside::EXCHANGED)
        || line.says(&place, beside::REPLACES)
        || line.says(&place, &["replacement"])
}
