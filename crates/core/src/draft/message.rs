//! The message of step 1 and its reminder.

use std::collections::BTreeMap;

use super::template::{Values, render};
use super::{Draft, Known, Migration, locale};
use crate::policy::Policy;

/// What the message to the customer is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MessageInput {
    /// What is known; the message asks for the rest.
    pub migration: Migration,
    /// The requester's language as Zendesk has it (`de-AT`); `None` where it is unknown.
    pub locale: Option<String>,
}

/// Tells the customer that support goes on, why Ferry's user asks, and asks for what is missing.
pub fn customer_message(policy: &Policy, input: &MessageInput) -> Draft {
    write(policy, &policy.templates.customer_message, input)
}

/// Asks once more for what is still missing.
pub fn customer_reminder(policy: &Policy, input: &MessageInput) -> Draft {
    write(policy, &policy.templates.customer_reminder, input)
}

fn write(policy: &Policy, templates: &BTreeMap<String, String>, input: &MessageInput) -> Draft {
    let wanted = input.locale.as_deref().unwrap_or(locale::FALLBACK_LANGUAGE);
    let Some((language, template)) = locale::choose(templates, wanted) else {
        return Draft::from_text("");
    };
    Draft::from_text(render(template, values(policy, &input.migration, language)))
}

fn values(policy: &Policy, migration: &Migration, language: &str) -> Values {
    let known = Known::new(policy, migration);
    let choices: Vec<&str> = known
        .choices
        .iter()
        .map(|level| level.name.as_str())
        .collect();
    // An offering's only level goes without saying: it is neither asked for nor noted.
    let noted_level = known.level.filter(|_| choices.len() != 1);
    let questions = migration.missing(policy).len();

    let mut values = Values::default();
    values.set(
        "current_offering",
        known.from.map(|offering| &offering.name),
    );
    values.set("new_offering", known.to.map(|offering| &offering.name));
    values.set("level", known.level.map(|level| &level.name));
    values.set("noted_level", noted_level.map(|level| &level.name));
    values.set(
        "level_choices",
        (!choices.is_empty()).then(|| choices.join(" / ")),
    );
    values.set(
        "date",
        migration
            .target_date
            .map(|date| locale::date_in_words(date, language)),
    );
    values.set("questions", (questions > 0).then_some(questions));
    values.set(
        "noted",
        (noted_level.is_some() || migration.target_date.is_some()).then_some(""),
    );
    values
}
