//! The support-level tags of a ticket and its organization, with what they stand for.

use ferry_core::policy::{Scheme, SupportTag};
use ferry_core::{Assessment, Policy, Record};

/// A row of the sidebar's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TagRow {
    pub(crate) tag: String,
    /// "GitLab.com Premium".
    pub(crate) meaning: String,
    pub(crate) place: Place,
    pub(crate) fate: Fate,
}

/// Where a tag is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Ticket,
    OrganizationOnly,
}

/// What becomes of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Stays,
    Goes,
    Comes,
}

/// The support-level tags among `tags`. Plain ones count only where neither the ticket nor its
/// organization has one of the scheme in use; `others` are the tags of the other of the two.
pub(crate) fn counted<'p>(
    policy: &'p Policy,
    tags: &[String],
    others: &[String],
) -> Vec<&'p SupportTag> {
    let known = |tag: &String| policy.tags.iter().find(|entry| entry.tag == *tag);
    let current = |tag: &String| known(tag).is_some_and(|entry| entry.scheme == Scheme::Current);
    let only_current = tags.iter().chain(others).any(current);
    tags.iter()
        .filter_map(known)
        .filter(|entry| !only_current || entry.scheme == Scheme::Current)
        .collect()
}

/// The rows: the ticket's tags, then those that only the organization has.
pub(crate) fn rows(policy: &Policy, record: &Record, assessment: &Assessment) -> Vec<TagRow> {
    let organization = record.organization.as_ref();
    let organization = organization.map_or(&[][..], |organization| &organization.tags);
    let on_ticket = counted(policy, &record.ticket.tags, organization);
    let others = counted(policy, organization, &record.ticket.tags);
    let row = |entry: &SupportTag, place: Place| TagRow {
        tag: entry.tag.clone(),
        meaning: meaning(policy, entry),
        place,
        fate: if assessment.remove.contains(&entry.tag) && place == Place::Ticket {
            Fate::Goes
        } else if assessment.add.contains(&entry.tag) && place == Place::OrganizationOnly {
            Fate::Comes
        } else {
            Fate::Stays
        },
    };
    let first = on_ticket.iter().map(|entry| row(entry, Place::Ticket));
    let more = others
        .iter()
        .filter(|entry| !on_ticket.contains(entry))
        .map(|entry| row(entry, Place::OrganizationOnly));
    first.chain(more).collect()
}

fn meaning(policy: &Policy, entry: &SupportTag) -> String {
    let offering = policy.offering(&entry.offering);
    let level = policy.level(&entry.level);
    let names = [
        offering.map(|offering| offering.short.as_str()),
        level.map(|level| level.name.as_str()),
    ];
    names.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
