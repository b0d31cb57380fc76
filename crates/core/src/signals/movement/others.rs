//! Moves that are not the customer's from one offering to another: of other vendors' products, of
//! machines and runners, of other companies.

use super::cue::{Cue, CueKind};
use super::ends::{Ends, NEAR, is_named};
use crate::judge::{Author, Doc, Line, Place};
use crate::lexicon::{Class, beside};
use crate::signals::frame::{self, RoleKind};

/// Another vendor's product where the move comes from or goes to; one that is only mentioned
/// behind the move, in a phrase of its own, has no part in it.
pub(super) fn has_foreign_end(line: &Line, clause: &Place, cue: &Cue, ends: &Ends) -> bool {
    let both = ends.from_said && ends.to_said;
    line.marks_in(Class::Foreign, clause).any(|mark| {
        let is_end = matches!(
            frame::role(line, clause, &mark.tokens),
            RoleKind::From | RoleKind::To
        );
        let apart = mark.tokens.start > cue.place.end
            && ends
                .roles
                .iter()
                .all(|role| role.place.end <= mark.tokens.start)
            && frame::phrase(line, mark.tokens.start) != frame::phrase(line, cue.place.start);
        is_end || !(both || apart)
    })
}

/// "A firm that we bought keeps its code in Gitea. That is being moved to gitlab.com."
pub(super) fn stands_for_foreign(doc: &Doc, at: usize, line: &Line, clause: &Place) -> bool {
    let verb = clause.start + 1;
    let moves = line
        .marks_in(Class::Move, clause)
        .any(|mark| mark.tokens.start == verb);
    let pronoun = matches!(
        line.word(clause.start),
        "that" | "it" | "this" | "these" | "those" | "they" | "all"
    ) && (moves
        || matches!(
            line.word(verb),
            "is" | "are"
                | "will"
                | "shall"
                | "should"
                | "must"
                | "goes"
                | "want"
                | "need"
                | "has"
                | "have"
        ));
    let before = at.checked_sub(1).and_then(|before| doc.lines.get(before));
    pronoun && before.is_some_and(|before| before.has(Class::Foreign) && !before.names_offering())
}

/// "We go to the cloud: our GitLab is moved to EC2 in our own account": a cloud that the customer
/// rents for their own instance.
pub(super) fn is_own_cloud(doc: &Doc, line: &Line, ends: &Ends) -> bool {
    let described_cloud = ends.roles.iter().any(|role| {
        role.kind == RoleKind::To
            && !is_named(line, role)
            && role.place.clone().any(|at| line.word(at) == "cloud")
    });
    described_cloud
        && doc
            .lines
            .iter()
            .take(NEAR)
            .any(|other| other.says(&other.all(), beside::RENTED_CLOUDS))
}

/// "migrate to new hardware": from one machine to another, the offering stays.
pub(super) fn is_new_machine(line: &Line, clause: &Place, ends: &Ends) -> bool {
    // "from an old NUC to a VM"
    let from_elsewhere = clause.clone().any(|at| {
        line.word(at) == "from"
            && matches!(
                line.word(at + 1),
                "a" | "an" | "the" | "our" | "one" | "its" | "old"
            )
            && !ends.roles.iter().any(|role| {
                (at + 1..at + 7).contains(&role.place.start) && role.kind != RoleKind::To
            })
    });
    !ends.from_said
        && ends.roles.iter().any(|role| {
            let described = role.place.start.saturating_sub(2)..role.place.end;
            role.kind == RoleKind::To
                && !is_named(line, role)
                && (from_elsewhere
                    || described.clone().any(|at| {
                        matches!(
                            line.word(at),
                            "new"
                                | "newer"
                                | "another"
                                | "other"
                                | "different"
                                | "bigger"
                                | "larger"
                                | "faster"
                                | "second"
                        )
                    }))
                && !described.clone().any(|at| line.word(at) == "own")
        })
}

