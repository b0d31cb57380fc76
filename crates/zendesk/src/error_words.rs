//! An error in two sentences: what happened, and what to do next.

use std::fmt;

use ferry_protocol::Refusal;

use crate::error::{About, ConflictCause, Error, Fault};

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
            Self::NotFound => "Reload the page, and check whether it was merged or deleted.",
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
