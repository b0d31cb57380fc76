//! # Level
//!
//! What it does: finds the support level that the customer will have on the new offering.
//!
//! Why: without it no ops issue can be opened, and the level of today's licence is named far
//! more often.
//!
//! Example: "On GitLab.com we will take Premium, as the security features of Ultimate are hardly
//! used" states Premium.

use super::frame;
use crate::judge::{Author, Doc, Line, Place};
use crate::lexicon::{Class, beside};

/// What a line says about the level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LevelSaid {
    /// This one.
    Is(usize, Place),
    /// The one of today.
    SameAsToday(Place),
    /// An earlier one is taken back.
    Open(Place),
}

/// What surrounds a line.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    /// Where the migration goes, if known.
    pub(crate) to: Option<usize>,
    /// Where it comes from, if known.
    pub(crate) from: Option<usize>,
    /// Whether an agent has asked for it before.
    pub(crate) asked: bool,
    /// Whether the text states the migration or an approval.
    pub(crate) about_migration: bool,
}

/// What a line of a text says about the level on the new offering.
pub(crate) fn find(doc: &Doc, at: usize, context: Context) -> Option<LevelSaid> {
    let line = doc.lines.get(at)?;
    let told = frame::told(line);
    if told == 0
        || (doc.author == Author::Staff
            && !doc.internal
            && line.has(Class::Ask)
            && line.has(Class::LevelWord))
    {
        return None;
    }
    let named: Vec<(usize, Place)> = line
        .levels_in(&line.all())
        .filter(|(_, mark)| mark.tokens.end <= told && states(doc, line, &mark.tokens, context))
        .map(|(level, mark)| (level, mark.tokens.clone()))
        .collect();
    // "We'll have Premium (Ultimate isn't needed any more)": another one is stated beside it.
    let restated = |place: &Place| {
        let phrase = frame::phrase(line, place.start);
        let taken_back = line.levels_in(&phrase).next().map(|(level, _)| level);
        taken_back.is_some()
            && named
                .iter()
                .any(|(level, at)| Some(*level) != taken_back && at.end <= phrase.start)
    };
    if let Some(place) = withdrawn(line).filter(|place| !line.sentence.question && !restated(place))
    {
        return Some(LevelSaid::Open(place));
    }
    if named.is_empty() && !line.sentence.question {
        return same(line, context).map(LevelSaid::SameAsToday);
    }
    let best = pick(line, named, context)?;
    Some(LevelSaid::Is(best.0, best.1))
}

/// "the tier is open again".
fn withdrawn(line: &Line) -> Option<Place> {
    let mark = line
        .marks
        .iter()
        .find(|mark| mark.class == Class::Withdraw)?;
    let near =
        mark.tokens.start.saturating_sub(7)..(mark.tokens.end + 6).min(line.sentence.tokens.len());
    let about_level = near
        .clone()
        .any(|at| matches!(line.word(at), "level" | "tier" | "plan" | "edition"))
        || line
            .levels_in(&(near.start..near.end))
            // "sub_sm_premium is gone": a tag went, no plan.
            .any(|(_, level)| !line.word(level.tokens.start).contains('_'));
    let about_date = near
        .clone()
        .any(|at| matches!(line.word(at), "date" | "deadline" | "schedule" | "timeline"));
    let restated = line
        .levels_in(&(mark.tokens.end..line.sentence.tokens.len()))
        .any(|(_, level)| {
            (level.tokens.start.saturating_sub(4)..level.tokens.start).any(|at| {
                matches!(
                    line.word(at),
                    "now" | "be" | "is" | "for" | "with" | "to" | "but" | "take"
                )
            })
        });
    (about_level && !about_date && !restated).then(|| mark.tokens.clone())
}

/// "the same tier as today".
fn same(line: &Line, context: Context) -> Option<Place> {
    let mark = line.marks.iter().find(|mark| mark.class == Class::Same)?;
    // "Tier: unchanged", not an error that is.
    if line.word(mark.tokens.start) == "unchanged"
        && mark.tokens.len() == 1
        && (!line.has(Class::LevelWord)
            || line.says(
                &(mark.tokens.start.saturating_sub(5)..mark.tokens.start),
                &["rest", "date", "everything", "else"],
            ))
    {
        return None;
    }
    let before = mark.tokens.start.saturating_sub(3)..mark.tokens.start;
    if line.says(&before, beside::BEHAVES) {
        return None;
    }
    let relevant = context.asked
        || context.about_migration
        || line.has(Class::LevelWord)
        || line.has(Class::Future);
    let open = line.has(Class::Hedge) && !line.has(Class::Decided);
    (relevant && !open).then(|| mark.tokens.clone())
}

