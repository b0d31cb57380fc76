#![doc = include_str!("../README.md")]

pub mod assessment;
mod dates;
pub mod draft;
mod judge;
mod lexicon;
pub mod policy;
pub mod sieve;
mod signals;
mod text;
pub mod ticket;

pub use assessment::{Assessment, Conclusion, Evidence, Source, Stage};
pub use chrono::NaiveDate;
pub use judge::{Judge, Texts, Told};
pub use policy::{LevelId, OfferingId, Policy};
pub use ticket::Record;

/// Judges a ticket as of `today`.
///
/// For many tickets, make one [`Judge`] and use it for all.
pub fn assess(policy: &Policy, record: &Record, today: NaiveDate) -> Assessment {
    Judge::new(policy).assess(record, today)
}
