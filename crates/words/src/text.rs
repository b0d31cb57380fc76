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
    /// Fills the next placeholder. Names and tags are written by others: what would turn the rest of
    /// the sentence around, or is no sign at all, is left out.
    pub fn with(mut self, value: impl ToString) -> Self {
        self.values
            .push(value.to_string().chars().filter(is_plain).collect());
        self
    }
}

/// Neither a control character nor one that changes the direction of what follows.
fn is_plain(sign: &char) -> bool {
    !sign.is_control()
        && !matches!(sign, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_others_wrote_cannot_turn_a_sentence_around() {
        let said = text("report_removed").with("a\u{202e}b\u{2066}\u{7}c\u{2028}d é");
        assert_eq!(said.values, ["abcd é"]);
    }
}
