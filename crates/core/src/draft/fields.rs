//! The fields that each template knows, for checking a policy and for the options page's help.

/// A template's field and what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name, as it stands between braces.
    pub name: &'static str,
    /// What it stands for.
    pub meaning: &'static str,
}

const fn field(name: &'static str, meaning: &'static str) -> Field {
    Field { name, meaning }
}

/// `customer_message` and `customer_reminder`.
pub const MESSAGE: &[Field] = &[
    field(
        "current_offering",
        "the public name of the offering that the customer leaves",
    ),
    field(
        "new_offering",
        "the public name of the offering that the customer goes to",
    ),
    field("level", "the support level on the new offering"),
    field(
        "noted_level",
        "the same, unless the new offering is sold with one level only",
    ),
    field(
        "level_choices",
        "the levels that the new offering is sold with: Premium / Ultimate",
    ),
    field(
        "date",
        "the target date, written out in the message's language",
    ),
    field("n", "a counter for questions: 1, then 2, ..."),
    field(
        "questions",
        "how many of offering, level and date are unknown; not known if none is",
    ),
    field(
        "noted",
        "empty; known where noted_level or date is: for sections",
    ),
];

/// `internal_note`.
pub const NOTE: &[Field] = &[
    field(
        "current_offering",
        "the public name of the offering that the customer leaves",
    ),
    field(
        "new_offering",
        "the public name of the offering that the customer goes to",
    ),
    field("level", "the support level on the new offering"),
    field("date", "the target date: 2027-03-31"),
    field("agreed_by", "who agreed, by role"),
    field(
        "scope",
        "what moves: the whole organization, or a part of it",
    ),
    field("ops_issue", "the address of the Support Ops issue"),
    field("handbook_url", "the address of the workflow's page"),
];

/// `ops_title` and `ops_description`.
pub const OPS: &[Field] = &[
    field("ticket", "the ticket's number"),
    field("ticket_url", "the ticket's address for agents"),
    field("organization", "the organization's number in Zendesk"),
    field("organization_url", "the organization's address for agents"),
    field("zendesk", "the name of the Zendesk instance"),
    field(
        "current_offering",
        "the public name of the offering that the customer leaves",
    ),
    field(
        "new_offering",
        "the public name of the offering that the customer goes to",
    ),
    field("level", "the new support level"),
    field("tag", "the support-level tag of the new offering and level"),
    field("date", "the target date: 2027-03-31"),
    field("handbook_url", "the address of the workflow's page"),
];
