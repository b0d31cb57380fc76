//! What the stand-in Zendesk holds.

mod fields;
mod people;
mod ticket;

pub(crate) use fields::TicketField;
pub(crate) use people::{Group, Organization, User};
pub(crate) use ticket::{Comment, Ticket, normalise_tags};
