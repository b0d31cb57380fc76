//! Version, names, ids, and what there must be at least one or two of.

use std::collections::BTreeSet;

use super::{Mistakes, is_blank};
use crate::policy::{Policy, Problem, VERSION};

pub(super) fn version_is_known(policy: &Policy, mistakes: &mut Mistakes) {
    if policy.version != VERSION {
        let problem = Problem::OtherVersion {
            version: policy.version.into(),
            known: VERSION,
        };
        mistakes.add("version", problem);
    }
}

pub(super) fn has_a_name(policy: &Policy, mistakes: &mut Mistakes) {
    if is_blank(&policy.name) {
        mistakes.add("name", Problem::NoPolicyName);
    }
}

pub(super) fn has_two_offerings(policy: &Policy, mistakes: &mut Mistakes) {
    if policy.offerings.len() < 2 {
        mistakes.add("offerings", Problem::TooFewOfferings);
    }
}

pub(super) fn has_tags(policy: &Policy, mistakes: &mut Mistakes) {
    if policy.tags.is_empty() {
        mistakes.add("tags", Problem::NoTags);
    }
}

pub(super) fn ids_are_unique(policy: &Policy, mistakes: &mut Mistakes) {
    let offerings = policy
        .offerings
        .iter()
        .map(|offering| offering.id.0.clone());
    unique("offerings", "id", offerings, mistakes);
    unique(
        "levels",
        "id",
        policy.levels.iter().map(|level| level.id.0.clone()),
        mistakes,
    );
    unique(
        "forms",
        "id",
        policy.forms.iter().map(|form| form.id.to_string()),
        mistakes,
    );
    unique(
        "hosts",
        "host",
        policy.hosts.iter().map(|host| host.host.clone()),
        mistakes,
    );
}

fn unique(list: &str, key: &str, ids: impl Iterator<Item = String>, mistakes: &mut Mistakes) {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        let field = format!("{list}[{index}].{key}");
        if is_blank(&id) {
            mistakes.add(field, Problem::NoId);
        } else if !seen.insert(id.clone()) {
            mistakes.add(field, Problem::DuplicateId { id });
        }
    }
}

pub(super) fn shown_names_are_filled(policy: &Policy, mistakes: &mut Mistakes) {
    let mut filled = |field: String, name: &str| {
        if is_blank(name) {
            mistakes.add(field, Problem::NoShownName);
        }
    };
    for (index, offering) in policy.offerings.iter().enumerate() {
        filled(format!("offerings[{index}].name"), &offering.name);
        filled(format!("offerings[{index}].short"), &offering.short);
    }
    for (index, level) in policy.levels.iter().enumerate() {
        filled(format!("levels[{index}].name"), &level.name);
    }
    for (index, form) in policy.forms.iter().enumerate() {
        filled(format!("forms[{index}].name"), &form.name);
    }
    for (index, host) in policy.hosts.iter().enumerate() {
        filled(format!("hosts[{index}].name"), &host.name);
    }
    filled("links.channel.name".to_owned(), &policy.links.channel.name);
    filled(
        "links.handbook.name".to_owned(),
        &policy.links.handbook.name,
    );
}
