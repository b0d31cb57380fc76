//! What a policy of well-formed fields must be besides.
//!
//! One function for each rule, so that each can be read and tested by itself; all of them run, so
//! that whoever writes a policy sees all mistakes at once.

mod basics;
mod names;
mod places;
mod references;
mod tags;
mod templates;

use super::{Policy, PolicyError, Problem};

type Check = fn(&Policy, &mut Mistakes);

const CHECKS: &[Check] = &[
    basics::version_is_known,
    basics::has_a_name,
    basics::has_two_offerings,
    basics::has_tags,
    basics::ids_are_unique,
    basics::shown_names_are_filled,
    references::offerings_are_sold_with_known_levels,
    references::tags_refer_to_known_things,
    references::forms_refer_to_known_offerings,
    tags::are_tags,
    tags::are_there_once,
    tags::have_a_level_that_is_sold,
    tags::are_not_untouched,
    names::are_filled,
    names::belong_to_one_offering,
    names::belong_to_one_level,
    places::hosts_are_host_names,
    places::ops_base_is_https,
    places::projects_are_paths,
    places::trackers_include_the_project,
    places::url_budget_is_usable,
    places::links_are_https,
    templates::messages_are_in_english_too,
    templates::are_named_by_language,
    templates::are_filled,
    templates::name_known_fields,
    templates::have_paired_braces,
];

/// All mistakes, in the order of the checks.
pub(super) fn check(policy: &Policy) -> Vec<PolicyError> {
    let mut mistakes = Mistakes(Vec::new());
    for check in CHECKS {
        check(policy, &mut mistakes);
    }
    mistakes.0
}

struct Mistakes(Vec<PolicyError>);

impl Mistakes {
    fn add(&mut self, field: impl Into<String>, problem: Problem) {
        self.0.push(PolicyError::new(field, problem));
    }
}

/// Whether there is nothing to read in a text.
fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
