//! The words that state a move, and what they need beside them.

use super::ends::{Ends, is_named};
use crate::judge::{Doc, Line, Place};
use crate::lexicon::{Class, beside};
use crate::signals::frame::{self, RoleKind};

/// The words that state a move.
#[derive(Debug)]
pub(super) struct Cue {
    pub(super) kind: CueKind,
    pub(super) place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CueKind {
    Between,
    Move,
    Leave,
    Arrive,
    UntilNow,
    Carry,
}

impl Cue {
    /// All that could state the move, the plainest first.
    pub(super) fn all(doc: &Doc, line: &Line, clause: &Place, ends: &Ends) -> Vec<Self> {
        let mut found = Self::words(line, clause);
        found.extend(Self::goes(line, clause, ends));
        found.extend(Self::no_more(line, clause, ends));
        found.extend(Self::instead(line, clause, ends));
        found.extend(Self::arrow(doc, line, clause, ends));
        found.extend(Self::pair(doc, line, clause, ends));
        found
    }

    fn words(line: &Line, clause: &Place) -> Vec<Self> {
        [
            (Class::Between, CueKind::Between),
            (Class::Move, CueKind::Move),
            (Class::Leave, CueKind::Leave),
            (Class::Arrive, CueKind::Arrive),
            (Class::UntilNow, CueKind::UntilNow),
            (Class::Carry, CueKind::Carry),
        ]
        .into_iter()
        .filter_map(|(class, kind)| {
            if kind == CueKind::Between && is_looked_for(line, clause) {
                return None;
            }
            let mut marks = line.marks_in(class, clause).filter(|mark| {
                !is_other_sense(line, clause, class, &mark.tokens)
                    && !is_inside_looked_for(line, clause, &mark.tokens)
            });
            // Of several weak verbs the one that says where from is the move's.
            let from = |at: usize| line.word(at) == "from";
            let first = marks.next()?;
            let mark = if kind == CueKind::Carry && !from(first.tokens.end) {
                marks.find(|mark| from(mark.tokens.end)).unwrap_or(first)
            } else {
                first
            };
            Some(Self {
                kind,
                place: mark.tokens.clone(),
            })
        })
        .collect()
    }

    /// "SaaS customer going self-managed": the verb leads to the name without a preposition.
    fn goes(line: &Line, clause: &Place, ends: &Ends) -> Option<Self> {
        let role = ends.roles.iter().find(|role| role.kind == RoleKind::To)?;
        let at = (role.place.start.saturating_sub(3).max(clause.start)..role.place.start)
            .rev()
            .find(|&at| beside::GOES.contains(&line.word(at)))?;
        frame::is_gone_to(line, at, &role.place).then(|| Self {
            kind: CueKind::Move,
            place: at..at + 1,
        })
    }

    /// "There will be no server of ours any more, just gitlab.com." Both are named: there is no
    /// word of moving by which the first scan would find it.
    fn no_more(line: &Line, clause: &Place, ends: &Ends) -> Option<Self> {
        let first = ends.roles.first()?.offering;
        if ends.roles.iter().all(|role| role.offering == first) {
            return None;
        }
        let role = ends.roles.iter().find(|role| {
            let before = role.place.start.saturating_sub(3).max(clause.start)..role.place.start;
            role.kind == RoleKind::From
                && line.says(&before, &["no"])
                && frame::is_no_more(line, clause, &role.place)
        })?;
        Some(Self {
            kind: CueKind::Leave,
            place: role.place.end..role.place.end + 1,
        })
    }

    /// "We've made up our minds: gitlab.com instead of our own server."
    fn instead(line: &Line, clause: &Place, ends: &Ends) -> Option<Self> {
        let decided = line.has_in(Class::Decided, clause);
        let to = ends.roles.iter().find(|role| {
            matches!(role.kind, RoleKind::To)
                && matches!(line.word(role.place.end), "instead" | "rather" | "not")
        })?;
        let place = to.place.end..to.place.end + 1;
        (decided && ends.from_said).then_some(Self {
            kind: CueKind::Move,
            place,
        })
    }

    /// "GitLab.com -> Dedicated." in a note: an arrow and nothing else.
    fn arrow(doc: &Doc, line: &Line, clause: &Place, ends: &Ends) -> Option<Self> {
        let at = clause.clone().find(|&at| line.word(at) == "->")?;
        let is_end = |kind: RoleKind, place: Place| {
            ends.roles
                .iter()
                .any(|role| role.kind == kind && place.contains(&role.place.start))
        };
        let beside = is_end(RoleKind::From, at.saturating_sub(3)..at)
            && is_end(RoleKind::To, at + 1..at + 4);
        let short = ends.from_said && ends.to_said && clause.len() <= 12;
        (doc.internal && (beside || short) && !is_between_instances(line, clause, ends)).then(
            || Self {
                kind: CueKind::Move,
                place: at..at + 1,
            },
        )
    }

