//! Moves that are denied, asked about, weighed, supposed, or only the title of a page.

use super::cue::{Cue, CueKind};
use crate::judge::{Author, Doc, Line, Place};
use crate::lexicon::{Class, beside};
use crate::signals::frame;

/// Whether the move is denied: "not going to move", "no plans to leave".
pub(super) fn is_denied(line: &Line, clause: &Place, cue: &Cue) -> bool {
    let tense =
        |at: usize| line.word(at) == "yet" || line.word(at) == "only" || line.word(at) == "just";
    if (cue.place.start.saturating_sub(6)..(cue.place.end + 6).min(clause.end))
        .any(|at| line.word(at) == "yet")
    {
        return false;
    }
    let mut at = cue.place.start;
    while at > clause.start {
        at -= 1;
        let is_not = line
            .marks
            .iter()
            .any(|mark| mark.class == Class::Not && mark.tokens.contains(&at))
            && line.word(at + 1) != ",";
        if is_not {
            let unable = at
                .checked_sub(1)
                .is_some_and(|before| matches!(line.word(before), "can" | "could"));
            let until = (cue.place.end..clause.end).any(|at| {
                matches!(
                    line.word(at),
                    "until" | "before" | "unless" | "without" | "because"
                )
            });
            return !(tense(at + 1) || unable && until);
        }
        if !beside::NEGATABLE.contains(&line.word(at)) {
            return false;
        }
    }
    false
}

/// Whether the move is only asked about, weighed or supposed.
pub(super) fn is_open(doc: &Doc, line: &Line, clause: &Place, cue: &Cue) -> bool {
    let hedge = line.marks_in(Class::Hedge, clause).any(|mark| {
        let word = line.word(mark.tokens.start);
        let near = mark.tokens.start < cue.place.end + 8;
        // "if the import fails, ... we are moving": the condition is about something else only
        // where the move stands in another phrase.
        let conditional = matches!(word, "if" | "whether")
            && frame::phrase(line, mark.tokens.start).end <= cue.place.start
            && frame::phrase(line, mark.tokens.start) != frame::phrase(line, cue.place.start);
        let polite = matches!(word, "could" | "would" | "wondering" | "question")
            && !line.sentence.question
            && frame::phrase(line, mark.tokens.start) != frame::phrase(line, cue.place.start);
        let month = word == "may"
            && line
                .dates
                .iter()
                .any(|date| date.tokens.contains(&mark.tokens.start));
        // "so you do not wonder about our licence"
        let denied = matches!(
            word,
            "wonder" | "wondering" | "option" | "options" | "maybe"
        ) && line.has_in(
            Class::Not,
            &(mark.tokens.start.saturating_sub(2)..mark.tokens.start),
        );
        // "Context that may save you a question: we are migrating ..."
        let introduces = (mark.tokens.end..cue.place.start).any(|at| line.word(at) == ":")
            && mark.tokens.start > clause.start + 1;
        near && !conditional
            && !introduces
            && !denied
            && !polite
            && !month
            && !is_hedge_of_other(line, mark.tokens.start, cue)
    });
    // "they might switch, nothing signed"
    let decided = line.marks_in(Class::Decided, clause).any(|mark| {
        !line.has_in(
            Class::Not,
            &(mark.tokens.start.saturating_sub(2)..mark.tokens.start),
        )
    });
    if hedge && !decided {
        return true;
    }
    line.sentence.question
        && !is_given(line, clause, cue)
        && cue.place.end > frame::told(line)
        && !(doc.internal && cue.kind == CueKind::Between && line.sentence.tokens.len() > 25)
}

/// "... but there is no decision whatsoever", in the sentence or the one after it.
pub(super) fn is_disclaimed(doc: &Doc, at: usize) -> bool {
    let disclaims = |line: &Line| {
        (0..line.sentence.tokens.len()).any(|word| {
            beside::DECISIONS.contains(&line.word(word))
                && line.has_in(Class::Not, &(word.saturating_sub(3)..word))
        }) && !line.has(Class::LevelWord)
            && !line.has(Class::DateWord)
            && line.levels_in(&line.all()).next().is_none()
    };
    let line = |at: usize| doc.lines.get(at).is_some_and(&disclaims);
    line(at)
        || line(at + 1)
            && doc
                .lines
                .get(at + 1)
                .is_some_and(|line| !line.names_offering())
}

