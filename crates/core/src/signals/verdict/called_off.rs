//! Moves that are called off: "cancelled the move", "the project has been stopped".

use super::stays::stays;
use super::{is_about_customer, told_clauses};
use crate::judge::{Doc, Line, Place};
use crate::lexicon::{Class, beside};
use crate::signals::frame;
use crate::signals::movement::Said;
use crate::signals::target_date;

pub(super) fn called_off(doc: &Doc, line: &Line, said: &[Said]) -> Option<Place> {
    if line.has(Class::Third) && !doc.internal {
        return None;
    }
    let leaves = said.iter().any(|said| {
        matches!(said, Said::Moves(movement) if movement.from.is_some() && movement.to.is_some())
    });
    let mut clauses = told_clauses(line);
    clauses.find(|clause| {
        // "will be abandoned for gitlab.com" leaves something; it calls nothing off.
        let of_plan = clause.clone().any(|at| {
            matches!(
                line.word(at),
                "plan" | "plans" | "idea" | "project" | "decision" | "proposal"
            )
        });
        let leaves = leaves
            && !of_plan
            && !line.has_in(Class::Stay, clause)
            && line.has_in(Class::Cancel, clause)
            && line.marks_in(Class::Cancel, clause).all(|mark| {
                let phrase = frame::phrase(line, mark.tokens.start);
                !line.has_in(Class::Move, &phrase)
                    && line.marks.iter().any(|other| {
                        other.class == Class::Leave
                            && (other.tokens.start == mark.tokens.start
                                || other.tokens.end == mark.tokens.end)
                    })
            });
        if leaves {
            return false;
        }
        cancelled(line, clause, said)
            || stopped(line, clause)
            || stays(line, clause)
            || is_none_after_all(line, clause)
            || is_not_gone_to(line, clause)
            || is_blocked(line, clause)
            || is_not_one(line, clause)
    })
}

/// "cancelled the move", "decided against GitLab.com".
fn cancelled(line: &Line, clause: &Place, said: &[Said]) -> bool {
    line.marks_in(Class::Cancel, clause).any(|mark| {
        let cancel = Cancel {
            line,
            clause,
            mark: &mark.tokens,
            near: mark.tokens.start.saturating_sub(9).max(clause.start)
                ..(mark.tokens.end + 9).min(clause.end),
        };
        let whole = if cancel.denies_itself() {
            only_denies_all(line, &mark.tokens, clause)
                && is_about_customer(line, &mark.tokens, clause)
        } else {
            !cancel.is_denied() && !cancel.is_hedged()
        };
        whole && cancel.is_of_move() && !cancel.is_of_other() && !cancel.is_of_left(said)
    })
}

/// A word of calling off, and what stands near it.
struct Cancel<'a> {
    line: &'a Line,
    clause: &'a Place,
    mark: &'a Place,
    near: Place,
}

