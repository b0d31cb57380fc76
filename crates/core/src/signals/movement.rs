//! # Movement
//!
//! What it does: finds sentences that state a move from one offering to another: a verb or noun
//! of moving, leaving or arriving, with the offerings in the parts of where from and where to.
//!
//! Why: this is what makes a ticket a migration's. A word alone ("migration") is said of
//! databases, servers and phones far more often.
//!
//! Example: "we're leaving our self hosted server for .com" goes from self-managed to GitLab.com.

use super::frame::{self, Role, RoleKind};
use crate::judge::{Author, Doc, Line, Place};
use crate::lexicon::{Class, beside};

/// A stated move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Movement {
    /// The offering that is left, where stated.
    pub(crate) from: Option<usize>,
    /// The offering to go to, where stated.
    pub(crate) to: Option<usize>,
    /// Whether the sentence names both ends, or the thing itself, so that tags may be changed on
    /// its word alone.
    pub(crate) certain: bool,
    /// Which words state it.
    pub(crate) place: Place,
}

/// What a sentence says of a move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// There is one.
    Moves(Movement),
    /// There is none.
    Denies(Place),
}

/// All that a line says, read with the lines before it.
///
/// `problem` is the offering that the ticket is about, where the customer has no licence for it:
/// who leaves the other one without saying where to goes there.
pub(crate) fn find(doc: &Doc, at: usize, problem: Option<usize>) -> Vec<Said> {
    let Some(line) = doc.lines.get(at) else {
        return Vec::new();
    };
    frame::clauses(line)
        .iter()
        .filter_map(|clause| in_clause(doc, at, line, clause, problem))
        .collect()
}

fn in_clause(
    doc: &Doc,
    at: usize,
    line: &Line,
    clause: &Place,
    problem: Option<usize>,
) -> Option<Said> {
    let said = Ends::find(line, clause);
    let (cue, ends) = Cue::all(doc, line, clause, &said)
        .into_iter()
        .filter_map(|cue| {
            let ends = said.completed(doc, at, line, clause, &cue, problem);
            cue.suffices(line, clause, &ends).then_some((cue, ends))
        })
        .next()?;
    if has_foreign_end(line, clause, &said)
        || stands_for_foreign(doc, at, line, clause)
        || is_of_others(doc, line, clause, &cue)
        || is_own_cloud(doc, line, &said)
        || is_new_machine(line, &said)
        || is_of_another_thing(line, clause, &cue, &ends)
        || (said.from.is_some() && said.from == said.to)
    {
        return None;
    }
    let said_both = said.from_said && said.to_said;
    if is_denied(line, clause, &cue) {
        return Some(Said::Denies(clause.clone()));
    }
    if is_open(doc, line, clause, &cue) || is_title(doc, line) {
        return None;
    }
    if is_example(line, clause, &cue) {
        return None;
    }
    let named_target = ends.to_said
        && matches!(cue.kind, CueKind::Move)
        && clause
            .clone()
            .any(|at| beside::CUSTOMER.contains(&line.word(at)))
        && ends
            .roles
            .iter()
            .any(|role| role.kind == RoleKind::To && is_named(line, role));
    let named = |offering: Option<usize>| {
        ends.roles
            .iter()
            .any(|role| Some(role.offering) == offering && is_named(line, role))
    };
    let named_both = (said_both && (named(ends.from) || named(ends.to)))
        || (cue.kind != CueKind::Carry && named(ends.from) && named(ends.to));
    Some(Said::Moves(Movement {
        certain: cue.kind == CueKind::Between || named_both || named_target,
        from: ends.from,
        to: ends.to,
        place: clause.clone(),
    }))
}

/// Whether an end is called by a name of the offering, not only described.
fn is_named(line: &Line, role: &Role) -> bool {
    line.marks.iter().any(|mark| {
        matches!(mark.class, Class::Offering(_)) && mark.tokens.start == role.place.start
    })
}

