//! The tags of the model: few enough to be bits, so that a million runs take seconds.

use std::collections::BTreeSet;

use ferry_core::Policy;

/// A set of tags.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tags(u16);

/// All there are; the first [`LEVELS`] are support-level tags, the first [`CURRENT`] of them of
/// the scheme in use.
pub(crate) const NAMES: [&str; 11] = [
    "sub_sm_premium",
    "sub_sm_ultimate",
    "sub_dotcom_premium",
    "sub_dotcom_ultimate",
    "sub_gitlab_dedicated",
    "premium",
    "gold",
    "vip",
    "sub_consumption_ci",
    "bug",
    "emea",
];
const CURRENT: usize = 5;
const LEVELS: usize = 7;

impl Tags {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const ALL: Self = Self((1 << NAMES.len()) - 1);
    pub(crate) const LEVEL: Self = Self((1 << LEVELS) - 1);
    pub(crate) const CURRENT: Self = Self((1 << CURRENT) - 1);

    pub(crate) fn one(index: usize) -> Self {
        Self(1 << index)
    }

    /// `None` if one of the names is not of this world.
    pub(crate) fn named<'a>(names: impl IntoIterator<Item = &'a String>) -> Option<Self> {
        names.into_iter().try_fold(Self::NONE, |tags, name| {
            let index = NAMES.iter().position(|known| known == name)?;
            Some(tags.and(Self::one(index)))
        })
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) fn among(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn level(self) -> Self {
        self.among(Self::LEVEL)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn contains(self, other: Self) -> bool {
        other.without(self).is_empty()
    }

    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES
            .iter()
            .enumerate()
            .filter(move |(index, _)| self.contains(Self::one(*index)))
            .map(|(_, name)| *name)
    }

    pub(crate) fn owned<C: FromIterator<String>>(self) -> C {
        self.names().map(str::to_owned).collect()
    }

    pub(crate) fn is_set(self, names: &BTreeSet<String>) -> bool {
        Self::named(names) == Some(self)
    }
}

impl std::fmt::Debug for Tags {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.names()).finish()
    }
}

/// The model's idea of support-level tags is the policy's.
#[test]
fn the_bits_agree_with_the_policy() {
    let policy = Policy::gitlab();
    for (index, name) in NAMES.iter().enumerate() {
        let in_table = policy.tags.iter().find(|entry| entry.tag == *name);
        assert_eq!(in_table.is_some(), index < LEVELS, "{name}");
        let current =
            in_table.is_some_and(|entry| entry.scheme == ferry_core::policy::Scheme::Current);
        assert_eq!(current, index < CURRENT, "{name}");
    }
}