/// Whether another company moves, or everybody.
pub(super) fn is_of_others(doc: &Doc, line: &Line, clause: &Place, cue: &Cue) -> bool {
    let third = line.marks_in(Class::Third, clause).any(|mark| {
        // Who moves stands before the verb; what the vendor says about us is about us.
        let subject = mark.tokens.start < cue.place.end
            || frame::phrase(line, mark.tokens.start) == frame::phrase(line, cue.place.start);
        subject
            && !matches!(
                line.word(mark.tokens.end),
                "says" | "said" | "told" | "confirmed" | "helps" | "tells"
            )
    });
    let example = line.marks_in(Class::Third, clause).any(|mark| {
        matches!(
            line.word(mark.tokens.start),
            "for" | "e.g" | "such" | "somebody" | "someone"
        )
    });
    let of_client = doc.internal
        && clause
            .clone()
            .take(3)
            .any(|at| matches!(line.word(at), "client" | "partner"))
        && doc
            .lines
            .iter()
            .take_while(|other| other.sentence.range().start < line.sentence.range().start)
            .any(|other| other.has(Class::Third));
    // An agent who writes to a customer of "a customer" or "customers" speaks in general.
    let in_general = doc.author == Author::Staff
        && !doc.internal
        && (clause.start..cue.place.start).any(|at| {
            line.word(at) == "customers"
                || line.word(at) == "customer"
                    && at.checked_sub(1).is_some_and(|before| {
                        matches!(line.word(before), "a" | "any" | "every" | "each")
                    })
        });
    of_client
        || in_general
        || (third && (example || !(doc.internal && line.has_in(Class::Between, clause))))
        || is_told_of_others(doc, line, clause, cue)
}

/// "The institute that we work with is moving its projects": a customer who speaks of "we" tells
/// of somebody else's move.
fn is_told_of_others(doc: &Doc, line: &Line, clause: &Place, cue: &Cue) -> bool {
    if doc.internal || doc.author != Author::Customer {
        return false;
    }
    // "gitlab.com takes its place" is said of the server.
    let of_others = clause.clone().any(|at| {
        matches!(line.word(at), "its" | "their") && !beside::OF_A_THING.contains(&line.word(at + 1))
    });
    // "The observatory closes its server": who writes calls their own house so.
    let phrase = frame::phrase(line, cue.place.start);
    let own_house = matches!(line.word(phrase.start), "the" | "this")
        && cue.place.start.saturating_sub(phrase.start) <= 4
        && !(phrase.start..cue.place.start)
            .any(|at| matches!(line.word(at), "that" | "which" | "who" | "other" | "of"));
    let own = clause.clone().any(|at| {
        beside::OWN.contains(&line.word(at))
            && !matches!(
                line.word(at + 1),
                "work" | "cooperate" | "collaborate" | "use" | "buy"
            )
    });
    let elsewhere = doc.lines.iter().take(NEAR).any(|other| {
        (0..other.sentence.tokens.len())
            .any(|at| matches!(other.word(at), "we" | "our" | "us" | "my"))
    });
    of_others && !own && !own_house && elsewhere
}

/// Whether what moves is a database, a runner, a server.
pub(super) fn is_of_another_thing(line: &Line, clause: &Place, cue: &Cue, ends: &Ends) -> bool {
    let runners = (cue.place.end..(cue.place.end + 4).min(clause.end))
        .take_while(|&at| !matches!(line.word(at), "from" | "to" | "," | "and" | "with"))
        .any(|at| beside::NEVER_OFFERINGS.contains(&line.word(at)));
    if matches!(cue.kind, CueKind::Move | CueKind::Carry) && runners {
        return true;
    }
    if is_of_a_detail(line, clause, cue)
        || is_limited(line, clause, ends)
        || recurs(line, &frame::phrase(line, cue.place.start))
        || is_renewed(line, clause)
    {
        return true;
    }
    if (ends.from_said && ends.to_said) || !matches!(cue.kind, CueKind::Move | CueKind::Carry) {
        return false;
    }
    let object = cue.place.end..(cue.place.end + 6).min(clause.end);
    let stop = object
        .clone()
        .find(|&at| {
            matches!(
                line.word(at),
                "from" | "to" | "into" | "onto" | "->" | "off" | "over" | "on" | "," | ":" | ")"
            )
        })
        .unwrap_or(object.end);
    let after = line.has_in(Class::OtherThing, &(object.start..stop));
    let before = line
        .marks_in(Class::OtherThing, clause)
        .any(|mark| mark.tokens.end == cue.place.start);
    // "from vm A to vm B": the ends are other things.
    let other_end = line.marks_in(Class::OtherThing, clause).any(|mark| {
        let hosted = line.marks.iter().any(|other| {
            matches!(other.class, Class::Hosted(_)) && other.tokens.start == mark.tokens.start
        });
        !hosted
            && matches!(
                frame::role(line, clause, &mark.tokens),
                RoleKind::From | RoleKind::To
            )
            && !line
                .offerings_in(
                    &((mark.tokens.start.saturating_sub(2))..(mark.tokens.end + 2).min(clause.end)),
                )
                .any(|_| true)
    });
    after || before || (other_end && cue.kind != CueKind::Leave && !ends.to_said)
}