/// The words that state a move.
#[derive(Debug)]
struct Cue {
    kind: CueKind,
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CueKind {
    Between,
    Move,
    Leave,
    Arrive,
    UntilNow,
    Carry,
}

impl Cue {
    /// All that could state the move, the plainest first.
    fn all(doc: &Doc, line: &Line, clause: &Place, ends: &Ends) -> Vec<Self> {
        let mut found = Self::words(line, clause);
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
            let mark = line.marks_in(class, clause).find(|mark| {
                !is_other_sense(line, class, &mark.tokens)
                    && !is_inside_looked_for(line, clause, &mark.tokens)
            })?;
            Some(Self {
                kind,
                place: mark.tokens.clone(),
            })
        })
        .collect()
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
        (doc.internal && (beside || short)).then(|| Self {
            kind: CueKind::Move,
            place: at..at + 1,
        })
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
        let close = joined.len() <= 3 && joined.clone().any(|at| line.word(at) == "to");
        let phrase = frame::phrase(line, from.place.start);
        let head = phrase.start..from.place.start;
        let opens = head
            .clone()
            .all(|at| matches!(line.word(at), "from" | "*" | "the" | "customer"));
        let under_way = line
            .marks_in(Class::Plan, clause)
            .any(|mark| mark.tokens.len() >= 3 && mark.tokens.end == from.place.start);
        let ends_there = to.place.end >= phrase.end;
        (doc.internal
            && close
            && is_named(line, from)
            && is_named(line, to)
            && (opens && ends_there || under_way))
            .then_some(Self {
                kind: CueKind::Move,
                place: joined,
            })
    }

    /// Whether the words, with the ends that were found, state a move.
    fn suffices(&self, line: &Line, clause: &Place, ends: &Ends) -> bool {
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
                    && (!is_technical(line, clause) || (all && plan)))
                    || (ends.to_said && whole && plan && !is_technical(line, clause))
            }
        }
    }
}

/// Whether a word of the lexicon is used in another sense: "left" in "2 days left", "move" in "a
/// moving window", "the remaining" and so on.
fn is_other_sense(line: &Line, class: Class, place: &Place) -> bool {
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
            a_switch || no_change
        }
        _ => false,
    }
}

/// Whether the clause speaks of what will be.
fn is_ahead(line: &Line, clause: &Place) -> bool {
    (clause.start..clause.end.saturating_sub(1)).any(|at| beside::AHEAD.contains(&line.word(at)))
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
    clause
        .clone()
        .any(|at| beside::TECHNICAL.contains(&line.word(at)))
}

/// Where from and where to.
#[derive(Debug, Clone, Default)]
struct Ends {
    from: Option<usize>,
    to: Option<usize>,
    /// Whether the clause itself says so, not the lines around it.
    from_said: bool,
    to_said: bool,
    arrived: bool,
    roles: Vec<Role>,
}

impl Ends {
    fn find(line: &Line, clause: &Place) -> Self {
        let mut roles = frame::roles(line, clause);
        // "from deb to docker": what an offering runs on is no end beside another such thing.
        let is_end = |role: &&Role| matches!(role.kind, RoleKind::From | RoleKind::To);
        if roles.iter().filter(is_end).all(|role| role.hosted) {
            roles.retain(|role| !role.hosted);
        }
        let from = roles
            .iter()
            .find(|role| role.kind == RoleKind::From)
            .map(|role| role.offering);
        let to = roles
            .iter()
            .find(|role| role.kind == RoleKind::To && Some(role.offering) != from)
            .or_else(|| roles.iter().find(|role| role.kind == RoleKind::To))
            .map(|role| role.offering);
        Self {
            from,
            to,
            from_said: from.is_some(),
            to_said: to.is_some(),
            arrived: false,
            roles,
        }
    }

