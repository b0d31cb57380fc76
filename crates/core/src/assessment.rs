//! What a judgement concludes, with the evidence that each conclusion rests on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::policy::{LevelId, OfferingId};

/// The warning about a date that can be read in more than one way.
pub const AMBIGUOUS_DATE: &str =
    "A date in the ticket can be read in more than one way; please enter it.";

/// Where a ticket is in the workflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Tell the customer, ask for support level and target date.
    ContactCustomer,
    /// An agent asked; the customer has not answered everything.
    AwaitCustomer,
    /// Level and date are known: open the Support Ops issue.
    OpenOpsIssue,
    /// The issue is open: wait for Support Ops.
    AwaitSupportOps,
    /// Set up: take the tag off that does not belong.
    Retag,
    /// The approval's date has passed: ask whether it was extended, remove nothing.
    Expired,
    /// Set up, but what the ticket is about is unclear or not covered: ask Support Ops.
    AskSupportOps,
    /// Set up and tagged right.
    Done,
    /// Nothing to do here; no banner.
    NoAction,
}

/// The judgement of one ticket on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// The ticket's number.
    pub ticket_id: u64,
    /// The step that the ticket is at.
    pub stage: Stage,
    /// The offering that the ticket is about.
    pub problem_offering: Option<OfferingId>,
    /// The offering that the customer leaves.
    pub from: Option<OfferingId>,
    /// The offering that the customer goes to.
    pub to: Option<OfferingId>,
    /// The support level intended on `to`.
    pub level: Option<LevelId>,
    /// The date until which the migration is to be done or the approval holds.
    pub target_date: Option<NaiveDate>,
    /// Support-level tags to take off the ticket; empty unless the stage is `retag`.
    pub remove: Vec<String>,
    /// Support-level tags to put on the ticket; empty unless the stage is `retag`.
    pub add: Vec<String>,
    /// The Support Ops issue or merge request found in an internal text.
    pub ops_issue: Option<String>,
    /// What the conclusions rest on.
    pub evidence: Vec<Evidence>,
    /// What could not be read or was left undecided, in sentences for the agent.
    pub warnings: Vec<String>,
}

/// One quoted piece of the ticket and the conclusion it supports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Where the quote stands.
    #[serde(flatten)]
    pub source: Source,
    /// First byte of the quote in the source's text (the text of `Comment::text`, the field, the
    /// tags joined by spaces, or the form's id).
    pub start: usize,
    /// First byte after the quote.
    pub end: usize,
    /// The quoted text itself.
    pub quote: String,
    /// What it proves.
    pub supports: Conclusion,
}

/// Where a quote stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "source")]
pub enum Source {
    /// A comment of the ticket.
    #[serde(rename = "comment")]
    Comment {
        /// Zendesk's number of the comment.
        comment_id: u64,
    },
    /// The organization's notes.
    #[serde(rename = "organization.notes")]
    OrganizationNotes,
    /// The organization's details.
    #[serde(rename = "organization.details")]
    OrganizationDetails,
    /// The ticket's tags.
    #[serde(rename = "ticket.tags")]
    TicketTags,
    /// The organization's tags.
    #[serde(rename = "organization.tags")]
    OrganizationTags,
    /// The ticket's subject.
    #[serde(rename = "ticket.subject")]
    TicketSubject,
    /// The ticket's form.
    #[serde(rename = "ticket.form")]
    TicketForm,
}

/// What a quote proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// That there is a migration.
    Migration,
    /// That there is none, or none any more.
    NoMigration,
    /// What the ticket is about.
    ProblemOffering,
    /// What the customer has a licence for.
    PaidOffering,
    /// The support level on the new offering.
    Level,
    /// The target date.
    TargetDate,
    /// The Support Ops issue.
    OpsIssue,
    /// That the customer was asked.
    Asked,
    /// A tag that is to go or to come.
    Tags,
}
