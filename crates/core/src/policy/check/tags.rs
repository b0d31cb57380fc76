//! The table of support-level tags: the only tags that Ferry ever takes off a ticket.

use std::collections::BTreeSet;

use super::references::listed;
use super::{Mistakes, is_blank};
use crate::policy::Policy;

pub(super) fn are_tags(policy: &Policy, mistakes: &mut Mistakes) {
    let table = policy.tags.iter().map(|tag| &tag.tag).enumerate();
    let table = table.map(|(index, tag)| (format!("tags[{index}].tag"), tag, false));
    let untouched = policy.untouched_tags.iter().enumerate();
    let untouched = untouched.map(|(index, tag)| (format!("untouched_tags[{index}]"), tag, true));

    for (field, tag, is_pattern) in table.chain(untouched) {
        if is_blank(tag) {
            mistakes.add(field, "this is empty: write a tag");
        } else if tag
            .chars()
            .any(|c| c.is_whitespace() || c.is_uppercase() || c == ',')
        {
            let problem = "Zendesk's tags have no spaces, commas or capitals: write it as Zendesk \
                           shows it";
            mistakes.add(field, format!("`{tag}`: {problem}"));
        } else if tag.contains('*') && !is_pattern {
            let problem = format!(
                "`{tag}`: `*` stands for anything in untouched_tags only: write \
                                   each tag by itself"
            );
            mistakes.add(field, problem);
        }
    }
}

pub(super) fn are_there_once(policy: &Policy, mistakes: &mut Mistakes) {
    let mut seen = BTreeSet::new();
    for (index, tag) in policy.tags.iter().enumerate() {
        if !is_blank(&tag.tag) && !seen.insert(&tag.tag) {
            let problem = format!("`{}` is there already: a tag stands for one level", tag.tag);
            mistakes.add(
                format!("tags[{index}].tag"),
                problem + ", so remove one of the two",
            );
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
            let sold = listed(offering.levels.iter().map(|level| level.0.as_str()));
            let (level, offering) = (&tag.level.0, &tag.offering.0);
            let problem = format!(
                "`{offering}` is not sold with `{level}`: write {sold}, or add `{level}` to the \
                 offering's levels"
            );
            mistakes.add(format!("tags[{index}].level"), problem);
        }
    }
}

pub(super) fn are_not_untouched(policy: &Policy, mistakes: &mut Mistakes) {
    for (index, tag) in policy.tags.iter().enumerate() {
        if !is_blank(&tag.tag) && policy.is_untouched(&tag.tag) {
            let problem = format!(
                "`{}` is one of the untouched_tags, which are never taken off: remove it here or \
                 there",
                tag.tag
            );
            mistakes.add(format!("tags[{index}].tag"), problem);
        }
    }
}
