//! # Movement
//!
//! What it does: finds sentences that state a move from one offering to another: a verb or noun
//! of moving, leaving or arriving, with the offerings in the parts of where from and where to.
//!
//! Why: this is what makes a ticket a migration's. A word alone ("migration") is said of
//! databases, servers and phones far more often.
//!
//! Example: "we're leaving our self hosted server for .com" goes from self-managed to GitLab.com.

mod cue;
mod ends;
mod others;
mod undecided;

use self::cue::{Cue, CueKind};
use self::ends::{Ends, is_named};
use self::others::{
    has_foreign_end, is_inside_one, is_new_machine, is_of_another_thing, is_of_others,
    is_own_cloud, stands_for_foreign,
};
use self::undecided::{is_denied, is_disclaimed, is_example, is_open, is_title};
use super::frame::RoleKind;
use crate::judge::{Doc, Line, Place};
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
    line.clauses
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
        .find_map(|cue| {
            let ends = said.completed(doc, at, line, clause, &cue, problem);
            cue.suffices(line, clause, &ends).then_some((cue, ends))
        })?;
    if has_foreign_end(line, clause, &cue, &said)
        || stands_for_foreign(doc, at, line, clause)
        || is_inside_one(line, clause)
        || is_of_others(doc, line, clause, &cue)
        || is_own_cloud(doc, line, &said)
        || is_new_machine(line, clause, &said)
        || is_of_another_thing(line, clause, &cue, &ends)
        || (said.from.is_some() && said.from == said.to)
    {
        return None;
    }
    let said_both = said.from_said && said.to_said;
    if is_denied(line, clause, &cue) {
        return Some(Said::Denies(clause.clone()));
    }
    if is_open(doc, line, clause, &cue)
        || is_disclaimed(doc, at)
        || is_title(doc, line)
        || is_example(line, clause, &cue)
    {
        return None;
    }
    let named_target = ends.to_said
        && matches!(cue.kind, CueKind::Move)
        && line.says(clause, beside::CUSTOMER)
        && ends
            .roles
            .iter()
            .any(|role| role.kind == RoleKind::To && is_named(line, role));
    let named = |offering: Option<usize>| {
        ends.roles
            .iter()
            .any(|role| Some(role.offering) == offering && is_named(line, role))
    };
    // "leaving SM behind; destination is GitLab.com": the other end, a clause further on.
    let in_line = |offering: Option<usize>| {
        line.marks
            .iter()
            .any(|mark| matches!(mark.class, Class::Offering(index) if Some(usize::from(index)) == offering))
    };
    let named_both = (said_both && (named(ends.from) || named(ends.to)))
        || (cue.kind != CueKind::Carry
            && (named(ends.from) || named(ends.to))
            && in_line(ends.from)
            && in_line(ends.to));
    Some(Said::Moves(Movement {
        certain: cue.kind == CueKind::Between || named_both || named_target,
        from: ends.from,
        to: ends.to,
        place: clause.clone(),
    }))
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
        "we set up the server because we are coming from GitLab.com and will run everything on self-managed",
        "The Nordics unit cuts over from our on-prem GitLab to GitLab.com",
        "The self-managed install is being swapped for Dedicated",
        "We're new on gitlab.com, until now it was our own self-managed GitLab",
        "The on-prem one goes away once all teams are on gitlab.com",
        "It ran on our self-managed. That one gets its plug pulled when the last squad sits on gitlab.com",
        "the self-managed cluster is what the Dedicated tenant takes the place of",
        "SaaS customer going self-managed",
        "with gitlab.com, which we are leaving, it worked; this is our own server",
        "We picked gitlab.com over keeping our self-hosted box",
        "Nous migrons de notre instance self-managed vers GitLab.com",
        "Wir ziehen von unserem eigenen Server auf GitLab.com um",
        "SM to Dedicated customer, Ops did both tags",
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
        "same-offering migration (dotcom to dotcom), merger of two groups",
        "Besides gitlab.com we have a lab server. Migrating it from an old NUC to a VM",
        "More and more teams are moving from GitLab Self-Managed to GitLab.com!",
        "I migrated to a new telephone and can't sign in to gitlab.com",
        "From a mailing list: the University of Gaspé is migrating from self-managed to GitLab.com",
        "A firm we bought keeps its code in Gitea. That is being moved to gitlab.com.",
        "Moved the ticket from the SM queue to the .com queue",
        "SSO moved from self-managed to gitlab.com",
        "SM -> .com webhooks fail",
        "Geo on our self-managed server is being replaced, the .com group is a mirror",
        "Our docs go from our own GitLab to gitlab.com every night",
        "Self-managed was switched off for maintenance, gitlab.com is slow too",
        "moving from SM to .com was discussed at the QBR, there's no decision",
        "I attended \"From Self-Managed to Dedicated in 90 days\"",
        "they get off the .com trial, self-managed is their production",
    ],
    found: |text| {
        super::tests::any_line(text, true, |doc, at| {
            find(doc, at, None)
                .iter()
                .any(|said| matches!(said, Said::Moves(_)))
        })
    },
};
