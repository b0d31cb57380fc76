//! # Asked
//!
//! What it does: finds where an agent asks the customer in public for the support level or the
//! target date on the new offering.
//!
//! Why: it tells "write to the customer" from "wait for the customer", and makes the answer's
//! bare "Premium" or "31 January" a statement.
//!
//! Example: "Which tier on GitLab.com, and done by when?"

use super::frame;
use crate::draft::{Missing, Questions};
use crate::judge::{Author, Doc, Line, Place};
use crate::lexicon::{Class, beside};

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Asked {
    /// The support level.
    pub(crate) level: bool,
    /// The target date.
    pub(crate) date: bool,
    /// Where, as line and place.
    pub(crate) place: Option<(usize, Place)>,
}

/// What a public comment of an agent asks for.
///
/// `questions` are those of Ferry's own templates, which are known in every language that they
/// are written in.
pub(crate) fn find(doc: &Doc, questions: &Questions) -> Asked {
    let mut asked = Asked::default();
    if doc.internal || doc.author != Author::Staff {
        return asked;
    }
    for (missing, range) in questions.asked_in(&doc.readable.text) {
        asked.level |= missing == Missing::Level;
        asked.date |= missing == Missing::TargetDate;
        if asked.place.is_none() {
            asked.place = doc.line_at(range.start);
        }
    }
    // What is asked for is a phrase of the lexicon; most sentences have none.
    let all = || doc.lines.iter().enumerate();
    let asks_for = |line: &Line| {
        line.has(Class::LevelWord) || line.has(Class::DateWord) || line.names_offering()
    };
    if !all().any(|(_, line)| asks_for(line)) {
        return asked;
    }
    let about_support = doc.lines.iter().any(speaks_of_cover);
    for (at, line) in all().filter(|(_, line)| asks_for(line)) {
        let asks = line.sentence.question || line.has(Class::Ask) || announces_list(doc, at);
        if !asks {
            continue;
        }
        let future = speaks_of_new(line) || line.has(Class::Move);
        let level = line.has(Class::LevelWord) && (about_support || future) && asks_level(line)
            || asks_which_to_buy(line);
        let date = line.has(Class::DateWord) && (about_support || future) && asks_date(line);
        if level || date {
            asked.level |= level;
            asked.date |= date;
            asked.place.get_or_insert((at, line.all()));
        }
    }
    asked
}

/// An entry below "What I need:".
fn announces_list(doc: &Doc, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|before| {
        doc.lines.get(before).is_some_and(|line| {
            line.has(Class::Ask)
                || line.sentence.tokens.iter().any(|token| {
                    matches!(
                        token.norm.as_str(),
                        "need" | "two" | "questions" | "following" | "points" | "things" | "know"
                    )
                })
        })
    })
}

/// Words of entitlement and of the move, anywhere in the comment.
fn speaks_of_cover(line: &Line) -> bool {
    line.sentence.tokens.iter().any(|token| {
        [
            "entitle",
            "cover",
            "subscription",
            "contract",
            "migrat",
            "moving",
            "move",
            "transition",
            "switch",
            "relocat",
            "shift",
            "support you",
            "register",
            "journey",
            "courtesy",
            "offering",
            "changeover",
            "cutover",
        ]
        .iter()
        .any(|stem| token.norm.starts_with(stem))
    })
}

/// Words of what will be.
fn speaks_of_new(line: &Line) -> bool {
    line.sentence
        .tokens
        .iter()
        .any(|token| beside::OF_WHAT_WILL_BE_BOUGHT.contains(&token.norm.as_str()))
        || line.names_offering()
}

/// A level is asked for where the words are not only about the subscription that is there.
fn asks_level(line: &Line) -> bool {
    line.marks.iter().any(|mark| {
        mark.class == Class::LevelWord && {
            let word = line.word(mark.tokens.start);
            let weak = matches!(
                word,
                "plan"
                    | "plans"
                    | "subscription"
                    | "licence"
                    | "license"
                    | "package"
                    | "level"
                    | "levels"
                    | "edition"
            ) && mark.tokens.len() == 1;
            let verb = word == "plan"
                && (line.word(mark.tokens.end) == "to"
                    || (line.word(mark.tokens.end) == "on"
                        && line.word(mark.tokens.end + 1).ends_with("ing")));
            let of_log = word == "level"
                && mark.tokens.start.checked_sub(1).is_some_and(|before| {
                    beside::LEVEL_OF_OTHER_THINGS.contains(&line.word(before))
                });
            let after_question = mark.tokens.start.checked_sub(1).is_some_and(|before| {
                matches!(
                    line.word(before),
                    "which"
                        | "what"
                        | "intended"
                        | "future"
                        | "new"
                        | "support"
                        | "planned"
                        | "the"
                        | "your"
                )
            });
            // "What are your plans?"
            let intentions = word == "plans"
                && mark.tokens.start.checked_sub(1).is_some_and(|before| {
                    matches!(line.word(before), "your" | "you" | "the" | "any")
                });
            !verb
                && !intentions
                && !of_log
                && !is_of_today(line, &mark.tokens)
                && (!weak
                    || after_question
                    || line.has(Class::Future)
                    || line.levels_in(&line.all()).next().is_some())
        }
    })
}

