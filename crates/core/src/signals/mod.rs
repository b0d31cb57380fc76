//! Signals: what a sentence can say about a migration. One a file; each with what it does, why it
//! matters, and sentences that it finds and passes over, which a test holds it to.

pub(crate) mod asked;
pub(crate) mod frame;
pub(crate) mod labelled_ends;
pub(crate) mod level;
pub(crate) mod movement;
pub(crate) mod ops_link;
pub(crate) mod set_up_block;
pub(crate) mod target_date;
pub(crate) mod verdict;

/// What every signal shows of itself.
#[cfg(test)]
pub(crate) struct Card {
    /// The signal's name.
    pub(crate) name: &'static str,
    /// The documentation of its file.
    pub(crate) source: &'static str,
    /// Sentences in which it is found.
    pub(crate) finds: &'static [&'static str],
    /// Sentences in which it is not.
    pub(crate) passes: &'static [&'static str],
    /// Whether it is found in a sentence.
    pub(crate) found: fn(&str) -> bool,
}

#[cfg(test)]
mod tests;
