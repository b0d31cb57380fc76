//! What can go wrong with a call. `error_words.rs` says it in sentences.

use ferry_protocol::Refusal;

use crate::tags::Changes;

/// A call that did not bring what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What was to be read or written.
    pub about: About,
    /// What happened.
    pub fault: Fault,
}

/// What a call was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Reading the ticket with this number.
    Ticket(u64),
    /// Reading the comments of this ticket.
    Comments(u64),
    /// Reading the tags of this ticket.
    Tags(u64),
    /// Changing the tags of this ticket.
    TagChange(u64),
    /// Reading this organization.
    Organization(u64),
    /// Reading this user.
    User(u64),
    /// Reading who is signed in.
    Me,
    /// Reading the ticket forms.
    TicketForms,
    /// Reading the ticket fields.
    TicketFields,
    /// Searching.
    Search,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nobody is signed in, or Zendesk does not take the session.
    SignedOut,
    /// The agent may not do this.
    Forbidden,
    /// It does not exist, or was deleted.
    NotFound,
    /// Somebody else's update came first; nothing was written.
    Conflict {
        /// Which of the two conflicts.
        cause: ConflictCause,
        /// What changed on the ticket, where it was read again.
        changes: Changes,
    },
    /// Too many calls.
    RateLimited {
        /// How long Zendesk asks to wait.
        seconds: Option<u32>,
    },
    /// Zendesk is out of order for a moment.
    Unavailable {
        /// The HTTP status.
        status: u16,
        /// How long Zendesk asks to wait.
        seconds: Option<u32>,
    },
    /// The ticket is closed: nothing on it can be changed any more.
    Closed,
    /// Zendesk does not accept the values.
    Invalid {
        /// The field that it names.
        field: Option<String>,
        /// What it says about it.
        text: String,
    },
    /// The answer is not JSON: most often a sign-in page.
    NotJson {
        /// What it is instead.
        content_type: String,
    },
    /// The answer breaks off or is damaged.
    Garbled,
    /// The answer lacks something that it must have.
    Missing {
        /// What.
        field: &'static str,
    },
    /// No answer came.
    NoResponse,
    /// The call was not made: another ticket is on screen.
    OtherTicket {
        /// What the page adapter says.
        reason: Refusal,
    },
    /// Zendesk ignored what makes the write safe.
    Unprotected {
        /// The keys that it ignored.
        keys: Vec<String>,
    },
    /// A status that Zendesk does not document.
    Status {
        /// The HTTP status.
        status: u16,
    },
    /// The ticket was changed again and again while Ferry waited for a quiet moment.
    Busy,
    /// The agent cancelled.
    Cancelled,
}

/// The two conflicts that Zendesk tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConflictCause {
    /// The ticket was updated since it was read.
    Update,
    /// Two updates collided inside Zendesk.
    Database,
}

impl Error {
    pub(crate) fn new(about: About, fault: Fault) -> Self {
        Self { about, fault }
    }

    /// A stable name of what happened, for translations and tests.
    pub fn kind(&self) -> &'static str {
        match self.fault {
            Fault::SignedOut => "signed_out",
            Fault::Forbidden => "forbidden",
            Fault::NotFound => "not_found",
            Fault::Conflict {
                cause: ConflictCause::Update,
                ..
            } => "conflict",
            Fault::Conflict {
                cause: ConflictCause::Database,
                ..
            } => "database_conflict",
            Fault::RateLimited { .. } => "rate_limited",
            Fault::Unavailable { .. } => "unavailable",
            Fault::Closed => "closed",
            Fault::Invalid { .. } => "invalid",
            Fault::NotJson { .. } => "not_json",
            Fault::Garbled => "garbled",
            Fault::Missing { .. } => "missing",
            Fault::NoResponse => "no_response",
            Fault::OtherTicket { .. } => "other_ticket",
            Fault::Unprotected { .. } => "unprotected",
            Fault::Status { .. } => "status",
            Fault::Busy => "busy",
            Fault::Cancelled => "cancelled",
        }
    }
}

impl std::error::Error for Error {}
