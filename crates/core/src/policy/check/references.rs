//! What refers to an offering or a level must name one that is there.

use super::Mistakes;
use crate::policy::{LevelId, OfferingId, Policy};

pub(super) fn offerings_are_sold_with_known_levels(policy: &Policy, mistakes: &mut Mistakes) {
    for (index, offering) in policy.offerings.iter().enumerate() {
        let field = format!("offerings[{index}].levels");
        if offering.levels.is_empty() {
            mistakes.add(
                field.clone(),
                format!("this is empty: write {}", levels(policy)),
            );
        }
        for (at, level) in offering.levels.iter().enumerate() {
            known_level(policy, level, format!("{field}[{at}]"), mistakes);
        }
    }
}

pub(super) fn tags_refer_to_known_things(policy: &Policy, mistakes: &mut Mistakes) {
    for (index, tag) in policy.tags.iter().enumerate() {
        known_offering(
            policy,
            &tag.offering,
            format!("tags[{index}].offering"),
            mistakes,
        );
        known_level(policy, &tag.level, format!("tags[{index}].level"), mistakes);
    }
}

pub(super) fn forms_refer_to_known_offerings(policy: &Policy, mistakes: &mut Mistakes) {
    for (index, form) in policy.forms.iter().enumerate() {
        if let Some(offering) = &form.offering {
            known_offering(
                policy,
                offering,
                format!("forms[{index}].offering"),
                mistakes,
            );
        }
    }
}

fn known_offering(policy: &Policy, id: &OfferingId, field: String, mistakes: &mut Mistakes) {
    if policy.offering(id).is_none() {
        let known = listed(
            policy
                .offerings
                .iter()
                .map(|offering| offering.id.0.as_str()),
        );
        mistakes.add(field, format!("`{}` is no offering: write {known}", id.0));
    }
}

fn known_level(policy: &Policy, id: &LevelId, field: String, mistakes: &mut Mistakes) {
    if policy.level(id).is_none() {
        mistakes.add(
            field,
            format!("`{}` is no level: write {}", id.0, levels(policy)),
        );
    }
}

fn levels(policy: &Policy) -> String {
    listed(policy.levels.iter().map(|level| level.id.0.as_str()))
}

/// What can be written: `a`, `b` or `c`.
pub(super) fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    match (names.pop(), names.is_empty()) {
        (None, _) => "one, once there is one".to_owned(),
        (Some(only), true) => only,
        (Some(last), false) => format!("{} or {last}", names.join(", ")),
    }
}
