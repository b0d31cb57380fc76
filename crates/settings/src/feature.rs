//! What can be switched off. Everything is on until somebody switches it off.

/// A part of Ferry that a team may not want.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Feature {
    /// The line above the conversation.
    Banner,
    /// The sign on the toolbar button.
    Badge,
    /// Drafting the message to the customer.
    Draft,
    /// Opening the prefilled issue.
    OpsIssue,
    /// Changing tags, the only thing that Ferry writes.
    TagChange,
    /// The keyboard commands for draft and issue.
    Keyboard,
    /// The page that says how it works, after the installation.
    Welcome,
}

impl Feature {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Banner,
        Self::Badge,
        Self::Draft,
        Self::OpsIssue,
        Self::TagChange,
        Self::Keyboard,
        Self::Welcome,
    ];

    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Banner => "banner",
            Self::Badge => "badge",
            Self::Draft => "draft",
            Self::OpsIssue => "ops_issue",
            Self::TagChange => "tag_change",
            Self::Keyboard => "keyboard",
            Self::Welcome => "welcome",
        }
    }

    /// The feature of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|feature| feature.name() == name)
    }
}
