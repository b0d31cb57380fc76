//! What is different between two readings of a ticket.

use std::fmt;

/// The differences that matter for tags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Tags that came.
    pub added: Vec<String>,
    /// Tags that went.
    pub removed: Vec<String>,
    /// The status before and after, where it is another one.
    pub status: Option<(String, String)>,
}

impl Changes {
    pub(super) fn between<'a>(
        old: impl IntoIterator<Item = &'a String>,
        new: impl IntoIterator<Item = &'a String>,
    ) -> Self {
        let old: Vec<&String> = old.into_iter().collect();
        let new: Vec<&String> = new.into_iter().collect();
        let without = |some: &[&String], others: &[&String]| -> Vec<String> {
            some.iter()
                .filter(|tag| !others.contains(tag))
                .map(|tag| (*tag).clone())
                .collect()
        };
        Self {
            added: without(&new, &old),
            removed: without(&old, &new),
            status: None,
        }
    }

    /// Whether neither tags nor status are different.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// "added a, b; removed c; status open to closed".
impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if !self.added.is_empty() {
            parts.push(format!("added {}", self.added.join(", ")));
        }
        if !self.removed.is_empty() {
            parts.push(format!("removed {}", self.removed.join(", ")));
        }
        if let Some((old, new)) = &self.status {
            parts.push(format!("status {old} to {new}"));
        }
        if parts.is_empty() {
            return f.write_str("neither tags nor status");
        }
        f.write_str(&parts.join("; "))
    }
}