impl Cancel<'_> {
    /// "no longer moving" denies a move itself; "was dropped" takes back what stands beside it.
    fn denies_itself(&self) -> bool {
        let line = self.line;
        line.has_in(Class::Not, self.mark)
            && (line.has_in(Class::Move, self.mark) || line.has_in(Class::Leave, self.mark))
    }

    fn is_denied(&self) -> bool {
        let before = self.mark.start.saturating_sub(3).max(self.clause.start)..self.mark.start;
        self.line.says(&before, &["not", "never", "without", "no"])
    }

    fn is_hedged(&self) -> bool {
        let phrase = frame::phrase(self.line, self.mark.start);
        self.line.has_in(Class::Hedge, &phrase)
    }

    fn is_of_move(&self) -> bool {
        let line = self.line;
        self.denies_itself()
            || line.has_in(Class::Move, &self.near)
            || line.has_in(Class::Between, &self.near)
            || line.offerings_in(&self.near).next().is_some()
            || line.says(&self.near, beside::CANCELLABLE)
    }

    /// A meeting, a date, another vendor's product, a project on a list.
    fn is_of_other(&self) -> bool {
        let (line, mark) = (self.line, self.mark);
        let after = mark.end..(mark.end + 5).min(self.clause.end);
        // "our meeting about the migration was cancelled"
        let start = frame::phrase(line, mark.start).start;
        let subject = start..(start + 3).min(mark.start);
        let of_contract = line.says(&after, beside::OTHER_CANCELLABLE)
            || line.says(&subject, beside::OTHER_CANCELLABLE);
        // "the plan has been dropped": a plan to move, not a subscription plan.
        let of_thing = line
            .marks_in(Class::OtherThing, &self.near)
            .any(|mark| !beside::CANCELLABLE.contains(&line.word(mark.tokens.start)))
            && line.offerings_in(self.clause).next().is_none();
        let of_vendor = line.has_in(Class::Foreign, &self.near)
            && line.offerings_in(&self.near).next().is_none();
        // "dropped from the list", "Jira stays put"
        let from_list =
            self.ends_with("dropped") && matches!(line.word(mark.end), "from" | "by" | "on" | "at");
        let stays = self.ends_with("put") && is_of_other_thing(line, mark, self.clause);
        of_contract || of_thing || of_vendor || from_list || stays || self.is_of_date()
    }

    fn ends_with(&self, word: &str) -> bool {
        self.mark
            .end
            .checked_sub(1)
            .is_some_and(|last| self.line.word(last) == word)
    }

    /// "the 15th is off the table, the cut-over date is open": the date is taken back.
    fn is_of_date(&self) -> bool {
        let withdraws = self.line.marks.iter().any(|other| {
            other.class == Class::Withdraw
                && other.tokens.start < self.mark.end
                && self.mark.start < other.tokens.end
        });
        withdraws && target_date::speaks_of_date(self.line, &self.near)
    }

    /// "We have cancelled our Dedicated tenant and are moving to GitLab.com": what is left.
    fn is_of_left(&self, said: &[Said]) -> bool {
        let (line, mark) = (self.line, self.mark);
        let object = mark.end..(mark.end + 4).min(self.clause.end);
        line.offerings_in(&object).any(|(offering, name)| {
            let direct = (mark.end..name.tokens.start)
                .all(|at| matches!(line.word(at), "our" | "the" | "their" | "its" | "gitlab"));
            let elsewhere = said.iter().any(|said| {
                matches!(said, Said::Moves(movement)
                    if movement.to.is_some_and(|to| to != offering))
            });
            // "shelved the SM to .com move"
            let end = matches!(line.word(name.tokens.end), "to" | "->" | "-" | ">");
            direct && elsewhere && !end
        })
    }
}

/// "the programme has been stopped for good", "we've stopped our move".
fn stopped(line: &Line, clause: &Place) -> bool {
    line.marks_in(Class::Stopped, clause).any(|mark| {
        let verb = mark.tokens.start;
        beside::TO_STOP.contains(&line.word(verb)) && has_to_stop(line, clause, verb)
            || beside::STOPPED.contains(&line.word(verb))
                && (is_undertaking_stopped(line, clause, verb)
                    || is_stopped_by_somebody(line, clause, verb))
    })
}

/// "the programme has been stopped"; not "the project was stopped by the timeout".
fn is_undertaking_stopped(line: &Line, clause: &Place, verb: usize) -> bool {
    let auxiliary = |at: usize| {
        matches!(
            line.word(at),
            "is" | "was" | "has" | "have" | "been" | "got" | "now" | "were" | "are"
        )
    };
    let noun = (clause.start..verb).rev().find(|&at| !auxiliary(at));
    let why = matches!(
        line.word(verb + 1),
        "by" | "at" | "with" | "because" | "on" | "from"
    );
    // "The .com project died."
    let by_itself = matches!(line.word(verb), "died" | "collapsed" | "fizzled");
    noun.is_some_and(|noun| {
        (by_itself || noun + 1 < verb) && beside::UNDERTAKINGS.contains(&line.word(noun))
    }) && !why
}

/// "No .com in the end."
fn is_none_after_all(line: &Line, clause: &Place) -> bool {
    line.has_in(Class::ForGood, clause)
        && line.offerings_in(clause).any(|(_, name)| {
            name.tokens
                .start
                .checked_sub(1)
                .is_some_and(|before| line.word(before) == "no")
        })
}

/// "isn't going to .com any more"
fn is_not_gone_to(line: &Line, clause: &Place) -> bool {
    let for_good = line.has_in(Class::ForGood, clause)
        || clause.clone().any(|at| {
            line.word(at) == "any" && matches!(line.word(at + 1), "more" | "longer")
                || line.word(at) == "anymore"
        });
    for_good
        && line.offerings_in(clause).any(|(_, name)| {
            let Some(goes) = name.tokens.start.checked_sub(2) else {
                return false;
            };
            let before = goes.saturating_sub(3).max(clause.start)..goes;
            line.word(goes + 1) == "to"
                && beside::GOES.contains(&line.word(goes))
                && line.has_in(Class::Not, &before)
        })
}