    /// The ends that a cue states, with what the clause leaves open.
    fn completed(
        &self,
        doc: &Doc,
        at: usize,
        line: &Line,
        clause: &Place,
        cue: &Cue,
        problem: Option<usize>,
    ) -> Self {
        let mut ends = self.clone();
        ends.fill_from_context(doc, at, line, clause, cue);
        if ends.from_said && ends.to.is_none() {
            ends.to = problem.filter(|problem| Some(*problem) != ends.from);
        }
        ends
    }

    /// What the clause leaves open, from the other offerings in it and in the lines before.
    fn fill_from_context(&mut self, doc: &Doc, at: usize, line: &Line, clause: &Place, cue: &Cue) {
        if cue.kind == CueKind::Arrive && self.to.is_none() {
            self.to = self
                .roles
                .iter()
                .find(|role| {
                    role.place.start + 3 >= cue.place.end || cue.place.contains(&role.place.start)
                })
                .filter(|role| Some(role.offering) != self.from)
                .map(|role| role.offering);
            self.arrived = self.to.is_some();
        }
        if line.has_in(Class::UntilNow, clause) && self.from.is_none() && !self.to_said {
            self.from = until_now(line, clause, &self.roles);
            self.from_said = self.from.is_some();
        }
        if self.to.is_none() && says_there(line, clause) {
            self.to = last_named(doc, at, clause.start, |offering| {
                Some(offering) != self.from
            });
            self.to_said = self.to.is_some();
        }
        // "Our self-managed was the provider. We're leaving that one for gitlab.com."
        if cue.kind == CueKind::Leave
            && self.from.is_none()
            && self.to_said
            && matches!(
                line.word(cue.place.end),
                "it" | "that" | "this" | "them" | "those" | "these"
            )
        {
            let to = self.to;
            self.from = last_named(doc, at, cue.place.start, |offering| Some(offering) != to);
            self.from_said = self.from.is_some();
        }
        if self.from.is_some() == self.to.is_some() {
            return;
        }
        let known = self.from.or(self.to);
        let other = self
            .roles
            .iter()
            .find(|role| Some(role.offering) != known)
            .map(|role| role.offering);
        let other = other.or_else(|| only_other(doc, at, known));
        match self.from {
            Some(_) => self.to = other,
            None => self.from = other,
        }
    }
}

/// "until now it was our own server": what stands with the words is what is left, or else what is
/// named first.
fn until_now(line: &Line, clause: &Place, roles: &[Role]) -> Option<usize> {
    let beside = line.marks_in(Class::UntilNow, clause).find_map(|mark| {
        let phrase = frame::phrase(line, mark.tokens.start);
        roles.iter().find(|role| phrase.contains(&role.place.start))
    });
    Some(beside.or(roles.first())?.offering)
}

/// "move there", "over there", "the way there".
fn says_there(line: &Line, clause: &Place) -> bool {
    clause.clone().any(|at| {
        line.word(at) == "there"
            && !at.checked_sub(1).is_some_and(|before| {
                matches!(
                    line.word(before),
                    "is" | "are" | "was" | "will" | "hi" | "hello" | "hey"
                )
            })
            && !beside::THERE_IS.contains(&line.word(at + 1))
    })
}

/// How many lines before and after a statement may say what it leaves open.
const NEAR: usize = 60;

/// The offering named last before a place.
fn last_named(
    doc: &Doc,
    at: usize,
    before: usize,
    accept: impl Fn(usize) -> bool,
) -> Option<usize> {
    let last_in = |line: &Line, place: Place| {
        line.offerings_in(&place)
            .map(|(offering, _)| offering)
            .filter(|offering| accept(*offering))
            .last()
    };
    let here = doc.lines.get(at)?;
    let here = if before == 0 {
        last_in(here, here.all())
    } else {
        last_in(here, 0..before)
    };
    here.or_else(|| {
        let earlier = doc.lines.get(at.saturating_sub(NEAR)..at)?;
        earlier
            .iter()
            .rev()
            .find_map(|line| last_in(line, line.all()))
    })
}

