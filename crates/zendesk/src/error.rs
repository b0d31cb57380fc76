//! What can go wrong with a call: what happened, to what, and what to do next.

use std::fmt;

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

/// Two sentences: what happened, and what to do next.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}. {}", self.about, self.fault, self.fault.next())
    }
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ticket(id) => write!(f, "Ticket {id} could not be read"),
            Self::Comments(id) => write!(f, "The comments of ticket {id} could not be read"),
            Self::Tags(id) => write!(f, "The tags of ticket {id} could not be read"),
            Self::TagChange(id) => write!(f, "The tags of ticket {id} could not be changed"),
            Self::Organization(id) => write!(f, "Organization {id} could not be read"),
            Self::User(id) => write!(f, "User {id} could not be read"),
            Self::Me => f.write_str("Who is signed in could not be read"),
            Self::TicketForms => f.write_str("The ticket forms could not be read"),
            Self::TicketFields => f.write_str("The ticket fields could not be read"),
            Self::Search => f.write_str("The search did not work"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignedOut => f.write_str("Zendesk does not take your session"),
            Self::Forbidden => f.write_str("your Zendesk role does not allow it"),
            Self::NotFound => f.write_str("it does not exist, or was deleted"),
            Self::Conflict {
                cause: ConflictCause::Update,
                changes,
            } if changes.is_empty() => f.write_str("somebody else changed the ticket first"),
            Self::Conflict {
                cause: ConflictCause::Update,
                changes,
            } => {
                write!(f, "somebody else changed the ticket first ({changes})")
            }
            Self::Conflict {
                cause: ConflictCause::Database,
                ..
            } => f.write_str("it was being saved at the same moment"),
            Self::RateLimited {
                seconds: Some(seconds),
            } => {
                write!(f, "Zendesk asks to wait for {seconds} seconds")
            }
            Self::RateLimited { seconds: None } => f.write_str("Zendesk asks for fewer calls"),
            Self::Unavailable { status, .. } => {
                write!(f, "Zendesk is out of order for a moment ({status})")
            }
            Self::Closed => f.write_str("the ticket is closed"),
            Self::Invalid {
                field: Some(field),
                text,
            } => {
                write!(f, "Zendesk does not accept the field {field}: {text}")
            }
            Self::Invalid { field: None, text } => write!(f, "Zendesk does not accept it: {text}"),
            Self::NotJson { content_type } if content_type.is_empty() => {
                f.write_str("Zendesk answered with something else than data")
            }
            Self::NotJson { content_type } => {
                write!(f, "Zendesk answered with {content_type} instead of data")
            }
            Self::Garbled => f.write_str("the answer broke off or was damaged"),
            Self::Missing { field } => write!(f, "the answer has no usable \"{field}\""),
            Self::NoResponse => f.write_str("no answer came"),
            Self::OtherTicket {
                reason: Refusal::TabDisagrees,
            } => f.write_str("the address and the selected tab show different tickets"),
            Self::OtherTicket { .. } => f.write_str("another ticket is on screen now"),
            Self::Unprotected { keys } => {
                write!(
                    f,
                    "Zendesk ignored a part of the request ({})",
                    keys.join(", ")
                )
            }
            Self::Status { status } => write!(f, "Zendesk answered with status {status}"),
            Self::Busy => f.write_str("it is being changed all the time"),
            Self::Cancelled => f.write_str("you cancelled it"),
        }
    }
}

impl Fault {
    /// What to do next.
    fn next(&self) -> &'static str {
        match self {
            Self::SignedOut | Self::NotJson { .. } => {
                "Reload the page, sign in if Zendesk asks you to, and try again."
            }
            Self::Forbidden => "Ask a colleague with more rights, or your Zendesk administrator.",
            Self::NotFound => "Check whether the ticket was merged or deleted.",
            Self::Conflict {
                cause: ConflictCause::Update,
                ..
            } => "Look at the ticket as it is now, and try again if it still fits.",
            Self::Conflict { .. } | Self::Busy | Self::Garbled => "Try again in a moment.",
            Self::RateLimited { .. } | Self::Unavailable { .. } => {
                "Wait for a moment, then try again."
            }
            Self::Closed => "Use a follow-up ticket: a closed one cannot be changed.",
            Self::Invalid { .. } => {
                "Make the change by hand in Zendesk, which shows what is wrong."
            }
            Self::Missing { .. } | Self::Status { .. } => {
                "Try again; if it stays like this, report it with the name of this message."
            }
            Self::NoResponse => "Check your connection, and try again.",
            Self::OtherTicket { .. } => "Go back to the ticket, and try again.",
            Self::Unprotected { .. } => "Look at the ticket's tags, and report this message.",
            Self::Cancelled => "Start it again when you want to.",
        }
    }
}