    /// "Self-managed to GitLab.com; ..." in a note: both ends and nothing before them, or "in the
    /// middle of SM to SaaS".
    fn pair(doc: &Doc, line: &Line, clause: &Place, ends: &Ends) -> Option<Self> {
        let from = ends.roles.iter().find(|role| role.kind == RoleKind::From)?;
        let to = ends
            .roles
            .iter()
            .find(|role| role.kind == RoleKind::To && role.place.start > from.place.start)?;
        let joined = from.place.end..to.place.start;
        let leads = |at: usize| matches!(line.word(at), "to" | "onto" | "into");
        let close = joined.len() <= 3 && joined.clone().any(leads);
        let phrase = frame::phrase(line, from.place.start);
        let head = phrase.start..from.place.start;
        let opens = head
            .clone()
            .all(|at| beside::BEFORE_PAIR.contains(&line.word(at)));
        let under_way = line
            .marks_in(Class::Plan, clause)
            .any(|mark| mark.tokens.len() >= 3 && mark.tokens.end == from.place.start);
        let ends_there =
            (to.place.end..phrase.end).all(|at| beside::AFTER_PAIR.contains(&line.word(at)));
        (doc.internal
            && close
            && !is_between_instances(line, clause, ends)
            && is_named(line, from)
            && is_named(line, to)
            && (opens && ends_there || under_way))
            .then_some(Self {
                kind: CueKind::Move,
                place: joined,
            })
    }