/// The one other offering that the lines up to this one name, or else those after it.
fn only_other(doc: &Doc, at: usize, known: Option<usize>) -> Option<usize> {
    let single = |lines: &[Line]| {
        let mut found = lines
            .iter()
            .flat_map(|line| {
                line.offerings_in(&line.all())
                    .map(|(offering, _)| offering)
                    .collect::<Vec<_>>()
            })
            .filter(|offering| Some(*offering) != known);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    };
    let start = at.saturating_sub(NEAR);
    let end = (at + NEAR).min(doc.lines.len());
    single(doc.lines.get(start..=at)?).or_else(|| single(doc.lines.get(start..end)?))
}

/// Another vendor's product where the move comes from or goes to.
fn has_foreign_end(line: &Line, clause: &Place, ends: &Ends) -> bool {
    let mut foreign = line.marks_in(Class::Foreign, clause).peekable();
    if foreign.peek().is_none() {
        return false;
    }
    let as_end = foreign.any(|mark| {
        matches!(
            frame::role(line, clause, &mark.tokens),
            RoleKind::From | RoleKind::To
        )
    });
    as_end || !(ends.from_said && ends.to_said)
}

/// "A firm that we bought keeps its code in Gitea. That is being moved to gitlab.com."
fn stands_for_foreign(doc: &Doc, at: usize, line: &Line, clause: &Place) -> bool {
    let pronoun = matches!(
        line.word(clause.start),
        "that" | "it" | "this" | "these" | "those" | "they" | "all"
    ) && matches!(
        line.word(clause.start + 1),
        "is" | "are" | "will" | "shall" | "should" | "must" | "goes" | "moves" | "has" | "have"
    );
    let before = at.checked_sub(1).and_then(|before| doc.lines.get(before));
    pronoun && before.is_some_and(|before| before.has(Class::Foreign) && !before.names_offering())
}

/// "We go to the cloud: our GitLab is moved to EC2 in our own account": a cloud that the customer
/// rents for their own instance.
fn is_own_cloud(doc: &Doc, line: &Line, ends: &Ends) -> bool {
    let described_cloud = ends.roles.iter().any(|role| {
        role.kind == RoleKind::To
            && !is_named(line, role)
            && role.place.clone().any(|at| line.word(at) == "cloud")
    });
    described_cloud
        && doc.lines.iter().take(NEAR).any(|other| {
            (0..other.sentence.tokens.len())
                .any(|at| beside::RENTED_CLOUDS.contains(&other.word(at)))
        })
}

/// "An offering migration would be, for example, ...": nobody moves.
fn is_example(line: &Line, clause: &Place, cue: &Cue) -> bool {
    let announced = (clause.start..cue.place.start)
        .any(|at| matches!(line.word(at), "example" | "examples" | "hypothetical"));
    announced
        || line.marks_in(Class::Third, clause).any(|mark| {
            matches!(line.word(mark.tokens.start), "for" | "e.g" | "such")
                && mark.tokens.start < cue.place.end + 5
        })
}

/// "migrate to new hardware": from one machine to another, the offering stays.
fn is_new_machine(line: &Line, ends: &Ends) -> bool {
    !ends.from_said
        && ends.roles.iter().any(|role| {
            let described = role.place.start.saturating_sub(2)..role.place.end;
            role.kind == RoleKind::To
                && !is_named(line, role)
                && described.clone().any(|at| {
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
                })
                && !described.clone().any(|at| line.word(at) == "own")
        })
}

