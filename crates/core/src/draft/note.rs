//! The internal note for colleagues.

use super::template::{Values, render};
use super::{Draft, Known, Migration};
use crate::policy::Policy;

/// What the internal note is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoteInput {
    /// What is known of the migration.
    pub migration: Migration,
    /// Who agreed; `None` leaves it out.
    pub agreed_by: Option<AgreedBy>,
    /// For what ("the whole organization", "group acme/platform"); `None` leaves it out.
    pub scope: Option<String>,
    /// The address of the Support Ops issue, once there is one.
    pub ops_issue: Option<String>,
}

/// Who agreed, by role: a name is not needed to follow the workflow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgreedBy {
    /// The customer, in this ticket.
    Customer,
    /// The customer's account team.
    AccountTeam,
    /// Support Ops.
    SupportOps,
    /// A support manager.
    SupportManager,
    /// Somebody else, in the engineer's words.
    Other(String),
}

/// Tells colleagues what was agreed, by whom, for which scope and until when.
pub fn internal_note(policy: &Policy, input: &NoteInput) -> Draft {
    Draft::from_text(render(
        &policy.templates.internal_note,
        values(policy, input),
    ))
}

fn values(policy: &Policy, input: &NoteInput) -> Values {
    let known = Known::new(policy, &input.migration);
    let mut values = Values::default();
    values.set(
        "current_offering",
        known.from.map(|offering| &offering.name),
    );
    values.set("new_offering", known.to.map(|offering| &offering.name));
    values.set("level", known.level.map(|level| &level.name));
    values.set("date", input.migration.target_date);
    values.set(
        "agreed_by",
        input.agreed_by.as_ref().map(AgreedBy::in_words),
    );
    values.set("scope", filled(input.scope.as_ref()));
    values.set("ops_issue", filled(input.ops_issue.as_ref()));
    values.set("handbook_url", Some(&policy.links.handbook.url));
    values
}

/// What was left blank in a form is not known.
fn filled(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

impl AgreedBy {
    fn in_words(&self) -> &str {
        match self {
            Self::Customer => "the customer",
            Self::AccountTeam => "the account team",
            Self::SupportOps => "Support Ops",
            Self::SupportManager => "a support manager",
            Self::Other(words) => words.trim(),
        }
    }
}