/// "Which tier does the page show on your present server?"
fn is_of_today(line: &Line, level: &Place) -> bool {
    let phrase = frame::phrase(line, level.start);
    // "Which tier does your self-managed licence have?"
    let licence = line.offerings_in(&phrase).any(|(_, name)| {
        let before = name.tokens.start.saturating_sub(3)..name.tokens.start;
        beside::LICENCE.contains(&line.word(name.tokens.end))
            && line.says(&before, &["your", "their"])
    });
    (licence || line.says(&phrase, beside::OF_TODAY))
        && !line.says(&phrase, beside::OF_WHAT_WILL_BE_BOUGHT)
}

/// "Which of the two will you be purchasing for GitLab.com?"
fn asks_which_to_buy(line: &Line) -> bool {
    let has =
        |words: &[&str]| (0..line.sentence.tokens.len()).any(|at| words.contains(&line.word(at)));
    has(&["which", "what"]) && has(beside::BUYING) && has(&["you"]) && line.names_offering()
}

/// A date is asked for where the question is about being done, not about when something broke.
fn asks_date(line: &Line) -> bool {
    line.marks.iter().any(|mark| {
        mark.class == Class::DateWord && {
            let word = line.word(mark.tokens.start);
            let weak = matches!(
                word,
                "when" | "date" | "dates" | "target" | "schedule" | "timing" | "how"
            ) && mark.tokens.len() == 1;
            let moves = [Class::Move, Class::Leave, Class::Arrive]
                .into_iter()
                .any(|class| line.has(class));
            let done = moves
                || line
                    .sentence
                    .tokens
                    .iter()
                    .any(|token| beside::HAPPENING.contains(&token.norm.as_str()));
            let past = happened(line)
                || line.sentence.tokens.iter().any(|token| {
                    matches!(
                        token.norm.as_str(),
                        "started" | "start" | "happened" | "see" | "began" | "occur" | "error"
                    )
                });
            let conjunction =
                word == "when"
                    && !line.sentence.question
                    && mark.tokens.start.checked_sub(1).is_some_and(|before| {
                        !beside::BEFORE_ASKED_WHEN.contains(&line.word(before))
                    });
            // "When you moved the group, did you ...?"
            let told = word == "when"
                && matches!(line.word(mark.tokens.end), "you" | "they")
                && line.word(mark.tokens.end + 1).ends_with("ed");
            !past && !conjunction && !told && (done || !weak)
        }
    })
}

/// "When did this start?"
fn happened(line: &Line) -> bool {
    (0..line.sentence.tokens.len()).any(|at| {
        line.word(at) == "did" && matches!(line.word(at + 1), "this" | "it" | "that" | "the")
    })
}

#[cfg(test)]
pub(crate) const CARD: super::Card = super::Card {
    name: "asked",
    source: include_str!("asked.rs"),
    finds: &[
        "Which plan do you intend to buy on GitLab.com, Premium or Ultimate?",
        "I'd need to know which support level you're going for, plus your target date.",
        "Which of the two will you be purchasing for GitLab.com?",
        "Your entitlement is for self-managed. When is the switch scheduled to be finished?",
        "I also need the tier you'll be on at GitLab.com and the date you want to be done.",
    ],
    passes: &[
        "Could you send me the full importer.log between 08:30 and 10:30 UTC on the 12th?",
        "When did this start?",
        "You're moving. Which tier does the page show on your present server?",
        "Could you share the complete job log?",
        "Group-level approval settings cascade only when the box is ticked. Can you confirm its state?",
    ],
    found: |text| {
        let doc = super::tests::doc(text, Author::Staff, false);
        let asked = find(&doc, &Questions::of(&crate::policy::Policy::gitlab()));
        asked.level || asked.date
    },
};
