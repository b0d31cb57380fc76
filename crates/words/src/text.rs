//! Visible text: a name in `_locales` with its values, resolved when it is shown.

/// A sentence in the agent's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The name.
    pub key: &'static str,
    /// What its placeholders stand for, in their order.
    pub values: Vec<String>,
}

/// The text with this name in `_locales`.
pub fn text(key: &'static str) -> Text {
    Text {
        key,
        values: Vec::new(),
    }
}

impl Text {
    /// Fills the next placeholder.
    pub fn with(mut self, value: impl ToString) -> Self {
        self.values.push(value.to_string());
        self
    }
}
