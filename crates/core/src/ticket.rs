//! A ticket as plain data, with Zendesk's own field names.
//!
//! Everything but the ticket's id may be missing, `null` or of a kind that Zendesk does not
//! document: reading never fails on a field that the judgement can do without.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

/// One ticket with all that a judgement may look at.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// The ticket itself.
    pub ticket: Ticket,
    /// Its comments, oldest first.
    #[serde(deserialize_with = "lenient")]
    pub comments: Vec<Comment>,
    /// The people who wrote them.
    #[serde(deserialize_with = "lenient")]
    pub users: Vec<User>,
    /// The requester's organization; `None` where the ticket has none or it may not be read.
    #[serde(deserialize_with = "lenient")]
    pub organization: Option<Organization>,
}

/// A ticket: `GET /api/v2/tickets/{id}`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ticket {
    /// Zendesk's number of the ticket.
    pub id: u64,
    /// The subject line.
    #[serde(deserialize_with = "lenient")]
    pub subject: Option<String>,
    /// The first comment's text, as Zendesk repeats it on the ticket.
    #[serde(deserialize_with = "lenient")]
    pub description: Option<String>,
    /// `new`, `open`, `pending`, `hold`, `solved` or `closed`.
    #[serde(deserialize_with = "lenient")]
    pub status: Option<String>,
    /// All tags, support-level tags among them.
    #[serde(deserialize_with = "lenient")]
    pub tags: Vec<String>,
    /// The form that the requester filled in.
    #[serde(deserialize_with = "lenient")]
    pub ticket_form_id: Option<u64>,
    /// The organization that the ticket belongs to.
    #[serde(deserialize_with = "lenient")]
    pub organization_id: Option<u64>,
    /// Who asked.
    #[serde(deserialize_with = "lenient")]
    pub requester_id: Option<u64>,
    /// The agent who has it.
    #[serde(deserialize_with = "lenient")]
    pub assignee_id: Option<u64>,
    /// When it was opened, RFC 3339 in UTC.
    #[serde(deserialize_with = "lenient")]
    pub created_at: Option<String>,
    /// When it last changed, RFC 3339 in UTC: the stamp of a safe update.
    #[serde(deserialize_with = "lenient")]
    pub updated_at: Option<String>,
}

/// A comment: one entry of `GET /api/v2/tickets/{id}/comments`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Comment {
    /// Zendesk's number of the comment.
    #[serde(deserialize_with = "lenient")]
    pub id: u64,
    /// The audit event that holds it; the page names its element after it.
    #[serde(deserialize_with = "lenient")]
    pub audit_id: Option<u64>,
    /// Who wrote it.
    #[serde(deserialize_with = "lenient")]
    pub author_id: Option<u64>,
    /// `false`: an internal comment, which the customer does not see.
    #[serde(deserialize_with = "lenient_public")]
    pub public: bool,
    /// Plain text, where Zendesk gives it.
    #[serde(deserialize_with = "lenient")]
    pub plain_body: Option<String>,
    /// Text as typed, often Markdown.
    #[serde(deserialize_with = "lenient")]
    pub body: Option<String>,
    /// Text as HTML.
    #[serde(deserialize_with = "lenient")]
    pub html_body: Option<String>,
    /// When it was written, RFC 3339 in UTC.
    #[serde(deserialize_with = "lenient")]
    pub created_at: Option<String>,
    /// How it came in.
    #[serde(deserialize_with = "lenient")]
    pub via: Option<Via>,
}

/// How a comment came in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Via {
    /// `web`, `email`, `api`, ...
    #[serde(deserialize_with = "lenient")]
    pub channel: Option<String>,
}

/// Somebody who takes part: `GET /api/v2/users/{id}`, or side-loaded with the comments.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct User {
    /// Zendesk's number of the user.
    #[serde(deserialize_with = "lenient")]
    pub id: u64,
    /// The name that colleagues see.
    #[serde(deserialize_with = "lenient")]
    pub name: Option<String>,
    /// `end-user`, `agent` or `admin`.
    #[serde(deserialize_with = "lenient")]
    pub role: Option<String>,
    /// The language that Zendesk writes to this person in: `de`, `pt-BR`.
    #[serde(deserialize_with = "lenient")]
    pub locale: Option<String>,
}

/// The requester's organization: `GET /api/v2/organizations/{id}`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Organization {
    /// Zendesk's number of the organization.
    #[serde(deserialize_with = "lenient")]
    pub id: u64,
    /// Its name.
    #[serde(deserialize_with = "lenient")]
    pub name: Option<String>,
    /// Its tags; Zendesk copies them to new tickets.
    #[serde(deserialize_with = "lenient")]
    pub tags: Vec<String>,
    /// Internal notes.
    #[serde(deserialize_with = "lenient")]
    pub notes: Option<String>,
    /// Internal details.
    #[serde(deserialize_with = "lenient")]
    pub details: Option<String>,
}

/// The day of a date or an RFC 3339 time stamp: `2026-11-25`, `2026-11-25T10:00:00Z`.
pub fn day(stamp: &str) -> Option<NaiveDate> {
    let date = stamp.get(..10)?;
    let number = |digits: &str| digits.parse::<u32>().ok();
    let (year, rest) = date.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let year = i32::try_from(number(year)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
}

impl Record {
    /// Who asked, if that is known.
    pub fn requester(&self) -> Option<&User> {
        let id = self.ticket.requester_id?;
        self.users.iter().find(|user| user.id == id)
    }
}

impl Comment {
    /// The comment's text and whether it is HTML: `plain_body`, else `body`, else `html_body`.
    pub fn text(&self) -> (&str, bool) {
        let plain = self.plain_body.as_deref().or(self.body.as_deref());
        match (plain, self.html_body.as_deref()) {
            (Some(text), _) => (text, false),
            (None, Some(html)) => (html, true),
            (None, None) => ("", false),
        }
    }
}

impl User {
    /// Whether this is a colleague: an agent or an administrator.
    pub fn is_staff(&self) -> bool {
        matches!(self.role.as_deref(), Some("agent" | "admin"))
    }
}

/// Takes a value of the wrong kind, or `null`, as the field's default: one odd field must not
/// cost the whole ticket.
fn lenient<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + serde::de::DeserializeOwned,
{
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

/// A comment of unknown visibility counts as public: what only internal texts may prove is then
/// not proved.
fn lenient_public<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(value.as_bool().unwrap_or(true))
}
