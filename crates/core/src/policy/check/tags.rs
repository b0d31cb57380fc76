//! The table of support-level tags: the only tags that Ferry ever takes off a ticket.

use std::collections::BTreeSet;

use super::{Mistakes, is_blank};
use crate::policy::{Policy, Problem};

pub(super) fn are_tags(policy: &Policy, mistakes: &mut Mistakes) {
    let table = policy.tags.iter().map(|tag| &tag.tag).enumerate();
    let table = table.map(|(index, tag)| (format!("tags[{index}].tag"), tag, false));
    let untouched = policy.untouched_tags.iter().enumerate();
    let untouched = untouched.map(|(index, tag)| (format!("untouched_tags[{index}]"), tag, true));

    for (field, tag, is_pattern) in table.chain(untouched) {
        if is_blank(tag) {
            mistakes.add(field, Problem::NoTag);
        } else if tag
            .chars()
            .any(|c| c.is_whitespace() || c.is_uppercase() || c == ',')
        {
            mistakes.add(field, Problem::NotATag { tag: tag.clone() });
        } else if tag.contains('*') && !is_pattern {
            mistakes.add(field, Problem::PatternInTable { tag: tag.clone() });
        }
    }
}

pub(super) fn are_there_once(policy: &Policy, mistakes: &mut Mistakes) {
    let mut seen = BTreeSet::new();
    for (index, tag) in policy.tags.iter().enumerate() {
        if !is_blank(&tag.tag) && !seen.insert(&tag.tag) {
            let problem = Problem::DuplicateTag {
                tag: tag.tag.clone(),
            };
            mistakes.add(format!("tags[{index}].tag"), problem);
        }
    }
}

pub(super) fn have_a_level_that_is_sold(policy: &Policy, mistakes: &mut Mistakes) {
    for (index, tag) in policy.tags.iter().enumerate() {
        // An offering without levels is a mistake of its own.
        let offering = policy
            .offering(&tag.offering)
            .filter(|it| !it.levels.is_empty());
        let Some(offering) = offering else { continue };
        if policy.level(&tag.level).is_some() && !offering.levels.contains(&tag.level) {
            let problem = Problem::LevelNotSold {
                offering: tag.offering.0.clone(),
                level: tag.level.0.clone(),
                sold: offering.levels.iter().map(|it| it.0.clone()).collect(),
            };
            mistakes.add(format!("tags[{index}].level"), problem);
        }
    }
}

pub(super) fn are_not_untouched(policy: &Policy, mistakes: &mut Mistakes) {
    for (index, tag) in policy.tags.iter().enumerate() {
        if !is_blank(&tag.tag) && policy.is_untouched(&tag.tag) {
            let problem = Problem::UntouchedTag {
                tag: tag.tag.clone(),
            };
            mistakes.add(format!("tags[{index}].tag"), problem);
        }
    }
}
