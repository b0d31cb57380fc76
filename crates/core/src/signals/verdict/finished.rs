//! Moves that are over: "finished the migration in August", "which we left two years ago".

use chrono::Datelike;

use super::told_clauses;
use crate::judge::{Author, Doc, Line, Place};
use crate::lexicon::{Class, beside};
use crate::signals::frame::{self, RoleKind};

/// "finished the SM → .com migration end of August", "which we left for gitlab.com two years ago".
pub(super) fn finished(doc: &Doc, line: &Line) -> Option<Place> {
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
            is_past(doc, line, &mark.tokens, clause)
                && !is_of_set_up(line, &mark.tokens)
                && !is_of_entitlement(line, &mark.tokens)
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

/// "two entitlements are live for the time in which they move": not the move.
fn is_of_entitlement(line: &Line, finish: &Place) -> bool {
    let subject = finish.start.saturating_sub(3)..finish.start;
    line.says(&subject, beside::ENTITLEMENTS)
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
    let end = (ends.unwrap_or(clause.end) + 6).min(clause.end);
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
    // "migration complete" tells that it is, "complete date" does not.
    let told_of_noun = beside::MOVE_NOUNS.contains(&just_before)
        && !matches!(line.word(mark.end), "date" | "target" | "deadline");
    let complete_adjective = line.word(mark.start) == "complete"
        && !told_of_noun
        && !matches!(just_before, "is" | "are" | "was" | "now" | "been");
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
