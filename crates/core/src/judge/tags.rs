//! The support-level tags that count: on the ticket and on its organization.

use std::collections::BTreeSet;

use crate::policy::{Policy, Scheme, SupportTag};
use crate::ticket::Record;

/// The support-level tags of a ticket and its organization, in the scheme in use.
#[derive(Debug)]
pub(crate) struct Held<'a> {
    /// Which scheme counts.
    pub(crate) scheme: Scheme,
    /// On the ticket.
    pub(crate) ticket: Vec<&'a SupportTag>,
    /// On its organization.
    pub(crate) organization: Vec<&'a SupportTag>,
}

impl<'a> Held<'a> {
    pub(crate) fn new(policy: &'a Policy, record: &Record) -> Self {
        let ticket = in_table(policy, &record.ticket.tags);
        let organization = match &record.organization {
            Some(organization) => in_table(policy, &organization.tags),
            None => Vec::new(),
        };
        let current = ticket
            .iter()
            .chain(&organization)
            .any(|tag| tag.scheme == Scheme::Current);
        let scheme = if current {
            Scheme::Current
        } else {
            Scheme::Plain
        };
        let of_scheme = |tags: Vec<&'a SupportTag>| {
            tags.into_iter()
                .filter(|tag| tag.scheme == scheme)
                .collect()
        };
        Self {
            scheme,
            ticket: of_scheme(ticket),
            organization: of_scheme(organization),
        }
    }

    /// The offerings that the customer has a licence for, by their place in the policy.
    pub(crate) fn paid(&self, policy: &Policy) -> BTreeSet<usize> {
        self.ticket
            .iter()
            .chain(&self.organization)
            .filter_map(|tag| policy.offering_index(tag))
            .collect()
    }

    /// The level on an offering, where the tags agree on one.
    pub(crate) fn level_of(&self, policy: &Policy, offering: usize) -> Option<usize> {
        let levels: BTreeSet<usize> = self
            .ticket
            .iter()
            .chain(&self.organization)
            .filter(|tag| policy.offering_index(tag) == Some(offering))
            .filter_map(|tag| policy.levels.iter().position(|level| level.id == tag.level))
            .collect();
        match levels.len() {
            1 => levels.first().copied(),
            _ => None,
        }
    }
}

fn in_table<'a>(policy: &'a Policy, tags: &[String]) -> Vec<&'a SupportTag> {
    let mut found: Vec<&SupportTag> = Vec::new();
    for tag in tags {
        if let Some(entry) = policy.tags.iter().find(|entry| &entry.tag == tag)
            && !found.contains(&entry)
        {
            found.push(entry);
        }
    }
    found
}

impl Policy {
    /// The place of a tag's offering in the policy.
    pub(crate) fn offering_index(&self, tag: &SupportTag) -> Option<usize> {
        self.offerings
            .iter()
            .position(|offering| offering.id == tag.offering)
    }
}