/// "they go to .com for docs only"
fn is_limited(line: &Line, clause: &Place, ends: &Ends) -> bool {
    ends.roles.iter().any(|role| {
        let after = role.place.end..(role.place.end + 5).min(clause.end);
        role.kind == RoleKind::To
            && line.word(after.start) == "for"
            && line.says(&after, &["only"])
            && !ends.from_said
    })
}

/// "Moved the ticket from the SM queue to the .com one", "SSO moved from .com to SM": what moves
/// stands right behind the verb or right before it.
fn is_of_a_detail(line: &Line, clause: &Place, cue: &Cue) -> bool {
    if !matches!(cue.kind, CueKind::Move | CueKind::Carry) {
        return false;
    }
    let detail = |at: usize| beside::DETAILS.contains(&line.word(at));
    // "An intern moved one repository": no customer moves with it.
    let one_project = |at: usize| {
        beside::PROJECTS.contains(&line.word(at))
            && at
                .checked_sub(1)
                .is_some_and(|before| beside::OF_ONE.contains(&line.word(before)))
    };
    let object = object_head(line, clause, cue).is_some_and(|at| detail(at) || one_project(at));
    let auxiliary =
        |at: usize| beside::AUXILIARIES.contains(&line.word(at)) || line.word(at) == "has";
    let subject = (clause.start..cue.place.start)
        .rev()
        .find(|&at| !auxiliary(at));
    object || subject.is_some_and(detail)
}

/// The noun right behind a verb of moving, before it is said where from or to.
fn object_head(line: &Line, clause: &Place, cue: &Cue) -> Option<usize> {
    let reach = cue.place.end..(cue.place.end + 6).min(clause.end);
    let end = reach
        .clone()
        .find(|&at| beside::OBJECT_ENDS.contains(&line.word(at)))
        .unwrap_or(reach.end);
    end.checked_sub(1).filter(|&at| at >= cue.place.end)
}

/// "every night by a script": what recurs is no move.
fn recurs(line: &Line, clause: &Place) -> bool {
    clause.clone().any(|at| {
        matches!(line.word(at), "nightly" | "hourly" | "daily")
            || matches!(line.word(at), "every" | "each")
                && matches!(
                    line.word(at + 1),
                    "night" | "day" | "hour" | "week" | "month" | "morning" | "time" | "minute"
                )
    })
}

/// "turned off and replaced by a new one": the same again.
fn is_renewed(line: &Line, clause: &Place) -> bool {
    clause.clone().any(|at| {
        let by = beside::EXCHANGED.contains(&line.word(at))
            && matches!(line.word(at + 1), "by" | "with" | "for");
        let what = at + 2..(at + 6).min(clause.end);
        by && line.says(
            &what,
            &[
                "new", "newer", "another", "bigger", "larger", "second", "faster", "similar",
            ],
        ) && !line
            .marks_in(Class::Foreign, &what)
            .chain(line.offerings_in(&what).map(|(_, mark)| mark))
            .any(|mark| matches!(mark.class, Class::Offering(_)))
    })
}

/// "same-offering migration": it stays inside one offering.
pub(super) fn is_inside_one(line: &Line, clause: &Place) -> bool {
    line.marks_in(Class::Between, clause).any(|mark| {
        mark.tokens
            .start
            .checked_sub(1)
            .is_some_and(|before| matches!(line.word(before), "same" | "single" | "non"))
    })
}
