//! Paragraphs into sentences.

use std::ops::Range;

use super::{Kind, Sentence, Token, tokenize};

/// Splits paragraphs (each a list of line ranges of `text`) into sentences.
pub(crate) fn sentences(text: &str, paragraphs: &[Vec<Range<usize>>]) -> Vec<Sentence> {
    let mut found = Vec::new();
    for lines in paragraphs {
        let mut tokens = Vec::new();
        for line in lines {
            tokenize(text, line.clone(), &mut tokens);
        }
        split(tokens, &mut found);
    }
    found
}

fn split(tokens: Vec<Token>, found: &mut Vec<Sentence>) {
    let mut current = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if ends_sentence(&current, &token, tokens.peek()) {
            let mut question = token.is_punct('?') || token.is_punct('？');
            while let Some(next) = tokens.next_if(|next| is_terminal(next) && !next.spaced) {
                question |= next.is_punct('?');
            }
            flush(&mut current, question, found);
        } else {
            current.push(token);
            if current.len() >= LONGEST {
                flush(&mut current, false, found);
            }
        }
    }
    flush(&mut current, false, found);
}

/// A sentence longer than this is cut: what it says further on is read as another one, and no
/// rule that looks about in a sentence can take quadratic time.
const LONGEST: usize = 160;

fn flush(current: &mut Vec<Token>, question: bool, found: &mut Vec<Sentence>) {
    let mut rest = std::mem::take(current);
    while !rest.is_empty() {
        let next = rest.split_off(rest.len().min(LONGEST));
        if rest.iter().any(|token| token.kind != Kind::Punct) {
            found.push(Sentence {
                tokens: rest,
                question,
            });
        }
        rest = next;
    }
}

fn is_terminal(token: &Token) -> bool {
    token.kind == Kind::Punct
        && token
            .norm
            .starts_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// Words after which a full stop ends an abbreviation, not a sentence.
const ABBREVIATIONS: &[&str] = &[
    "approx", "acc", "incl", "e.g", "i.e", "eg", "ie", "mr", "mrs", "ms", "dr", "nr", "no", "vs",
    "ca", "cf", "resp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "okt", "nov", "dec", "dez", "est", "max", "min", "corp", "inc", "ltd", "co", "ing", "st",
];

fn ends_sentence(before: &[Token], mark: &Token, next: Option<&Token>) -> bool {
    if !is_terminal(mark) || mark.spaced {
        return is_terminal(mark) && next.is_none_or(|next| next.spaced);
    }
    let Some(next) = next else { return true };
    if !mark.is_punct('.') {
        return true;
    }
    let Some(last) = before.last() else {
        return true;
    };
    if !next.spaced {
        // A full stop inside something: a date, a version, "end.Next" is too rare to matter.
        return is_terminal(next) || matches!(next.norm.as_str(), ")" | "\"" | "*" | "_");
    }
    if ABBREVIATIONS.contains(&last.norm.as_str())
        || (last.norm.len() == 1 && last.kind == Kind::Word)
    {
        return false;
    }
    // "31. Januar", "1. April": an ordinal before a month.
    !(last.kind == Kind::Number && last.norm.len() <= 2 && crate::dates::is_month(&next.norm))
}