    /// Whether the words, with the ends that were found, state a move.
    pub(super) fn suffices(&self, line: &Line, clause: &Place, ends: &Ends) -> bool {
        let whole = line.has_in(Class::Whole, clause);
        let plan = line.has_in(Class::Plan, clause);
        let both = ends.from.is_some() && ends.to.is_some();
        match self.kind {
            CueKind::Between => true,
            CueKind::Move => ends.to_said || (ends.from_said && ends.to.is_some()),
            CueKind::Leave => ends.from_said && (ends.to.is_some() || whole),
            CueKind::Arrive => {
                ends.to.is_some()
                    && (both || is_ahead(line, clause))
                    && (ends.from_said || ends.to_said || ends.arrived)
                    && (ends.from_said
                        || is_ahead(line, clause)
                        || (whole
                            && matches!(
                                line.word(self.place.start),
                                "land" | "lands" | "landing" | "end" | "ends" | "destination"
                            )))
            }
            CueKind::UntilNow => ends.from.is_some() && ends.to.is_some(),
            CueKind::Carry => {
                let all = clause.clone().any(|at| {
                    matches!(
                        line.word(at),
                        "everything" | "all" | "whole" | "entire" | "every"
                    )
                });
                (both
                    && ends.from_said
                    && ends.to_said
                    && !is_of_one_project(line, clause)
                    && (!is_technical(line, clause) || (all && plan)))
                    || (ends.to_said && whole && plan && !is_technical(line, clause))
                    || (ends.from_said
                        && ends.to.is_some()
                        && all
                        && plan
                        && comes_from(line, clause))
            }
        }
    }
}

/// "SM -> .com webhooks fail", "push mirroring from SM to .com": what runs between the two every
/// day.
fn is_between_instances(line: &Line, clause: &Place, ends: &Ends) -> bool {
    let (Some(first), Some(last)) = (ends.roles.first(), ends.roles.last()) else {
        return false;
    };
    let before = first.place.start.saturating_sub(3).max(clause.start)..first.place.start;
    let after = last.place.end..(last.place.end + 2).min(clause.end);
    line.says(&before, beside::BETWEEN_INSTANCES) || line.says(&after, beside::BETWEEN_INSTANCES)
}

/// Whether a word of the lexicon is used in another sense: "left" in "2 days left", "move" in "a
/// moving window", "the remaining" and so on.
fn is_other_sense(line: &Line, clause: &Place, class: Class, place: &Place) -> bool {
    let word = line.word(place.start);
    let next = line.word(place.end);
    let before = place.start.checked_sub(1).map_or("", |at| line.word(at));
    match class {
        Class::Leave => {
            // "the retired server" is what was left long ago.
            let adjective = matches!(
                word,
                "retired" | "decommissioned" | "abandoned" | "dismantled"
            ) && matches!(before, "the" | "our" | "a" | "this" | "that" | "their");
            // "I take the .com tag off": no offering is left.
            let tag = (place.start..place.end + 4)
                .any(|at| matches!(line.word(at), "tag" | "tags" | "label" | "labels"));
            adjective
                || tag
                || frame::is_for_a_while(line, place)
                || (word == "leaving" && matches!(line.word(place.end + 1), "only" | "alone"))
                || (word == "left"
                    && (next.is_empty()
                        || matches!(next, "and" | "in" | "to" | "over" | "side" | "on")
                        || matches!(
                            before,
                            "days" | "projects" | "is" | "are" | "be" | "weeks" | "hours" | "repos"
                        )))
                || (matches!(word, "leave" | "leaves" | "drop" | "exit")
                    && matches!(
                        next,
                        "a" | "it"
                            | "this"
                            | "me"
                            | "us"
                            | "request"
                            | "code"
                            | "open"
                            | "requests"
                    ))
                || (matches!(word, "leave")
                    && matches!(before, "on" | "parental" | "sick" | "annual"))
        }
        Class::Move => {
            let a_switch = word == "switch"
                && matches!(next, "in" | "for")
                && place.len() == 1
                && before == "a";
            let no_change = matches!(word, "changes" | "changed" | "changing")
                && matches!(
                    before,
                    "nothing" | "what" | "anything" | "something" | "that" | "no"
                );
            // "We changed our webhook from the server to gitlab.com": it is not we who change.
            let of_a_detail = matches!(word, "change" | "changes" | "changed" | "changing")
                && place.len() == 1
                && !beside::CHANGES_OF_PLACE.contains(&next)
                && !(place.end..place.end + 4)
                    .any(|at| beside::WHAT_IS_CHANGED.contains(&line.word(at)));
            a_switch || no_change || of_a_detail
        }
        // "Direct transfer SM -> .com is stuck": the name of a feature.
        Class::Carry => {
            matches!(word, "transfer" | "import" | "push" | "pull")
                && matches!(
                    before,
                    "direct" | "bulk" | "file" | "group" | "project" | "data"
                )
        }
        // "The real work's on gitlab.com": where they work today.
        Class::Arrive => {
            matches!(word, "work" | "works") && !line.says(clause, beside::SURELY_AHEAD)
        }
        _ => false,
    }
}

/// "One project was imported from our server to gitlab.com": a project is no customer.
fn is_of_one_project(line: &Line, clause: &Place) -> bool {
    clause.clone().any(|at| {
        matches!(
            line.word(at),
            "project" | "repo" | "repository" | "snippet" | "wiki" | "issue" | "image"
        ) && at.checked_sub(1).is_some_and(|before| {
            matches!(line.word(before), "one" | "a" | "single" | "this" | "that")
        })
    }) && !line.has_in(Class::Plan, clause)
}

/// Whether the clause speaks of what will be.
fn is_ahead(line: &Line, clause: &Place) -> bool {
    line.says(&(clause.start..clause.end.saturating_sub(1)), beside::AHEAD)
}

/// "look for an offering migration", "if there is any offering migration".
fn is_looked_for(line: &Line, clause: &Place) -> bool {
    line.marks_in(Class::Between, clause).all(|mark| {
        (mark.tokens.start.saturating_sub(3).max(clause.start)..mark.tokens.start).any(|at| {
            matches!(
                line.word(at),
                "for" | "any" | "possible" | "potential" | "every" | "each"
            )
        }) || (line.word(mark.tokens.start.saturating_sub(2)) == "in"
            && (clause.start..mark.tokens.start)
                .any(|at| matches!(line.word(at), "only" | "would")))
    })
}

/// The noun inside "an offering migration" that is only looked for states no move either.
fn is_inside_looked_for(line: &Line, clause: &Place, place: &Place) -> bool {
    line.marks_in(Class::Between, clause)
        .any(|between| between.tokens.start <= place.start && place.end <= between.tokens.end)
        && is_looked_for(line, clause)
}

fn is_technical(line: &Line, clause: &Place) -> bool {
    line.says(clause, beside::TECHNICAL)
}

/// "we are coming from GitLab.com".
fn comes_from(line: &Line, clause: &Place) -> bool {
    clause.clone().any(|at| {
        matches!(line.word(at), "coming" | "come" | "comes") && line.word(at + 1) == "from"
    })
}