/// Whether a named level is the one to come.
fn states(doc: &Doc, line: &Line, level: &Place, context: Context) -> bool {
    let clause = frame::clause(line, level.start);
    let phrase = frame::phrase(line, level.start);
    let before = |words: &[&str], reach: usize| {
        (level.start.saturating_sub(reach).max(phrase.start)..level.start)
            .any(|at| words.contains(&line.word(at)))
    };
    if is_choice(line, level)
        || before(
            &[
                "not",
                "than",
                "instead",
                "from",
                "no",
                "unlike",
                "without",
                "of",
                "leave",
                "leaving",
                "was",
                "were",
                "formerly",
                "previously",
            ],
            2,
        ) && !before(&["level", "tier", "plan"], 3)
    {
        return false;
    }
    if denied_after(line, level) {
        return false;
    }
    if hedged(line, &phrase, level) || is_feature(line, level) || is_priced(line, &phrase, level) {
        return false;
    }
    let offering = offering_beside(line, &phrase, level);
    let label = is_label(line, level);
    if let Some(offering) = offering {
        let other = context.to.is_some_and(|to| to != offering);
        if other {
            return false;
        }
        if context.to.is_none() && context.from == Some(offering) {
            return false;
        }
    }
    let target = (offering.is_some() && offering == context.to)
        || is_apposition(line, &clause, &phrase, level, context);
    let future = line.has_in(Class::Future, &phrase) || future_before(line, level, &clause);
    let have = has_now(line, &phrase, level);
    let approved = line.has_in(Class::Approve, &clause);
    let answer = context.asked && doc.author == Author::Customer;
    if target {
        return !have || future || approved || answer || doc.internal;
    }
    if offering.is_none() && have && !future && !label {
        return false;
    }
    (approved && (doc.internal || context.about_migration))
        || (label && (context.asked || context.about_migration || doc.internal))
        || (answer && (!have || future))
        || (doc.internal
            && (context.asked || context.about_migration)
            && (future || is_terse(line, &clause))
            && !have)
        || (future && (context.about_migration || context.asked) && !have)
}

/// Where several levels are stated, the one beside the target, or else the last.
fn pick(line: &Line, named: Vec<(usize, Place)>, context: Context) -> Option<(usize, Place)> {
    let beside = named.iter().find(|(_, place)| {
        offering_beside(line, &frame::phrase(line, place.start), place)
            .is_some_and(|offering| Some(offering) == context.to)
    });
    beside.cloned().or_else(|| named.into_iter().next_back())
}

/// "Premium or Ultimate", "Premium/Ultimate", "between Premium and Ultimate".
fn is_choice(line: &Line, level: &Place) -> bool {
    line.levels_in(&line.all()).any(|(_, other)| {
        let gap = if other.tokens.start >= level.end {
            level.end..other.tokens.start
        } else if other.tokens.end <= level.start {
            other.tokens.end..level.start
        } else {
            return false;
        };
        let between = gap
            .start
            .checked_sub(2)
            .is_some_and(|at| (at..gap.start).any(|at| line.word(at) == "between"));
        gap.len() <= 3
            && gap
                .clone()
                .any(|at| matches!(line.word(at), "or" | "/" | "vs"))
            || (between && gap.len() <= 2)
    })
}

/// "Ultimate is not needed", "Ultimate would be overkill".
fn denied_after(line: &Line, level: &Place) -> bool {
    let is = matches!(
        line.word(level.end),
        "is" | "was" | "will" | "does" | "would" | "seems"
    );
    let after = level.end..level.end + 4;
    is && (line.has_in(Class::Not, &after) || line.says(&after, &["overkill", "unnecessary"]))
}

fn hedged(line: &Line, phrase: &Place, level: &Place) -> bool {
    if matches!(line.word(level.end), "would" | "was" | "were") {
        return true;
    }
    let near = level.start.saturating_sub(7).max(phrase.start)..(level.end + 6).min(phrase.end);
    // "They may have Premium, says the approval": they are allowed to.
    let allowed = |at: usize| {
        line.word(at) == "may" && line.word(at + 1) == "have" && line.has(Class::Approve)
    };
    near.clone().any(|at| {
        beside::UNDECIDED.contains(&line.word(at))
            && !allowed(at)
            && !line.dates.iter().any(|date| date.tokens.contains(&at))
    }) || (near.clone().any(|at| line.word(at) == "sure")
        && near.clone().any(|at| line.word(at) == "not"))
}

/// "Ultimate features", "features of Ultimate", "a Premium trial", "the scan needs Ultimate".
fn is_feature(line: &Line, level: &Place) -> bool {
    let back = |steps: usize| {
        level
            .start
            .checked_sub(steps)
            .map_or("", |at| line.word(at))
    };
    let needed = matches!(back(1), "needs" | "requires")
        || back(1) == "in" && matches!(back(2), "available" | "only" | "included" | "exists");
    if needed {
        return true;
    }
    matches!(line.word(level.end), "feature" | "features" | "trial" | "functionality" | "only" if line.word(level.end) != "only" || matches!(line.word(level.end + 1), "feature" | "features"))
}

/// "Premium is 29 and Ultimate is by quote": what a level costs.
fn is_priced(line: &Line, phrase: &Place, level: &Place) -> bool {
    let after = level.end..(level.end + 4).min(phrase.end);
    let costs = after.clone().any(|at| {
        matches!(
            line.word(at),
            "quote" | "costs" | "cost" | "price" | "$" | "€" | "usd" | "eur"
        )
    });
    let is_number = matches!(line.word(level.end), "is" | "at" | "=")
        && line
            .sentence
            .tokens
            .get(level.end + 1)
            .is_some_and(|token| token.number().is_some())
        && !line
            .dates
            .iter()
            .any(|date| after.contains(&date.tokens.start));
    costs || is_number
}

