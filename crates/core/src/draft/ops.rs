//! The Support Ops issue: a prefilled form's address, or a description to paste.
//!
//! Addresses end up in logs and in the browser's history. So the input has no field that a
//! ticket's text or a person's name could come in by: ids of the policy, numbers, a date, and a
//! host of the policy.

use super::percent::encode;
use super::template::{Values, render};
use super::{Known, Migration};
use crate::policy::{Host, Policy};

/// What the issue is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpsInput<'p> {
    /// The ticket's Zendesk, from [`Policy::host`].
    pub host: &'p Host,
    /// The ticket's number.
    pub ticket: u64,
    /// The organization's number.
    pub organization: Option<u64>,
    /// What is known of the migration.
    pub migration: Migration,
}

/// An issue to be opened by the agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpsIssue {
    /// Where to open it.
    pub form: IssueForm,
    /// Its title.
    pub title: String,
    /// Its whole description, in Markdown.
    pub description: String,
}

/// The page on which the issue is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueForm {
    /// Everything is filled in.
    Prefilled {
        /// The form's address.
        url: String,
    },
    /// The whole issue is too long for an address: the description goes by the clipboard.
    PasteDescription {
        /// The form's address, with the title where that fits.
        url: String,
        /// How long the whole address would be, in bytes.
        bytes: usize,
        /// How long it may be.
        budget: usize,
    },
}

impl IssueForm {
    /// The address to open.
    pub fn url(&self) -> &str {
        match self {
            Self::Prefilled { url } | Self::PasteDescription { url, .. } => url,
        }
    }
}

/// Makes the issue that asks Support Ops for the second support level.
pub fn ops_issue(policy: &Policy, input: &OpsInput<'_>) -> OpsIssue {
    let values = values(policy, input);
    let title = render(&policy.templates.ops_title, values.clone()).replace('\n', " ");
    let description = render(&policy.templates.ops_description, values);
    OpsIssue {
        form: form(policy, &title, &description),
        title,
        description,
    }
}

fn values(policy: &Policy, input: &OpsInput<'_>) -> Values {
    let known = Known::new(policy, &input.migration);
    let agent_pages = format!("https://{}/agent", input.host.host);
    let tag = match (known.to, known.level) {
        (Some(offering), Some(level)) => policy.tag_on_sale(&offering.id, &level.id),
        _ => None,
    };

    let mut values = Values::default();
    values.set("ticket", Some(input.ticket));
    values.set(
        "ticket_url",
        Some(format!("{agent_pages}/tickets/{}", input.ticket)),
    );
    values.set("organization", input.organization);
    let organization_url = |id| format!("{agent_pages}/organizations/{id}");
    values.set("organization_url", input.organization.map(organization_url));
    values.set("zendesk", Some(&input.host.name));
    values.set(
        "current_offering",
        known.from.map(|offering| &offering.name),
    );
    values.set("new_offering", known.to.map(|offering| &offering.name));
    values.set("level", known.level.map(|level| &level.name));
    values.set("tag", tag.map(|tag| &tag.tag));
    values.set("date", input.migration.target_date);
    values.set("handbook_url", Some(&policy.links.handbook.url));
    values
}

/// The fullest form whose address is within the budget.
fn form(policy: &Policy, title: &str, description: &str) -> IssueForm {
    let budget = policy.ops.url_budget;
    let url = address(policy, Some(title), Some(description));
    if url.len() <= budget {
        return IssueForm::Prefilled { url };
    }
    let bytes = url.len();
    let with_title = address(policy, Some(title), None);
    let url = if with_title.len() <= budget {
        with_title
    } else {
        address(policy, None, None)
    };
    IssueForm::PasteDescription { url, bytes, budget }
}

fn address(policy: &Policy, title: Option<&str>, description: Option<&str>) -> String {
    let ops = &policy.ops;
    let mut url = format!(
        "{}/{}/-/issues/new",
        ops.base.trim_end_matches('/'),
        ops.project
    );
    let Some(title) = title else { return url };

    let parameters = [
        ("issue[title]", Some(title)),
        ("issue[issue_type]", Some("issue")),
        ("issue[confidential]", Some("true")),
        ("issuable_template", ops.template.as_deref()),
        ("issue[description]", description),
    ];
    let filled = parameters
        .iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)));
    for (index, (name, value)) in filled.enumerate() {
        url.push(if index == 0 { '?' } else { '&' });
        encode(name, &mut url);
        url.push('=');
        encode(value, &mut url);
    }
    url
}
