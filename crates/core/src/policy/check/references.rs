//! What refers to an offering or a level must name one that is there.

use super::Mistakes;
use crate::policy::{LevelId, OfferingId, Policy, Problem};

pub(super) fn offerings_are_sold_with_known_levels(policy: &Policy, mistakes: &mut Mistakes) {
    for (index, offering) in policy.offerings.iter().enumerate() {
        let field = format!("offerings[{index}].levels");
        if offering.levels.is_empty() {
            let known = levels(policy);
            mistakes.add(field.clone(), Problem::NoLevels { known });
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
        let offerings = policy.offerings.iter();
        let problem = Problem::UnknownOffering {
            id: id.0.clone(),
            known: offerings.map(|offering| offering.id.0.clone()).collect(),
        };
        mistakes.add(field, problem);
    }
}

fn known_level(policy: &Policy, id: &LevelId, field: String, mistakes: &mut Mistakes) {
    if policy.level(id).is_none() {
        let problem = Problem::UnknownLevel {
            id: id.0.clone(),
            known: levels(policy),
        };
        mistakes.add(field, problem);
    }
}

fn levels(policy: &Policy) -> Vec<String> {
    let levels = policy.levels.iter();
    levels.map(|level| level.id.0.clone()).collect()
}