/// "migrating from GitLab.com to self-managed on EKS, Ultimate, and ...": set beside the target.
fn is_apposition(
    line: &Line,
    clause: &Place,
    phrase: &Place,
    level: &Place,
    context: Context,
) -> bool {
    let before = clause.start..level.start;
    let last_named = line
        .offerings_in(&before)
        .last()
        .map(|(offering, _)| offering);
    phrase.len() <= level.len() + 2
        && context.to.is_some()
        && last_named == context.to
        && [Class::Move, Class::Carry, Class::Leave]
            .into_iter()
            .any(|class| line.has_in(class, &before))
}

/// The offering that stands with a level: "GitLab.com Premium", "Premium on .com", "SM Ultimate".
fn offering_beside(line: &Line, phrase: &Place, level: &Place) -> Option<usize> {
    let clause = frame::clause(line, level.start);
    let close = level.start.saturating_sub(4).max(clause.start)..(level.end + 3).min(clause.end);
    let beside = line.offerings_in(&close).find(|(_, mark)| {
        let mut gap = if mark.tokens.end <= level.start {
            mark.tokens.end..level.start
        } else {
            level.end..mark.tokens.start
        };
        gap.all(|at| {
            matches!(
                line.word(at),
                "(" | ")" | "on" | "*" | "_" | "tenant" | ":" | "sub" | "subscription" | "side"
            )
        })
    });
    if let Some((offering, _)) = beside {
        return Some(offering);
    }
    line.offerings_in(phrase)
        .map(|(offering, mark)| {
            let distance = if mark.tokens.end <= level.start {
                level.start - mark.tokens.end
            } else {
                mark.tokens.start.saturating_sub(level.end)
            };
            (distance, offering)
        })
        .filter(|(distance, _)| *distance <= 7)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, offering)| offering)
}

/// "Level: Premium", "Tier is Ultimate", "Plan - Premium".
fn is_label(line: &Line, level: &Place) -> bool {
    (level.start.saturating_sub(6)..level.start).any(|at| {
        matches!(
            line.word(at),
            "level"
                | "tier"
                | "plan"
                | "subscription"
                | "edition"
                | "licence"
                | "license"
                | "sku"
                | "tag"
        )
    }) || (level.end..(level.end + 2))
        .any(|at| matches!(line.word(at), "level" | "tier" | "plan" | "subscription"))
}

fn future_before(line: &Line, level: &Place, clause: &Place) -> bool {
    let near = level.start.saturating_sub(10).max(clause.start)..level.start;
    line.has_in(Class::Future, &near)
}

/// Whether the level is the one that is there already.
fn has_now(line: &Line, phrase: &Place, level: &Place) -> bool {
    let near = level.start.saturating_sub(6).max(phrase.start)..(level.end + 6).min(phrase.end);
    line.marks_in(Class::Have, &near).any(|mark| {
        let to_come = (mark.tokens.start.saturating_sub(2)..mark.tokens.start).any(|before| {
            matches!(
                line.word(before),
                "will" | "shall" | "to" | "would" | "going"
            )
        });
        !to_come
            && !is_auxiliary(line, mark.tokens.start)
            && !matches!(line.word(mark.tokens.start), "only" | "own")
    })
}

/// "the order for Ultimate has arrived": nobody has anything yet.
fn is_auxiliary(line: &Line, at: usize) -> bool {
    let next = line.word(at + 1);
    matches!(line.word(at), "has" | "have" | "had")
        && (next.ends_with("ed") || beside::IRREGULAR_PARTICIPLES.contains(&next))
}

/// A note in a few words: "Premium / Dec 20".
fn is_terse(line: &Line, clause: &Place) -> bool {
    clause.len() <= 14 && !line.has_in(Class::Have, clause)
}

#[cfg(test)]
pub(crate) const CARD: super::Card = super::Card {
    name: "level",
    source: include_str!("level.rs"),
    finds: &[
        "On GitLab.com we will take Premium, as the security features of Ultimate are hardly used",
        "Approved GitLab.com Premium level support until 2027-01-31",
        "Level: Premium, 220 users",
        "Ultimate.",
        "we take the same tier as today",
        "PO for Ultimate there has arrived",
        "we migrate from self-managed to GitLab.com, Ultimate, and start on Monday",
        "It will be Premium, what does it cost?",
        "there we'll have the Premium plan (Ultimate isn't needed any more)",
        "It'll be the plan we have now",
    ],
    passes: &[
        "We have a valid Ultimate licence for our self-managed server",
        "Premium or Ultimate, not decided",
        "we need Ultimate features",
        "maybe Premium",
        "Ultimate was too big a coat for us",
        "Premium is 29 and Ultimate is by quote",
        "Ultimate would be overkill",
        "it says the same as before",
    ],
    found: |text| {
        super::tests::any_answer(text, |doc, at, context| find(doc, at, context).is_some())
    },
};
