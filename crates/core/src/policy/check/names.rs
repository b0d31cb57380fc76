//! What people call offerings, levels and other vendors' products in running text.

use std::collections::BTreeMap;

use super::Mistakes;
use crate::policy::{Offering, Policy, Problem};

pub(super) fn are_filled(policy: &Policy, mistakes: &mut Mistakes) {
    for (index, offering) in policy.offerings.iter().enumerate() {
        has_a_name(
            &format!("offerings[{index}].names"),
            &offering.names,
            mistakes,
        );
        filled(
            &format!("offerings[{index}].names"),
            &offering.names,
            mistakes,
        );
        filled(
            &format!("offerings[{index}].described_as"),
            &offering.described_as,
            mistakes,
        );
    }
    for (index, level) in policy.levels.iter().enumerate() {
        has_a_name(&format!("levels[{index}].names"), &level.names, mistakes);
        filled(&format!("levels[{index}].names"), &level.names, mistakes);
    }
    filled("foreign_products", &policy.foreign_products, mistakes);
}

fn has_a_name(list: &str, names: &[String], mistakes: &mut Mistakes) {
    if names.is_empty() {
        mistakes.add(list, Problem::NoNames);
    }
}

fn filled(list: &str, names: &[String], mistakes: &mut Mistakes) {
    for (index, name) in names.iter().enumerate() {
        if normal(name).is_empty() {
            mistakes.add(format!("{list}[{index}]"), Problem::BlankName);
        }
    }
}

pub(super) fn belong_to_one_offering(policy: &Policy, mistakes: &mut Mistakes) {
    let own = policy
        .offerings
        .iter()
        .enumerate()
        .flat_map(|(index, offering)| {
            names_of(index, offering).map(|(field, name)| (field, name, offering.id.0.as_str()))
        });
    let foreign = entries("foreign_products".to_owned(), &policy.foreign_products)
        .map(|(field, name)| (field, name, "foreign_products"));
    claimed_once(own.chain(foreign), mistakes);
}

pub(super) fn belong_to_one_level(policy: &Policy, mistakes: &mut Mistakes) {
    let claims = policy.levels.iter().enumerate().flat_map(|(index, level)| {
        entries(format!("levels[{index}].names"), &level.names)
            .map(|(field, name)| (field, name, level.id.0.as_str()))
    });
    claimed_once(claims, mistakes);
}

/// Nobody could tell which of two things a name means that both have.
fn claimed_once<'p>(
    claims: impl Iterator<Item = (String, &'p str, &'p str)>,
    mistakes: &mut Mistakes,
) {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for (field, name, id) in claims.filter(|(_, name, _)| !normal(name).is_empty()) {
        let owner = *owners.entry(normal(name)).or_insert(id);
        if owner != id {
            let (name, owner) = (name.to_owned(), owner.to_owned());
            mistakes.add(field, Problem::NameTaken { name, owner });
        }
    }
}

fn names_of(index: usize, offering: &Offering) -> impl Iterator<Item = (String, &str)> {
    let described = entries(
        format!("offerings[{index}].described_as"),
        &offering.described_as,
    );
    entries(format!("offerings[{index}].names"), &offering.names).chain(described)
}

fn entries(list: String, names: &[String]) -> impl Iterator<Item = (String, &str)> {
    let numbered = names.iter().enumerate();
    numbered.map(move |(index, name)| (format!("{list}[{index}]"), name.as_str()))
}

/// A name without what matching disregards: case, and whether parts are joined by spaces or
/// hyphens.
fn normal(name: &str) -> String {
    let parts = name
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ").to_lowercase()
}
