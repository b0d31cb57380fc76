//! A text with the places that conclusions rest on marked.

use ferry_core::{Conclusion, Evidence};

/// A piece of a text, and what it proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) proves: Vec<Conclusion>,
}

/// Cuts a text at the ends of all quotes from it; quotes may overlap.
pub(super) fn pieces<'e>(text: &str, quotes: impl Iterator<Item = &'e Evidence>) -> Vec<Piece> {
    let inside = |quote: &&Evidence| {
        quote.start < quote.end
            && text.is_char_boundary(quote.start)
            && text.is_char_boundary(quote.end)
            && quote.end <= text.len()
    };
    let quotes: Vec<&Evidence> = quotes.filter(inside).collect();
    let mut cuts = vec![0, text.len()];
    cuts.extend(quotes.iter().flat_map(|quote| [quote.start, quote.end]));
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |ends: &[usize]| {
        let (start, end) = (*ends.first()?, *ends.last()?);
        let mut proves: Vec<Conclusion> = Vec::new();
        for quote in quotes
            .iter()
            .filter(|quote| quote.start <= start && end <= quote.end)
        {
            if !proves.contains(&quote.supports) {
                proves.push(quote.supports);
            }
        }
        let text = text.get(start..end)?.to_owned();
        Some(Piece { text, proves })
    };
    cuts.windows(2).filter_map(piece).collect()
}

#[cfg(test)]
mod tests {
    use ferry_core::Source;

    use super::*;

    fn quote(start: usize, end: usize, supports: Conclusion) -> Evidence {
        Evidence {
            source: Source::OrganizationNotes,
            start,
            end,
            quote: String::new(),
            supports,
        }
    }

    #[test]
    fn overlapping_quotes_are_both_told() {
        let quotes = [
            quote(0, 5, Conclusion::Migration),
            quote(3, 8, Conclusion::Level),
            quote(90, 99, Conclusion::Asked),
        ];
        let pieces = pieces("abcdefghij", quotes.iter());
        let told: Vec<(&str, usize)> = pieces
            .iter()
            .map(|piece| (piece.text.as_str(), piece.proves.len()))
            .collect();
        assert_eq!(told, [("abc", 1), ("de", 2), ("fgh", 1), ("ij", 0)]);
    }

    #[test]
    fn without_quotes_the_text_is_one_piece() {
        assert_eq!(pieces("ä", [].iter()).len(), 1);
        assert_eq!(pieces("", [].iter()), []);
        // A place inside a character is none.
        assert_eq!(
            pieces("ä", [quote(1, 2, Conclusion::Level)].iter()).len(),
            1
        );
    }
}
