//! What the panel asks of the page adapter.

use serde::{Deserialize, Serialize};

use crate::{RequestId, Visit};

/// What the panel sends to the page adapter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ToPage {
    /// Opens the conversation.
    Hello {
        /// [`crate::VERSION`].
        version: u32,
        /// The secret from the frame's address.
        secret: String,
    },
    /// A call of the ticket's Zendesk.
    Call {
        /// Answered by [`crate::FromPage::Answer`] with the same id.
        id: RequestId,
        /// The visit it belongs to.
        visit: Visit,
        /// What to call.
        call: ApiCall,
    },
    /// Where and how large the frame is. Not answered; ignored for another visit.
    Show {
        /// The visit it belongs to: a banner must not lie over another ticket.
        visit: Visit,
        /// The shape.
        shape: Shape,
    },
    /// Asks what the page shows of the ticket right now. Answered by [`crate::FromPage::Page`].
    LookAtPage {
        /// Names the answer.
        id: RequestId,
        /// The visit it belongs to.
        visit: Visit,
    },
    /// Puts text into the reply composer, as a paste at its end. Answered by [`crate::FromPage::Inserted`].
    InsertReply {
        /// Names the answer.
        id: RequestId,
        /// The visit it belongs to.
        visit: Visit,
        /// The text as HTML: only `p`, `br`, `ol`, `ul`, `li`, `strong`, `em`, `a[href]`.
        html: String,
        /// The same as plain text.
        text: String,
    },
    /// Scrolls the page to a comment. Answered by [`crate::FromPage::Scrolled`].
    ScrollTo {
        /// Names the answer.
        id: RequestId,
        /// The visit it belongs to.
        visit: Visit,
        /// The comment's id.
        comment_id: u64,
        /// The audit that the page names the comment's element after.
        audit_id: Option<u64>,
    },
}

/// The only calls that the adapter makes. It builds the path itself, so that nothing else can be
/// asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "call", rename_all = "snake_case", deny_unknown_fields)]
pub enum ApiCall {
    /// `GET /api/v2/tickets/{ticket}`.
    Ticket {
        /// The ticket's number.
        ticket: u64,
    },
    /// `GET /api/v2/tickets/{ticket}/comments?page[size]=100&sort=created_at&include=users`.
    Comments {
        /// The ticket's number.
        ticket: u64,
        /// `page[after]`, for all pages but the first.
        after: Option<String>,
    },
    /// `GET /api/v2/organizations/{organization}`.
    Organization {
        /// The organization's number.
        organization: u64,
    },
    /// `GET /api/v2/users/me`.
    Me,
    /// `GET /api/v2/users/{user}`.
    User {
        /// The user's number.
        user: u64,
    },
    /// `GET /api/v2/ticket_forms`.
    TicketForms,
    /// `GET /api/v2/ticket_fields?page[size]=100`.
    TicketFields {
        /// `page[after]`, for all pages but the first.
        after: Option<String>,
    },
    /// `GET /api/v2/tickets/{ticket}/tags`.
    Tags {
        /// The ticket's number.
        ticket: u64,
    },
    /// `PUT /api/v2/tickets/{ticket}/tags`: adds.
    AddTags {
        /// The ticket's number.
        ticket: u64,
        /// The tags, and what makes the update a safe one.
        body: TagsBody,
        /// `X-CSRF-Token`, from [`ApiCall::Me`].
        csrf: String,
    },
    /// `DELETE /api/v2/tickets/{ticket}/tags`: removes.
    RemoveTags {
        /// The ticket's number.
        ticket: u64,
        /// The tags, and what makes the update a safe one.
        body: TagsBody,
        /// `X-CSRF-Token`, from [`ApiCall::Me`].
        csrf: String,
    },
    /// `GET /api/v2/search?query=...&page=N&per_page=100`.
    Search {
        /// Zendesk's search text.
        query: String,
        /// The page, from 1.
        page: u32,
    },
}

/// The body of a tag call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TagsBody {
    /// The tags to add or remove.
    pub tags: Vec<String>,
    /// The ticket's `updated_at` as last read.
    pub updated_stamp: String,
    /// `"true"`, a string, as in Zendesk's documentation.
    pub safe_update: String,
}

/// Where the frame stands in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "shape", rename_all = "snake_case", deny_unknown_fields)]
pub enum Shape {
    /// Nowhere: the ticket needs nothing.
    Hidden,
    /// Above the conversation, in a space that the adapter keeps free for it.
    Banner {
        /// The height that the content needs, in CSS pixels.
        height: u32,
    },
    /// Beside the ticket, in full height.
    Sidebar {
        /// On which side.
        side: Side,
    },
    /// Collapsed: a small handle at the window's edge.
    Handle {
        /// On which side.
        side: Side,
    },
}

/// A side of the window, by reading direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Right, where people read from left to right.
    End,
    /// Left, where people read from left to right.
    Start,
}
