//! Visible text: a name in `_locales` with its values, resolved when it is shown.

/// A sentence in the agent's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) key: &'static str,
    pub(crate) values: Vec<String>,
}

/// The text with this name in `_locales`.
pub(crate) fn text(key: &'static str) -> Text {
    Text {
        key,
        values: Vec::new(),
    }
}

impl Text {
    /// Fills the next placeholder.
    pub(crate) fn with(mut self, value: impl ToString) -> Self {
        self.values.push(value.to_string());
        self
    }
}
