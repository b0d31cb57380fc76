//! Version, names, ids, and what there must be at least one or two of.

use std::collections::BTreeSet;

use super::{Mistakes, is_blank};
use crate::policy::{Policy, VERSION};

pub(super) fn version_is_known(policy: &Policy, mistakes: &mut Mistakes) {
    if policy.version != VERSION {
        let version = policy.version;
        let problem =
            format!("version {version} is not one that this Ferry reads: write {VERSION}");
        mistakes.add("version", problem);
    }
}

pub(super) fn has_a_name(policy: &Policy, mistakes: &mut Mistakes) {
    if is_blank(&policy.name) {
        mistakes.add("name", "this is empty: write whose policy it is");
    }
}

pub(super) fn has_two_offerings(policy: &Policy, mistakes: &mut Mistakes) {
    if policy.offerings.len() < 2 {
        let problem = "a migration goes from one offering to another one: write at least two";
        mistakes.add("offerings", problem);
    }
}

pub(super) fn has_tags(policy: &Policy, mistakes: &mut Mistakes) {
    if policy.tags.is_empty() {
        let problem = "there are no tags, so that Ferry could not tell what anybody has paid for: \
                       write each support-level tag with its offering and level";
        mistakes.add("tags", problem);
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
            mistakes.add(
                field,
                "this is empty: write what the entry is called in the policy",
            );
        } else if !seen.insert(id.clone()) {
            mistakes.add(field, format!("`{id}` is there already: write another one"));
        }
    }
}

pub(super) fn shown_names_are_filled(policy: &Policy, mistakes: &mut Mistakes) {
    let mut filled = |field: String, name: &str| {
        if is_blank(name) {
            mistakes.add(field, "this is empty: write the name that people are shown");
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