/// A hedge behind the move, in another phrase, is about something else.
fn is_hedge_of_other(line: &Line, hedge: usize, cue: &Cue) -> bool {
    hedge > cue.place.end && frame::phrase(line, hedge) != frame::phrase(line, cue.place.start)
}

/// "... while we're moving", "because the whole company is going to be moved": taken for granted
/// even inside a question.
fn is_given(line: &Line, clause: &Place, cue: &Cue) -> bool {
    (cue.place.start.saturating_sub(9).max(clause.start)..cue.place.start).any(|at| {
        let opens = line
            .marks
            .iter()
            .any(|mark| mark.class == Class::Given && mark.tokens.start == at);
        opens
            && !(at + 1..cue.place.start).any(|next| matches!(line.word(next), "," | ":"))
            && (at + 1..cue.place.start.max(at + 1))
                .any(|next| beside::OWN_SUBJECT.contains(&line.word(next)))
    })
}

/// "An offering migration would be, for example, ...": nobody moves.
pub(super) fn is_example(line: &Line, clause: &Place, cue: &Cue) -> bool {
    let announced = (clause.start..cue.place.start)
        .any(|at| matches!(line.word(at), "example" | "examples" | "hypothetical"));
    // "Last time (the bank, who was migrating SM to .com)": told of an earlier ticket.
    let earlier = (clause.start..cue.place.start).any(|at| {
        line.word(at) == "last" && line.word(at + 1) == "time"
            || line.word(at) == "another" && line.word(at + 1) == "ticket"
            || line.word(at) == "similar" && matches!(line.word(at + 1), "case" | "ticket")
    });
    announced
        || earlier
        || line.marks_in(Class::Third, clause).any(|mark| {
            matches!(line.word(mark.tokens.start), "for" | "e.g" | "such")
                && mark.tokens.start < cue.place.end + 5
        })
}

/// "Migrate from GitLab Self-Managed to GitLab.com: https://docs...": the name of a page.
pub(super) fn is_title(doc: &Doc, line: &Line) -> bool {
    let public_staff = doc.author == Author::Staff && !doc.internal;
    let links_docs = line.sentence.tokens.iter().any(|token| {
        token.kind == crate::text::Kind::Url
            && ["docs.", "about.", "handbook.", "/help/", "/docs/", "/blog"]
                .iter()
                .any(|mark| token.norm.contains(mark))
    });
    let first = line
        .sentence
        .tokens
        .iter()
        .find(|token| token.kind == crate::text::Kind::Word)
        .map_or("", |token| token.norm.as_str());
    let bare = matches!(
        first,
        "migrate" | "migrating" | "move" | "moving" | "how" | "switching" | "import"
    );
    let quoted = line.sentence.tokens.iter().any(|token| {
        matches!(
            token.norm.as_str(),
            "docs" | "doc" | "documentation" | "article" | "page" | "guide" | "handbook"
        )
    }) && is_quoting(line);
    // 'I attended "From Self-Managed to Dedicated in 90 days"'
    let attended = is_quoting(line) && line.says(&line.all(), beside::TITLED);
    let gerund = first.ends_with("ing")
        && (0..line.sentence.tokens.len()).any(|at| matches!(line.word(at), "docs" | "handbook"));
    // A form that nobody has filled in.
    let blank = line
        .sentence
        .tokens
        .windows(2)
        .any(|pair| matches!(pair, [one, other] if one.is_punct('_') && other.is_punct('_')));
    links_docs || quoted || attended || gerund || blank || (public_staff && bare)
}

fn is_quoting(line: &Line) -> bool {
    line.sentence.tokens.iter().any(|token| {
        token.kind == crate::text::Kind::Punct && token.norm.starts_with(['"', '“', '”', '„', '«'])
    })
}
