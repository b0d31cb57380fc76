//! The closed set of messages between the page adapter (content script) and the panel (extension
//! page in a frame). `extension/adapter/protocol.js` checks the same set on its side.
//!
//! The channel is a `runtime` port that the panel opens to the adapter of its own tab with
//! `tabs.connect(tab, {name: "ferry-panel", frameId: 0})`. The first message is [`ToPage::Hello`]
//! with the secret that the adapter put behind the `#` of the frame's address, in a closed shadow
//! root that the page cannot read; a port with another secret is closed.
//!
//! Every request carries the visit that it was made for: a number that the adapter raises
//! whenever the ticket on screen changes. The adapter refuses a request of another visit, and the
//! panel drops an answer to one.

mod read;

use serde::{Deserialize, Serialize};

/// The protocol's version; both sides come from the same package, so another one means that the
/// extension was updated under an open page.
pub const VERSION: u32 = 1;

/// Counts the tickets shown in one browser tab since the page was loaded.
pub type Visit = u32;

/// Names one request, so that its answer can be told from others.
pub type RequestId = u32;

/// What the panel sends to the page adapter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ToPage {
    /// Opens the conversation.
    Hello {
        /// [`VERSION`].
        version: u32,
        /// The secret from the frame's address.
        secret: String,
    },
    /// A call of the ticket's Zendesk.
    Call {
        /// Answered by [`FromPage::Answer`] with the same id.
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
    /// Asks what the page shows of the ticket right now. Answered by [`FromPage::Page`].
    LookAtPage {
        /// Names the answer.
        id: RequestId,
        /// The visit it belongs to.
        visit: Visit,
    },
    /// Puts text into the reply composer, as a paste at its end. Answered by [`FromPage::Inserted`].
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
    /// Scrolls the page to a comment. Answered by [`FromPage::Scrolled`].
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
    /// `GET /api/v2/ticket_fields`.
    TicketFields,
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

/// What the page adapter sends to the panel. Where no ticket is on screen there is no frame, and
/// so nobody to tell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromPage {
    /// A ticket came on screen, or the same one is looked at again after a submit.
    Ticket {
        /// The new visit.
        visit: Visit,
        /// The ticket's number, from the address.
        ticket: u64,
        /// The Zendesk instance: `gitlab.zendesk.com`.
        host: String,
        /// The page's look.
        theme: Theme,
        /// Whether the page is laid out from right to left.
        rtl: bool,
        /// `lang` of the page.
        locale: String,
    },
    /// The agent submitted the ticket, or the page changed its tags field: read again.
    Changed {
        /// The visit it belongs to.
        visit: Visit,
    },
    /// The toolbar button or a keyboard command asks for something.
    Command {
        /// The visit it belongs to.
        visit: Visit,
        /// What.
        command: Command,
    },
    /// The answer to a call.
    Answer {
        /// The call.
        id: RequestId,
        /// The visit it belongs to.
        visit: Visit,
        /// What came back.
        outcome: Outcome,
    },
    /// What the page shows.
    Page {
        /// The request.
        id: RequestId,
        /// The visit it belongs to.
        visit: Visit,
        /// What was found.
        page: PageState,
    },
    /// What became of inserting.
    Inserted {
        /// The request.
        id: RequestId,
        /// The visit it belongs to.
        visit: Visit,
        /// The result.
        result: Insertion,
    },
    /// What became of scrolling.
    Scrolled {
        /// The request.
        id: RequestId,
        /// The visit it belongs to.
        visit: Visit,
        /// Whether the comment is in the page (older ones are loaded by the page on demand).
        found: bool,
    },
}

/// What an agent can ask for by toolbar button or key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Opens the sidebar, or closes it.
    ToggleSidebar,
    /// Inserts the draft.
    InsertDraft,
    /// Opens the prefilled ops issue.
    OpenOpsIssue,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark text on a light page.
    Light,
    /// Light text on a dark page.
    Dark,
}

/// What came back from a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case", deny_unknown_fields)]
pub enum Outcome {
    /// The server answered.
    Response {
        /// The HTTP status.
        status: u16,
        /// `content-type`, without parameters, in lower case.
        content_type: String,
        /// `retry-after`, in seconds.
        retry_after: Option<u32>,
        /// `x-zendesk-api-warn`.
        api_warn: Option<String>,
        /// The body as text.
        body: String,
    },
    /// Nothing came back: whether a write took effect is unknown.
    NoResponse,
    /// The adapter did not make the call: another ticket is on screen, or the address and the
    /// selected tab do not agree.
    Refused {
        /// Why.
        reason: Refusal,
    },
}

/// Why the adapter did nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The request was made for a ticket that is no longer on screen.
    OtherVisit,
    /// The address names one ticket, the selected tab another one.
    TabDisagrees,
    /// The call names another ticket than the one on screen.
    OtherTicket,
}

/// What the page shows of the ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageState {
    /// Whether address and selected tab agree on the ticket.
    pub tab_agrees: bool,
    /// The layout recognised: `grid`, `panes`, or none.
    pub layout: Option<String>,
    /// The tags that the page's tags field shows, where it was found.
    pub tags: Option<Vec<String>>,
    /// The composer, where it was found.
    pub composer: Option<Composer>,
    /// Selectors by name, and whether each found something.
    pub selectors: Vec<SelectorState>,
}

/// One selector's health.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelectorState {
    /// Its name in the adapter.
    pub name: String,
    /// Which of its fallbacks matched, from 0; `None`: none did.
    pub matched: Option<u32>,
}

/// The reply composer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Composer {
    /// `web`, `internal`, ...; `None` where it cannot be told.
    pub channel: Option<String>,
    /// Whether there is text in it.
    pub has_text: bool,
}

/// What became of inserting text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "result", rename_all = "snake_case", deny_unknown_fields)]
pub enum Insertion {
    /// The text is in the composer; it was read back.
    Done,
    /// No composer was found.
    NoComposer,
    /// The composer is not in public reply mode.
    NotPublic {
        /// Its channel, where it can be told.
        channel: Option<String>,
    },
    /// The agent has text in it already; nothing was changed.
    HasText,
    /// The composer did not take the text.
    NotTaken,
    /// Another ticket is on screen.
    Refused {
        /// Why.
        reason: Refusal,
    },
}

/// What the panel tells the background about its tab, over `runtime.sendMessage`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ToBackground {
    /// The toolbar button's badge.
    Badge {
        /// At most four characters; empty takes the badge away.
        text: String,
        /// Its colour.
        tone: Tone,
    },
}

/// How urgent something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Something is to be done.
    Act,
    /// Somebody else is to do something.
    Wait,
    /// Something needs a look.
    Warn,
    /// All is well.
    Done,
}

#[cfg(test)]
mod tests;
