//! What the page adapter tells and answers.

use serde::{Deserialize, Serialize};

use crate::{RequestId, Visit};

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
    /// Whether the agent did something in the ticket's other fields since the last submit: the page
    /// has no sign of what is unsaved.
    pub edited: bool,
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
