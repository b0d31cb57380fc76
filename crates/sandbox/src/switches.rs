//! What is switchable while the sandbox runs: looks, and both outcomes wherever the facts about
//! Zendesk are inferred.

use serde::{Deserialize, Serialize};

/// How the sandbox behaves; `Default` is what Zendesk documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Switches {
    /// The agent page's structure.
    pub layout: Layout,
    /// The agent page's colours.
    pub theme: Theme,
    /// The agent page's direction.
    pub direction: Direction,
    /// `lang` of the agent page.
    pub locale: String,
    /// What the open page does when others change its ticket.
    pub page: PageBehaviour,
    /// What a submit from a page that is behind does to the tags.
    pub stale_submit: StaleSubmit,
    /// What `DELETE /tickets/{id}/tags` answers.
    pub delete_tags: DeleteAnswer,
    /// What `POST /tickets/{id}/tags` answers.
    pub post_tags: PostAnswer,
    /// What a write with a missing or old CSRF token gets.
    pub csrf_failure: CsrfFailure,
    /// Whether `?include=organizations` brings them, or comes back empty.
    pub sideload_organizations: bool,
    /// Whether a browser without any session cookie is signed in as it opens the agent page.
    pub auto_sign_in: bool,
    /// Requests a minute and user.
    pub requests_per_minute: u32,
    /// Updates in ten minutes, per user and ticket.
    pub ticket_updates: u32,
    /// How far the search index is behind, in seconds.
    pub search_lag_seconds: u32,
    /// How many comments the agent page shows before "show more".
    pub page_comments: u32,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            layout: Layout::Grid,
            theme: Theme::Light,
            direction: Direction::Ltr,
            locale: "en-US".to_owned(),
            page: PageBehaviour::Stale,
            stale_submit: StaleSubmit::Merge,
            delete_tags: DeleteAnswer::Remaining,
            post_tags: PostAnswer::Created,
            csrf_failure: CsrfFailure::Forbidden,
            sideload_organizations: true,
            auto_sign_in: true,
            requests_per_minute: 700,
            ticket_updates: 30,
            search_lag_seconds: 120,
            page_comments: 20,
        }
    }
}

/// The agent page's structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// `.ticket-panes-grid-layout[data-is-active]`, `data-side-conversations-anchor-id`.
    Grid,
    /// Older: `[data-ticket-id]` panes, hidden by `aria-hidden`.
    Panes,
    /// Looks the same to people, but no selector that anyone knows finds anything.
    Unknown,
}

/// The agent page's colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark text on a light page.
    Light,
    /// Light text on a dark page.
    Dark,
}

/// The agent page's direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// What the open page does when others change its ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageBehaviour {
    /// Nothing: it keeps showing, and submits, the tags that it loaded.
    Stale,
    /// It follows within a second or two, unless the agent has changed the tags field.
    Live,
}

/// What a submit from a page that is behind does to the tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaleSubmit {
    /// "The updates are merged and all tags are included."
    Merge,
    /// The page's tags replace all.
    Replace,
}

/// What `DELETE /tickets/{id}/tags` answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeleteAnswer {
    /// 200 with the remaining tags.
    Remaining,
    /// 204 with nothing.
    NoContent,
}

/// What `POST /tickets/{id}/tags` answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostAnswer {
    /// 201.
    Created,
    /// 200.
    Ok,
}

/// What a write with a missing or old CSRF token gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CsrfFailure {
    /// 401.
    Unauthorized,
    /// 403.
    Forbidden,
    /// The sign-in page, with status 200.
    Html,
}