/// Whether another company moves, or everybody.
fn is_of_others(doc: &Doc, line: &Line, clause: &Place, cue: &Cue) -> bool {
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
    let of_others = clause
        .clone()
        .any(|at| matches!(line.word(at), "its" | "their"));
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
fn is_of_another_thing(line: &Line, clause: &Place, cue: &Cue, ends: &Ends) -> bool {
    let runners = (cue.place.end..(cue.place.end + 4).min(clause.end))
        .take_while(|&at| !matches!(line.word(at), "from" | "to" | "," | "and" | "with"))
        .any(|at| beside::NEVER_OFFERINGS.contains(&line.word(at)));
    if matches!(cue.kind, CueKind::Move | CueKind::Carry) && runners {
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
                "from" | "to" | "into" | "onto" | "->" | "off" | "over" | "on"
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

/// Whether the move is denied: "not going to move", "no plans to leave".
fn is_denied(line: &Line, clause: &Place, cue: &Cue) -> bool {
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
fn is_open(doc: &Doc, line: &Line, clause: &Place, cue: &Cue) -> bool {
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
        let denied = matches!(word, "wonder" | "wondering")
            && line.has_in(
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
    let decided = line.has_in(Class::Decided, clause);
    if hedge && !decided {
        return true;
    }
    line.sentence.question
        && !is_given(line, clause, cue)
        && cue.place.end > frame::told(line)
        && !(doc.internal && cue.kind == CueKind::Between && line.sentence.tokens.len() > 25)
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

/// "Migrate from GitLab Self-Managed to GitLab.com: https://docs...": the name of a page.
fn is_title(doc: &Doc, line: &Line) -> bool {
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
    }) && line.sentence.tokens.iter().any(|token| {
        token.kind == crate::text::Kind::Punct && token.norm.starts_with(['"', '“', '”', '„', '«'])
    });
    let gerund = first.ends_with("ing")
        && (0..line.sentence.tokens.len()).any(|at| matches!(line.word(at), "docs" | "handbook"));
    // A form that nobody has filled in.
    let blank = line
        .sentence
        .tokens
        .windows(2)
        .any(|pair| matches!(pair, [one, other] if one.is_punct('_') && other.is_punct('_')));
    links_docs || quoted || gerund || blank || (public_staff && bare)
}

#[cfg(test)]
pub(crate) const CARD: super::Card = super::Card {
    name: "movement",
    source: include_str!("movement.rs"),
    finds: &[
        "We're leaving our self hosted server for .com",
        "Offering migration SM -> SaaS in progress",
        "everything shall go from this server to GitLab.com",
        "Customer leaves self-managed and goes to GitLab Dedicated",
        "They are migrating from SM to .com, can we get it approved?",
        "From self-managed to Dedicated. Approved until 2027-05-07.",
        "In the middle of SM to SaaS (see org).",
        "It worked with our self-managed as provider. We're leaving that one for gitlab.com",
        "We stand up this self-managed server since we're quitting GitLab.com",
        "The observatory closes its self-managed GitLab and takes GitLab Dedicated instead",
        "IT are giving up the box in our basement and the whole trust is going to gitlab.com",
        "The tenant is the successor of our self-managed installation",
        "The Nordics unit cuts over from our on-prem GitLab to GitLab.com",
        "The self-managed install is being swapped for Dedicated",
        "We're new on gitlab.com, until now it was our own self-managed GitLab",
        "The on-prem one goes away once all teams are on gitlab.com",
    ],
    passes: &[
        "We are migrating the database to PostgreSQL 16",
        "Are you migrating from self-managed to GitLab.com?",
        "We might move from self-managed to GitLab.com",
        "One of our suppliers moved from self-managed to gitlab.com",
        "We are migrating from Bitbucket to gitlab.com",
        "We are not going to move from self-managed to GitLab.com",
        "We go to the cloud: our self-managed GitLab is moved to EC2 in our own account",
        "We wish to migrate to new hardware in another building",
        "We're migrating the runners of our gitlab.com group from Hetzner to AWS",
        "An offering migration would be, for example, \"customer moves from SM to GitLab.com\"",
        "I take the .com tag off since this is about SM",
        "A firm we bought keeps its code in Gitea. That is being moved to gitlab.com.",
    ],
    found: |text| {
        super::tests::any_line(text, true, |doc, at| {
            find(doc, at, None)
                .iter()
                .any(|said| matches!(said, Said::Moves(_)))
        })
    },
};
