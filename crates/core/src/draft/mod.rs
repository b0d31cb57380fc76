//! The texts that Ferry drafts: the message to the customer and its reminder, the note for
//! colleagues, the Support Ops issue.
//!
//! Each takes the policy's template and what is known of the migration; what is not known is left
//! out or asked for. Nothing here sends, inserts or opens anything.

mod asked;
pub mod fields;
mod html;
mod locale;
mod message;
mod note;
mod ops;
mod percent;
pub(crate) mod template;

use chrono::NaiveDate;

use crate::assessment::Assessment;
use crate::policy::{Level, LevelId, Offering, OfferingId, Policy};

pub use asked::Questions;
pub use html::html_from_text;
pub use locale::{FALLBACK_LANGUAGE, template_language};
pub use message::{MessageInput, customer_message, customer_reminder};
pub use note::{AgreedBy, NoteInput, internal_note};
pub use ops::{IssueForm, OpsInput, OpsIssue, ops_issue};

/// A text that the agent can edit, insert or copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// For a rich text composer: only `p`, `br`, `ol`, `ul`, `li`, `strong`, `em`, `a[href]`.
    pub html: String,
    /// The same as plain text: what the agent edits.
    pub text: String,
}

impl Draft {
    /// The draft that an (edited) plain text makes.
    pub fn from_text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            html: html_from_text(&text),
            text,
        }
    }
}

/// What is known of a migration. The engineer's own choices in the sidebar replace what the
/// assessment found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Migration {
    /// The offering that the customer leaves.
    pub from: Option<OfferingId>,
    /// The offering that the customer goes to.
    pub to: Option<OfferingId>,
    /// The support level intended on `to`.
    pub level: Option<LevelId>,
    /// The date until which the migration is to be done.
    pub target_date: Option<NaiveDate>,
}

/// Something that is to be found out before Support Ops can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Missing {
    /// Which offering the customer goes to.
    NewOffering,
    /// Which support level the customer intends to have there.
    Level,
    /// When the migration is to be done.
    TargetDate,
}

impl Migration {
    /// What is still to be found out, in the order of asking. An offering with only one level
    /// leaves no question about the level; an id that the policy does not know says nothing.
    pub fn missing(&self, policy: &Policy) -> Vec<Missing> {
        let known = Known::new(policy, self);
        let mut missing = Vec::new();
        if known.to.is_none() {
            missing.push(Missing::NewOffering);
        }
        if known.level.is_none() {
            missing.push(Missing::Level);
        }
        if self.target_date.is_none() {
            missing.push(Missing::TargetDate);
        }
        missing
    }
}

impl From<&Assessment> for Migration {
    fn from(assessment: &Assessment) -> Self {
        Self {
            from: assessment.from.clone(),
            to: assessment.to.clone(),
            level: assessment.level.clone(),
            target_date: assessment.target_date,
        }
    }
}

/// A migration's ids, looked up in the policy.
struct Known<'p> {
    from: Option<&'p Offering>,
    to: Option<&'p Offering>,
    level: Option<&'p Level>,
    /// What the customer can choose from on `to`.
    choices: Vec<&'p Level>,
}

impl<'p> Known<'p> {
    fn new(policy: &'p Policy, migration: &Migration) -> Self {
        let to = migration.to.as_ref().and_then(|id| policy.offering(id));
        let choices = to
            .map(|offering| policy.levels_on_sale(offering))
            .unwrap_or_default();
        let stated = migration.level.as_ref().and_then(|id| policy.level(id));
        let only = match choices.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        let from = migration.from.as_ref().and_then(|id| policy.offering(id));
        Self {
            from,
            to,
            level: stated.or(only),
            choices,
        }
    }
}
