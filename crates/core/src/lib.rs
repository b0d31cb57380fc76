//! Ferry's core: policy, ticket and today in; assessment with evidence out.
//!
//! No clock, network or page; no panic on any input.

pub mod assessment;
pub mod policy;
pub mod ticket;

pub use assessment::{Assessment, Conclusion, Evidence, Source, Stage};
pub use chrono::NaiveDate;
pub use policy::{LevelId, OfferingId, Policy};
pub use ticket::Record;

/// Judges a ticket as of `today`.
pub fn assess(_policy: &Policy, record: &Record, _today: NaiveDate) -> Assessment {
    Assessment {
        ticket_id: record.ticket.id,
        stage: Stage::NoAction,
        problem_offering: None,
        from: None,
        to: None,
        level: None,
        target_date: None,
        remove: Vec::new(),
        add: Vec::new(),
        ops_issue: None,
        evidence: Vec::new(),
        warnings: Vec::new(),
    }
}
