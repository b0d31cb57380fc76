//! The one thing that Ferry writes: support-level tags of a ticket.
//!
//! [`plan`] turns an assessment into a [`TagChange`] or says why not; [`run`] carries it out and
//! brings a [`Report`] of what is true; [`Report::undo`] is the way back, by the same protocol.
//! The README has the protocol as a list, and why it holds.

mod change;
mod changes;
mod conclude;
mod journal;
mod page;
mod plan;
mod reading;
mod reason;
mod report;
mod run;
mod step;
mod words;

pub use change::TagChange;
pub use changes::Changes;
pub use journal::{Entry, Journal};
pub use page::{Notice, OnScreen, Page, better_together, notices};
pub use plan::plan;
pub use reading::Reading;
pub use reason::Reason;
pub use report::{Ending, Report, Stop};
pub use run::run;