/// "their legal team blocked .com"
fn is_blocked(line: &Line, clause: &Place) -> bool {
    line.offerings_in(clause).any(|(_, name)| {
        let Some(verb) = name.tokens.start.checked_sub(1) else {
            return false;
        };
        let subject = verb.saturating_sub(3).max(clause.start)..verb;
        beside::BLOCKED.contains(&line.word(verb)) && line.says(&subject, beside::DECIDERS)
    })
}

/// "we had to drop the move"
fn has_to_stop(line: &Line, clause: &Place, verb: usize) -> bool {
    let back = |steps: usize| verb.checked_sub(steps).map_or("", |at| line.word(at));
    back(1) == "to"
        && matches!(
            back(2),
            "had" | "have" | "has" | "decided" | "forced" | "chose" | "agreed" | "opted"
        )
        && stops_undertaking(line, clause, verb)
}

/// "we've stopped our move", "the board killed it"; not "stopped the migration job".
fn is_stopped_by_somebody(line: &Line, clause: &Place, verb: usize) -> bool {
    let subject = verb.saturating_sub(3).max(clause.start)..verb;
    let open = line.says(&subject, beside::UNFINISHED) || line.says(&subject, &["by", "a"]);
    // "not Ultimate any more, the CFO stopped that"
    let by_deciders = line.says(&subject, beside::DECIDERS)
        && matches!(line.word(verb + 1), "it" | "this" | "that" | "everything")
        && line.levels_in(&line.all()).next().is_none();
    !open && (by_deciders || stops_undertaking(line, clause, verb))
}

/// "stopped our move", "dropped the whole plan".
fn stops_undertaking(line: &Line, clause: &Place, verb: usize) -> bool {
    let noun = (verb + 1..(verb + 5).min(clause.end)).find(|&at| {
        !matches!(
            line.word(at),
            "the" | "their" | "our" | "its" | "all" | "this" | "that" | "whole" | "entire"
        ) && line.offerings_in(&(at..at + 1)).next().is_none()
    });
    noun.is_some_and(|at| {
        let of_tool = matches!(
            line.word(at + 1),
            "job" | "jobs" | "script" | "task" | "tool" | "run" | "and"
        );
        // "stop the migration of one group"
        let of_part = line.word(at + 1) == "of"
            && matches!(
                line.word(at + 2),
                "one" | "this" | "that" | "a" | "some" | "two"
            );
        let word = line.word(at);
        at > verb + 1
            && !of_tool
            && !of_part
            && (beside::UNDERTAKINGS.contains(&word) || beside::MOVE_NOUNS.contains(&word))
    })
}

/// "Jira stays put": what stays is no offering.
fn is_of_other_thing(line: &Line, cancel: &Place, clause: &Place) -> bool {
    let subject = cancel.start.saturating_sub(2).max(clause.start)..cancel.start;
    line.has_in(Class::Foreign, &subject) || line.has_in(Class::OtherThing, &subject)
}

/// "not moving X before January", "not migrating yet", "not moving the runners" deny no move.
fn only_denies_all(line: &Line, mark: &Place, clause: &Place) -> bool {
    // "aren't migrating at all, only trying"
    let end = (mark.end..clause.end)
        .find(|&at| line.word(at) == ",")
        .unwrap_or(clause.end);
    !(mark.end..(mark.end + 8).min(end)).any(|at| {
        beside::LIMITS.contains(&line.word(at))
            && !(line.word(at) == "all" && line.word(at - 1) == "at")
    }) && !line.has_in(
        Class::OtherThing,
        &(mark.end..(mark.end + 5).min(clause.end)),
    )
}

/// "this is not an offering migration".
fn is_not_one(line: &Line, clause: &Place) -> bool {
    line.marks_in(Class::Between, clause).any(|mark| {
        (mark.tokens.start.saturating_sub(5).max(clause.start)..mark.tokens.start).any(|at| {
            matches!(
                line.word(at),
                "not" | "no" | "never" | "without" | "nor" | "neither"
            )
        })
    })
}
