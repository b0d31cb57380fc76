//! The names of the fields that each template knows, as they stand between braces. `docs/policy.md`
//! and the options page say what they stand for.

/// `customer_message` and `customer_reminder`.
pub const MESSAGE: &[&str] = &[
    "current_offering",
    "new_offering",
    "level",
    "noted_level",
    "level_choices",
    "date",
    "n",
    "questions",
    "noted",
];

/// `internal_note`.
pub const NOTE: &[&str] = &[
    "current_offering",
    "new_offering",
    "level",
    "date",
    "agreed_by",
    "scope",
    "ops_issue",
    "handbook_url",
];

/// `ops_title` and `ops_description`.
pub const OPS: &[&str] = &[
    "ticket",
    "ticket_url",
    "organization",
    "organization_url",
    "zendesk",
    "current_offering",
    "new_offering",
    "level",
    "tag",
    "date",
    "handbook_url",
];
