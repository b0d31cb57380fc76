//! # Verdict
//!
//! What it does: finds sentences that end a migration: called off, denied, or finished.
//!
//! Why: the newest statement wins, and a migration that is over needs no banner.
//!
//! Example: "customer has cancelled the move to .com, they'll keep their SM instance".

use chrono::Datelike;

use super::frame::{self, RoleKind};
use super::movement::{self, Said};
use super::target_date;
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
    !open
        && line.marks.iter().any(|mark| {
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
            mark.class == Class::Resume && of_move && !denied && !somewhere
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

fn called_off(doc: &Doc, line: &Line, said: &[Said]) -> Option<Place> {
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
            && !line.has_in(Class::Move, clause)
            && !line.has_in(Class::Stay, clause)
            && line.has_in(Class::Cancel, clause)
            && line.marks_in(Class::Cancel, clause).all(|mark| {
                line.marks.iter().any(|other| {
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
            || is_not_one(line, clause)
    })
}

/// "cancelled the move", "decided against GitLab.com".
fn cancelled(line: &Line, clause: &Place, said: &[Said]) -> bool {
    line.marks_in(Class::Cancel, clause).any(|mark| {
        let near = mark.tokens.start.saturating_sub(9).max(clause.start)
            ..(mark.tokens.end + 9).min(clause.end);
        let hedged = line.has_in(Class::Hedge, &frame::phrase(line, mark.tokens.start));
        // "no longer moving" denies a move itself; "was dropped" takes back what stands beside it.
        let inner = line.has_in(Class::Not, &mark.tokens)
            && (line.has_in(Class::Move, &mark.tokens) || line.has_in(Class::Leave, &mark.tokens));
        let of_move = inner
            || line.has_in(Class::Move, &near)
            || line.has_in(Class::Between, &near)
            || line.offerings_in(&near).next().is_some()
            || near
                .clone()
                .any(|at| beside::CANCELLABLE.contains(&line.word(at)));
        let after = mark.tokens.end..(mark.tokens.end + 5).min(clause.end);
        // "our meeting about the migration was cancelled"
        let subject = frame::phrase(line, mark.tokens.start);
        let subject = subject.start..(subject.start + 3).min(mark.tokens.start);
        let of_contract = line.says(&after, beside::OTHER_CANCELLABLE)
            || line.says(&subject, beside::OTHER_CANCELLABLE);
        let denied = (mark.tokens.start.saturating_sub(3).max(clause.start)..mark.tokens.start)
            .any(|at| matches!(line.word(at), "not" | "never" | "without" | "no"));
        // "the plan has been dropped": a plan to move, not a subscription plan.
        let other_thing = line
            .marks_in(Class::OtherThing, &near)
            .any(|mark| !beside::CANCELLABLE.contains(&line.word(mark.tokens.start)))
            && line.offerings_in(clause).next().is_none();
        let whole_move = !inner
            || (only_denies_all(line, &mark.tokens, clause)
                && is_about_customer(line, &mark.tokens, clause));
        // "the 15th is off the table, the cut-over date is open": the date is taken back, not the move.
        let of_date = line.marks.iter().any(|other| {
            other.class == Class::Withdraw
                && other.tokens.start < mark.tokens.end
                && mark.tokens.start < other.tokens.end
        }) && target_date::speaks_of_date(line, &near);
        // "We have cancelled our Dedicated tenant and are moving to GitLab.com": what is left.
        let object = mark.tokens.end..(mark.tokens.end + 4).min(clause.end);
        let of_left = line.offerings_in(&object).any(|(offering, name)| {
            let direct = (mark.tokens.end..name.tokens.start)
                .all(|at| matches!(line.word(at), "our" | "the" | "their" | "its" | "gitlab"));
            let elsewhere = said.iter().any(|said| {
                matches!(said, Said::Moves(movement)
                    if movement.to.is_some_and(|to| to != offering))
            });
            // "shelved the SM to .com move"
            let end = matches!(line.word(name.tokens.end), "to" | "->" | "-" | ">");
            direct && elsewhere && !end
        });
        of_move
            && !of_left
            && !of_date
            && !of_contract
            && !(line.word(mark.tokens.end.saturating_sub(1)) == "dropped"
                && matches!(line.word(mark.tokens.end), "from" | "by" | "on" | "at"))
            && !(line.word(mark.tokens.end.saturating_sub(1)) == "put"
                && is_of_other_thing(line, &mark.tokens, clause))
            && (!denied || inner)
            && !other_thing
            && whole_move
            && (!hedged || inner)
            && !(line.has_in(Class::Foreign, &near) && line.offerings_in(&near).next().is_none())
    })
}

/// "the programme has been stopped for good"; not "the project was stopped by the timeout".
fn stopped(line: &Line, clause: &Place) -> bool {
    is_stopped_by_somebody(line, clause)
        || clause.clone().any(|noun| {
            beside::UNDERTAKINGS.contains(&line.word(noun))
                && (noun + 2..(noun + 5).min(clause.end)).any(|verb| {
                    let passive = (noun + 1..verb).all(|at| {
                        matches!(
                            line.word(at),
                            "is" | "was" | "has" | "have" | "been" | "got" | "now" | "were" | "are"
                        )
                    });
                    let why = matches!(
                        line.word(verb + 1),
                        "by" | "at" | "with" | "because" | "on" | "from"
                    );
                    passive && beside::STOPPED.contains(&line.word(verb)) && !why
                })
        })
}

/// "we've stopped our move", "the board killed it"; not "stopped the migration job".
fn is_stopped_by_somebody(line: &Line, clause: &Place) -> bool {
    clause.clone().any(|verb| {
        let stops = beside::STOPPED.contains(&line.word(verb));
        let object = (verb + 1..(verb + 5).min(clause.end)).find(|&at| {
            !matches!(
                line.word(at),
                "the" | "their" | "our" | "its" | "all" | "this" | "that" | "whole" | "entire"
            )
        });
        let noun = object.is_some_and(|at| {
            let whole_noun = !matches!(
                line.word(at + 1),
                "job" | "jobs" | "script" | "task" | "tool" | "run" | "and"
            );
            whole_noun
                && (beside::UNDERTAKINGS.contains(&line.word(at))
                    || beside::MOVE_NOUNS.contains(&line.word(at)))
                && at > verb + 1
        });
        let subject = verb.saturating_sub(3).max(clause.start)..verb;
        let by_deciders = line.says(&subject, beside::DECIDERS)
            && matches!(line.word(verb + 1), "it" | "this" | "that" | "everything");
        // "not Ultimate any more, the CFO stopped that"
        let by_deciders = by_deciders && line.levels_in(&line.all()).next().is_none();
        let open = line.says(&subject, beside::UNFINISHED) || line.says(&subject, &["by", "a"]);
        stops && !open && (noun || by_deciders)
    })
}

/// "That note is for another org": a colleague takes back what a note says.
fn is_of_another_org(doc: &Doc, line: &Line) -> bool {
    let start = 0..line.sentence.tokens.len().min(4);
    doc.internal
        && line.says(&start, &["note", "comment", "message", "above", "wrong"])
        && (0..line.sentence.tokens.len()).any(|at| {
            matches!(line.word(at), "another" | "different" | "wrong" | "other")
                && matches!(
                    line.word(at + 1),
                    "org" | "organisation" | "organization" | "customer" | "account" | "company"
                )
        })
}

/// "Jira stays put": what stays is no offering.
fn is_of_other_thing(line: &Line, cancel: &Place, clause: &Place) -> bool {
    let subject = cancel.start.saturating_sub(2).max(clause.start)..cancel.start;
    line.has_in(Class::Foreign, &subject) || line.has_in(Class::OtherThing, &subject)
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

/// "we remain on self-managed for the foreseeable future", "we stay on GitLab.com".
fn stays(line: &Line, clause: &Place) -> bool {
    let for_good = line.has_in(Class::ForGood, clause)
        && line.offerings_in(clause).next().is_some()
        && line
            .marks_in(Class::Stay, clause)
            .any(|mark| !matches!(line.word(mark.tokens.end), "read" | "up" | "running"));
    let moves = |place: &Place| line.has_in(Class::Move, place) || line.has_in(Class::Leave, place);
    for_good && !moves(clause) || stays_outright(line, clause, moves)
}

/// "we remain on GitLab.com", "they stay self-managed", "we stay where we are": said of the whole
/// customer and of no time, it needs no word of good.
fn stays_outright(line: &Line, clause: &Place, moves: impl Fn(&Place) -> bool) -> bool {
    line.marks_in(Class::Stay, clause).any(|mark| {
        let phrase = frame::phrase(line, mark.tokens.start);
        let subject = mark.tokens.start.saturating_sub(3).max(clause.start)..mark.tokens.start;
        // "We dropped GitLab.com and stay self-managed."
        let opening = clause.start..(clause.start + 3).min(mark.tokens.start);
        let joined = mark
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| line.word(at) == "and")
            && line.says(&opening, beside::WHO_STAYS);
        let of_customer = (joined || line.says(&subject, beside::WHO_STAYS))
            && !line.says(&subject, beside::NOT_ALL_STAY);
        let where_now = (mark.tokens.end..mark.tokens.end + 4).any(|at| {
            line.word(at) == "where"
                && matches!(line.word(at + 1), "we" | "they")
                && line.word(at + 2) == "are"
        });
        let keeps = matches!(line.word(mark.tokens.start), "keep" | "keeps" | "keeping");
        let place = mark.tokens.end..(mark.tokens.end + 5).min(clause.end);
        let on_offering = line.offerings_in(&place).any(|(_, name)| {
            (mark.tokens.end..name.tokens.start).all(|at| beside::STAYS_ON.contains(&line.word(at)))
        });
        of_customer
            && (!keeps || is_all_said(line, &place))
            && (where_now || on_offering)
            && !moves(&phrase)
            && !line.says(&phrase, beside::FOR_NOW)
    })
}

/// "they keep their on-prem GitLab.": nothing says what for or how long.
fn is_all_said(line: &Line, place: &Place) -> bool {
    line.offerings_in(place).any(|(_, name)| {
        let rest = (name.tokens.end..name.tokens.end + 2).find(|&at| {
            !matches!(
                line.word(at),
                "gitlab" | "server" | "instance" | "installation" | "one" | "subscription"
            )
        });
        rest.is_some_and(|at| {
            matches!(
                line.word(at),
                "" | "," | "." | ")" | "after" | "instead" | "for" | "indefinitely"
            ) && !(line.word(at) == "for" && line.word(at + 1) != "good")
        })
    })
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

/// "finished the SM → .com migration end of August", "which we left for gitlab.com two years ago".
fn finished(doc: &Doc, line: &Line) -> Option<Place> {
    let mut clauses = told_clauses(line);
    clauses.find(|clause| {
        let moves = line.has_in(Class::Move, clause)
            || line.has_in(Class::Leave, clause)
            || line.has_in(Class::Between, clause)
            || names_both_ends(line, clause);
        let about = line.offerings_in(clause).next().is_some()
            || doc.internal && line.has_in(Class::Between, clause)
            || mentions_move_noun(line, clause)
            || finishes_moving(line, clause);
        if !moves || !about || line.has_in(Class::Third, clause) {
            return false;
        }
        let done = line.marks_in(Class::Finish, clause).any(|mark| {
            is_past(doc, line, &mark.tokens, clause) && !is_of_set_up(line, &mark.tokens)
        }) && !is_partial(line, clause);
        (done
            && (line.offerings_in(clause).next().is_some()
                || !line.has_in(Class::OtherThing, clause)))
            || long_ago(doc, line, clause)
    })
}

/// "Support Ops has finished the set-up": not what it was set up for.
fn is_of_set_up(line: &Line, finish: &Place) -> bool {
    (finish.end..finish.end + 4)
        .take_while(|&at| !matches!(line.word(at), "," | ":" | "." | "of"))
        .any(|at| {
            matches!(
                line.word(at),
                "set"
                    | "setup"
                    | "paperwork"
                    | "tagging"
                    | "tags"
                    | "form"
                    | "approval"
                    | "handover"
            )
        })
}

/// "the first wave is finished", not "some news: the migration is finished".
fn is_partial(line: &Line, clause: &Place) -> bool {
    let starts = line
        .marks_in(Class::Move, clause)
        .chain(line.marks_in(Class::Finish, clause))
        .map(|mark| mark.tokens.start)
        .min();
    let start = starts
        .unwrap_or(clause.start)
        .saturating_sub(4)
        .max(clause.start);
    let ends = line
        .marks_in(Class::Finish, clause)
        .map(|mark| mark.tokens.end)
        .max();
    let end = (ends.unwrap_or(clause.end) + 4).min(clause.end);
    // "22 of 61 projects are across"
    let number = |at: usize| {
        line.sentence
            .tokens
            .get(at)
            .is_some_and(|token| token.number().is_some())
    };
    let counted = (start..end).any(|at| {
        line.word(at) == "of"
            && at.checked_sub(1).is_some_and(number)
            && (number(at + 1) || number(at + 2))
    });
    counted
        || is_of_one_thing(line, clause)
        || line
            .marks_in(Class::Partial, clause)
            .any(|mark| mark.tokens.start >= start && mark.tokens.end <= end)
}

/// "the migration of this project has finished"
fn is_of_one_thing(line: &Line, clause: &Place) -> bool {
    clause.clone().any(|at| {
        line.word(at) == "of"
            && at
                .checked_sub(1)
                .is_some_and(|before| beside::MOVE_NOUNS.contains(&line.word(before)))
            && matches!(line.word(at + 1), "this" | "that" | "one" | "a")
            && matches!(
                line.word(at + 2),
                "project" | "group" | "repo" | "repository" | "wiki" | "user" | "board" | "team"
            )
    })
}

/// "the change from SM to GitLab.com went through": what is finished has two ends.
fn names_both_ends(line: &Line, clause: &Place) -> bool {
    let roles = frame::roles(line, clause);
    let end = |kind: RoleKind| {
        let role = roles.iter().find(|role| role.kind == kind)?;
        Some(role.place.end)
    };
    let (Some(from), Some(to)) = (end(RoleKind::From), end(RoleKind::To)) else {
        return false;
    };
    let both = from.max(to);
    line.marks_in(Class::Finish, clause)
        .any(|mark| (both..both + 3).contains(&mark.tokens.start))
}

/// "done migrating"
fn finishes_moving(line: &Line, clause: &Place) -> bool {
    line.marks_in(Class::Finish, clause)
        .any(|mark| mark.tokens.len() > 1 && line.has_in(Class::Move, &mark.tokens))
}

fn mentions_move_noun(line: &Line, clause: &Place) -> bool {
    clause.clone().any(|at| {
        matches!(
            line.word(at),
            "migration" | "relocation" | "transition" | "cutover" | "switchover"
        )
    })
}

/// "was finished", "we completed"; not "to be finished", "will be completed", "once finished".
fn is_past(doc: &Doc, line: &Line, mark: &Place, clause: &Place) -> bool {
    let before = mark.start.saturating_sub(5).max(clause.start)..mark.start;
    let close = mark.start.saturating_sub(2).max(clause.start)..mark.start;
    let open = before
        .clone()
        .any(|at| beside::UNFINISHED.contains(&line.word(at)))
        || close.clone().any(|at| {
            matches!(
                line.word(at),
                "to" | "by" | "before" | "after" | "for" | "as"
            ) && line.offerings_in(&(at..mark.start)).next().is_none()
        })
        || matches!(line.word(mark.end), "by" | "until" | "till" | "before");
    let been = before.clone().any(|at| line.word(at) == "been");
    let just_before = mark.start.checked_sub(1).map_or("", |at| line.word(at));
    let complete_adjective = line.word(mark.start) == "complete"
        && !matches!(just_before, "is" | "are" | "was" | "now" | "been")
        && !(beside::MOVE_NOUNS.contains(&just_before)
            && !matches!(line.word(mark.end), "date" | "target" | "deadline"));
    let future_date = line.dates.iter().any(|date| {
        let since = date
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| line.word(at) == "since");
        clause.contains(&date.tokens.start) && !since
    }) && before
        .clone()
        .any(|at| matches!(line.word(at), "is" | "are"));
    (!open || been) && !complete_adjective && !future_date && !is_due_later(doc, line, mark)
}

/// "finished 2027-02-15 at the latest", written before that day.
fn is_due_later(doc: &Doc, line: &Line, mark: &Place) -> bool {
    doc.author != Author::Organization
        && line.dates.iter().any(|date| {
            let follows = (mark.end..mark.end + 3).contains(&date.tokens.start)
                && !(mark.end..date.tokens.start).any(|at| line.word(at) == "since");
            // "The cutover is from 15 to 19 February, and with that the change is finished."
            let follows = follows
                || date.tokens.end <= mark.start
                    && matches!(line.word(mark.start), "is" | "are")
                    && line.says(&(0..date.tokens.start), &["is", "are", "will"]);
            let later = match date.when {
                crate::dates::When::Day(day) => doc.date.is_some_and(|written| day > written),
                crate::dates::When::Unclear => false,
            };
            // "complete as of 12 Nov" is the last such day.
            let since = date
                .tokens
                .start
                .checked_sub(2)
                .is_some_and(|at| line.word(at) == "as" && line.word(at + 1) == "of");
            follows && later && (says_year(line, &date.tokens) || !(since || tells_of_past(line)))
        })
}

/// A date with its year is the one that it says; one without is the last such day where the rest
/// tells of the past.
fn says_year(line: &Line, date: &Place) -> bool {
    date.clone().any(|at| {
        line.sentence
            .tokens
            .get(at)
            .is_some_and(|token| token.norm.len() >= 4 && token.number().is_some())
            || line.word(at).matches('-').count() == 2
    })
}

/// "they migrated", "was completed".
fn tells_of_past(line: &Line) -> bool {
    (0..line.sentence.tokens.len()).any(|at| {
        let word = line.word(at);
        let before = at.checked_sub(1).map_or("", |before| line.word(before));
        matches!(
            word,
            "was" | "were" | "had" | "been" | "history" | "already"
        ) || matches!(word, "has" | "have") && line.has(Class::Finish)
            || beside::MOVED.contains(&word)
                && !matches!(before, "be" | "is" | "are" | "being" | "get" | "gets")
    })
}

/// A move long past: "two years ago", "in 2024" said later.
fn long_ago(doc: &Doc, line: &Line, clause: &Place) -> bool {
    let moved = |part: &Place| {
        part.clone().any(|at| {
            beside::MOVED.contains(&line.word(at))
                && !at
                    .checked_sub(1)
                    .is_some_and(|before| matches!(line.word(before), "be" | "being" | "gets"))
        })
    };
    let progressive = clause
        .clone()
        .any(|at| beside::MOVING.contains(&line.word(at)));
    // "management approved this last month, and the server shall be retired": the time belongs to
    // the verb of its own phrase.
    let long_past = line
        .marks_in(Class::LongAgo, clause)
        .any(|mark| moved(&frame::phrase(line, mark.tokens.start)));
    !progressive && (long_past || moved(clause) && past_year(doc, line, clause))
}

/// A year before the one that the text was written in.
fn past_year(doc: &Doc, line: &Line, clause: &Place) -> bool {
    let Some(this_year) = doc.date.and_then(|date| u32::try_from(date.year()).ok()) else {
        return false;
    };
    clause.clone().any(|at| {
        let year = line
            .sentence
            .tokens
            .get(at)
            .filter(|token| token.norm.len() == 4)
            .and_then(crate::text::Token::number);
        let opened = at.checked_sub(1).is_some_and(|before| {
            matches!(
                line.word(before),
                "in" | "since" | "during" | "of" | "early" | "late" | "mid"
            )
        });
        year.is_some_and(|year| (2005..this_year).contains(&year)) && opened
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
    ],
    found: |text| super::tests::any_line(text, true, |doc, at| find(doc, at, None).is_some()),
};
