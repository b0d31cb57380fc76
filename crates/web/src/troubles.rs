//! The last errors, by their kind and time only, for the health page and its report.

use serde::{Deserialize, Serialize};

use crate::{clock, storage};

const NAME: &str = "troubles";
/// Older ones explain nothing any more.
const MOST: usize = 20;

/// Something that did not work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// The stable name of the error or the outcome.
    pub kind: String,
}

/// The last ones, newest last.
pub async fn last() -> Vec<Trouble> {
    storage::load(NAME).await.unwrap_or_default()
}

/// Notes that something did not work.
pub async fn note(kind: &str) {
    let mut all = last().await;
    all.push(Trouble {
        at: clock::stamp(),
        kind: kind.to_owned(),
    });
    let surplus = all.len().saturating_sub(MOST);
    storage::save(NAME, &all.split_off(surplus)).await;
}
