//! From a comment's text to clean sentences: mail quotes, forwarded mail, code and log lines are
//! taken out, wrapped lines are joined, and each sentence knows where it stands in the source.

mod clean;
mod html;
mod sentence;
mod token;

use std::ops::Range;

pub(crate) use clean::{Reader, paragraphs};
pub(crate) use sentence::sentences;
pub(crate) use token::{Kind, Token, fold, fold_into, is_from_contraction, tokenize};

/// One sentence, or one list entry or `key: value` line.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// Its tokens, without the mark that ends it.
    pub(crate) tokens: Vec<Token>,
    /// Whether it is a question.
    pub(crate) question: bool,
}

impl Sentence {
    /// Where the sentence stands in the text that was read.
    pub(crate) fn range(&self) -> Range<usize> {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(first), Some(last)) => first.range.start..last.range.end,
            _ => 0..0,
        }
    }
}

/// A text with the way back to the source it was made from.
#[derive(Debug, Clone)]
pub(crate) struct Readable {
    /// The text to read.
    pub(crate) text: String,
    /// For HTML: pairs of (offset in `text`, offset in the source), ascending.
    map: Vec<(usize, usize)>,
}

impl Readable {
    /// Takes plain text as it is, and the text of HTML.
    pub(crate) fn new(source: &str, is_html: bool) -> Self {
        if is_html {
            let (text, map) = html::text(source);
            Self { text, map }
        } else {
            Self {
                text: source.to_owned(),
                map: Vec::new(),
            }
        }
    }

    /// Where a range of `text` stands in the source.
    pub(crate) fn source_range(&self, range: &Range<usize>) -> Range<usize> {
        let back = |offset: usize| {
            let at = self.map.partition_point(|&(text, _)| text <= offset);
            match at.checked_sub(1).and_then(|index| self.map.get(index)) {
                Some(&(text, source)) => source + (offset - text),
                None => offset,
            }
        };
        let start = back(range.start);
        let last = back(range.end.saturating_sub(1).max(range.start));
        start..(last + 1).max(start)
    }
}
