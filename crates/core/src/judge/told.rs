use chrono::NaiveDate;

use crate::policy::{LevelId, OfferingId, Policy};

/// What the engineer knows better: each field that is set replaces what the texts say.
///
/// A `to` also states that there is a migration, as surely as an internal note does. Ids that the
/// policy does not have count as not set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The offering that the ticket's problem is about.
    pub problem: Option<OfferingId>,
    /// The offering that is left.
    pub from: Option<OfferingId>,
    /// The offering to go to.
    pub to: Option<OfferingId>,
    /// The support level on `to`.
    pub level: Option<LevelId>,
    /// The target date.
    pub date: Option<NaiveDate>,
}

/// The same, by places in the policy.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ToldInPolicy {
    pub(super) problem: Option<usize>,
    pub(super) from: Option<usize>,
    pub(super) to: Option<usize>,
    pub(super) level: Option<usize>,
    pub(super) date: Option<NaiveDate>,
}

impl Told {
    pub(super) fn in_policy(&self, policy: &Policy) -> ToldInPolicy {
        let offering = |id: &Option<OfferingId>| {
            let id = id.as_ref()?;
            policy.offerings.iter().position(|known| &known.id == id)
        };
        let level = |id: &LevelId| policy.levels.iter().position(|known| &known.id == id);
        ToldInPolicy {
            problem: offering(&self.problem),
            from: offering(&self.from),
            to: offering(&self.to),
            level: self.level.as_ref().and_then(level),
            date: self.date,
        }
    }
}
