#![doc = include_str!("../README.md")]

mod answers;
mod client;
mod comments;
mod envelope;
mod error;
mod error_words;
mod patience;
mod pause;
mod record;
pub mod tags;
mod transport;
mod warn;

pub use answers::{
    FieldTags, Me, OrganizationAnswer, Rights, SearchPage, TicketAnswer, TicketForm,
};
pub use client::Client;
pub use comments::{Comments, Conversation, Gap};
pub use error::{About, ConflictCause, Error, Fault};
pub use patience::patiently;
pub use pause::{Flow, Pause, Wait, Why};
pub use record::{Reading, record};
pub use transport::Transport;
