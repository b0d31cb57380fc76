//! Words, numbers, addresses and marks of a piece of text, folded so that case, accents,
//! apostrophes and odd spaces make no difference.

use std::ops::Range;

use smol_str::SmolStr;

/// One token. Its text is folded; its range points into the text that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// What kind of token it is.
    pub(crate) kind: Kind,
    /// The folded text: lower case, no accents, contractions written out.
    pub(crate) norm: SmolStr,
    /// Where it stands in the source text.
    pub(crate) range: Range<usize>,
    /// Whether white space (or the text's start) stands before it.
    pub(crate) spaced: bool,
}

/// What kind of token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word, also one with digits or dots in it (`gitlab.com`, `q1`).
    Word,
    /// Digits only.
    Number,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// An arrow of any make.
    Arrow,
    /// Any other visible character.
    Punct,
}

impl Token {
    pub(crate) fn is(&self, norm: &str) -> bool {
        self.norm == norm
    }

    pub(crate) fn is_punct(&self, mark: char) -> bool {
        self.kind == Kind::Punct && self.norm.starts_with(mark)
    }

    /// The number that the token is, where it is one of a sensible size.
    pub(crate) fn number(&self) -> Option<u32> {
        (self.kind == Kind::Number && self.norm.len() <= 8)
            .then(|| self.norm.parse().ok())
            .flatten()
    }
}

/// Splits `text[range]` into tokens and appends them to `into`.
pub(crate) fn tokenize(text: &str, range: Range<usize>, into: &mut Vec<Token>) {
    let mut scanner = Scanner {
        text,
        at: range.start,
        end: range.end,
        spaced: true,
        folded: String::new(),
    };
    while let Some(first) = scanner.peek() {
        if is_space(first) {
            scanner.at += first.len_utf8();
            scanner.spaced = true;
        } else if is_ignorable(first) {
            scanner.at += first.len_utf8();
        } else {
            scanner.token(first, into);
            scanner.spaced = false;
        }
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    spaced: bool,
    /// Folded text of the token at hand; kept, so that not every token needs memory of its own.
    folded: String,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn token(&mut self, first: char, into: &mut Vec<Token>) {
        let rest = self.rest();
        if let Some(length) = url_length(rest) {
            self.push(Kind::Url, length, into);
        } else if first.is_alphanumeric() || dot_word(rest) {
            self.word(into);
        } else if let Some(length) = arrow_length(rest) {
            self.push(Kind::Arrow, length, into);
        } else if first == '-' && self.glues_words() {
            self.at += 1;
        } else {
            self.push(Kind::Punct, first.len_utf8(), into);
        }
    }

    fn push(&mut self, kind: Kind, length: usize, into: &mut Vec<Token>) {
        let range = self.take(length);
        let norm = match kind {
            Kind::Arrow => SmolStr::new_static("->"),
            _ => SmolStr::new(&self.folded),
        };
        into.push(Token {
            kind,
            norm,
            range,
            spaced: self.spaced,
        });
    }

    /// Goes on behind the next token, and folds it.
    fn take(&mut self, length: usize) -> Range<usize> {
        let range = self.at..self.at + length;
        self.folded.clear();
        let raw = self.text.get(range.clone()).unwrap_or_default();
        fold_into(raw, &mut self.folded);
        self.at = range.end;
        range
    }

    /// A hyphen inside a compound (`self-managed`) only parts its words; between digits it is a
    /// mark of its own, because dates need it.
    fn glues_words(&self) -> bool {
        let before = self.text.get(..self.at).and_then(|t| t.chars().next_back());
        let after = self.rest().chars().nth(1);
        match (before, after) {
            (Some(before), Some(after)) => {
                before.is_alphanumeric()
                    && after.is_alphanumeric()
                    && !(before.is_ascii_digit() && after.is_ascii_digit())
            }
            _ => false,
        }
    }

    fn word(&mut self, into: &mut Vec<Token>) {
        let range = self.take(word_length(self.rest()));
        let spaced = self.spaced;
        let mut emit = |kind, norm: &str| {
            into.push(Token {
                kind,
                norm: SmolStr::new(norm),
                range: range.clone(),
                spaced,
            });
        };
        let norm = self.folded.as_str();
        if norm.contains('@') {
            emit(Kind::Email, norm);
        } else if norm.bytes().all(|byte| byte.is_ascii_digit()) {
            emit(Kind::Number, norm);
        } else if let Some(parts) = contraction(norm) {
            parts
                .iter()
                .filter(|part| !part.is_empty())
                .for_each(|part| emit(Kind::Word, part));
        } else {
            emit(Kind::Word, norm.strip_suffix("'s").unwrap_or(norm));
        }
    }
}

/// How many bytes of `rest` are one word. Dots, apostrophes, `_`, `@` and, in paths such as
/// `gitlab.com/group`, slashes belong to it where letters or digits follow.
fn word_length(rest: &str) -> usize {
    // Most words are plain letters and digits, and end at a blank.
    let plain = rest
        .bytes()
        .position(|byte| !byte.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    if matches!(rest.as_bytes().get(plain), None | Some(b' ' | b'\n')) && plain > 0 {
        return plain;
    }
    let mut end = plain.saturating_sub(1);
    let mut domain = false;
    let mut chars = rest
        .get(end..)
        .unwrap_or_default()
        .char_indices()
        .peekable();
    while let Some((at, c)) = chars.next() {
        let at = plain.saturating_sub(1) + at;
        let next = chars.peek().map(|&(_, next)| next);
        let inner = next.is_some_and(char::is_alphanumeric);
        let keeps = c.is_alphanumeric()
            || is_ignorable(c)
            || (c == '.' && inner && !splits_at_dot(rest, at))
            || (is_apostrophe(c) && next.is_some_and(char::is_alphabetic))
            || (matches!(c, '_' | '@') && (inner || next == Some('_')))
            || (domain && matches!(c, '/' | '-' | '_') && inner);
        if !keeps {
            break;
        }
        domain |= c == '.' && at > 0 && next.is_some_and(char::is_alphabetic);
        end = at + c.len_utf8();
    }
    end.max(rest.chars().next().map_or(0, char::len_utf8))
}

/// `31.12.2026` stays apart, so that the date parser sees numbers; `18.5.2` too, for which
/// nobody looks.
fn splits_at_dot(rest: &str, at: usize) -> bool {
    let before = rest.get(..at).unwrap_or_default();
    !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit())
}

fn dot_word(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next() == Some('.') && chars.next().is_some_and(char::is_alphabetic)
}

fn url_length(rest: &str) -> Option<usize> {
    if !rest.starts_with(['h', 'H']) {
        return None;
    }
    let head = rest.get(..8).or_else(|| rest.get(..7))?;
    let lower = head.to_ascii_lowercase();
    if !(lower.starts_with("http://") || lower.starts_with("https://")) {
        return None;
    }
    let end = rest
        .find(|c: char| is_space(c) || matches!(c, '<' | '>' | '"' | '|' | ')' | ']' | '`'))
        .unwrap_or(rest.len());
    let url = rest.get(..end)?;
    Some(
        url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_'])
            .len(),
    )
}

/// How arrows are typed.
const ARROWS: &[&str] = &[
    "-->", "==>", "->", "=>", ">>>", ">>", "→", "⇒", "➜", "➔", "⟶", "➡",
];

fn arrow_length(rest: &str) -> Option<usize> {
    ARROWS
        .iter()
        .find(|arrow| rest.starts_with(**arrow))
        .map(|arrow| arrow.len())
}

/// Lower case, plain letters, straight apostrophes, nothing invisible.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// As [`fold`], appended to `folded`.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    let mut rest = text;
    while !rest.is_empty() {
        // Most text is plain: copied in one piece, several times as fast as by the character.
        let plain = rest
            .bytes()
            .position(|byte| !matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t'))
            .unwrap_or(rest.len());
        let (run, other) = rest.split_at(plain);
        let start = folded.len();
        folded.push_str(run);
        if let Some(run) = folded.get_mut(start..) {
            run.make_ascii_lowercase();
        }
        let mut chars = other.chars();
        if let Some(c) = chars.next() {
            push_any_folded(c, folded);
        }
        rest = chars.as_str();
    }
}

fn push_any_folded(c: char, folded: &mut String) {
    if is_ignorable(c) {
        return;
    }
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
    } else if is_space(c) {
        folded.push(' ');
    } else {
        push_folded(c, folded);
    }
}

fn push_folded(c: char, folded: &mut String) {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{ff07}' | '`' | '\u{b4}' => folded.push('\''),
        '\u{2010}'..='\u{2012}' => folded.push('-'),
        '\u{ff01}'..='\u{ff5e}' => {
            let ascii = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
            folded.push(ascii.to_ascii_lowercase());
        }
        _ => c
            .to_lowercase()
            .for_each(|lower| match plain_letter(lower) {
                Some(plain) => folded.push_str(plain),
                None if is_ignorable(lower) => {}
                None => folded.push(lower),
            }),
    }
}

/// The letter without its accent, for the letters that months and offerings are written with.
fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' => "s",
        'ß' => "ss",
        'ť' | 'ţ' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{ff07}')
}

pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{2800}'
}

/// Characters that nobody sees: joiners, direction marks, soft hyphens, accents of their own.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{300}'..='\u{36f}')
        || (c.is_control() && !c.is_whitespace())
}

/// Negated verbs in one word, and the verbs in them.
const NEGATED: &[(&str, &str)] = &[
    ("won't", "will"),
    ("wont", "will"),
    ("can't", "can"),
    ("cant", "can"),
    ("cannot", "can"),
    ("don't", "do"),
    ("dont", "do"),
    ("doesn't", "does"),
    ("doesnt", "does"),
    ("didn't", "did"),
    ("didnt", "did"),
    ("isn't", "is"),
    ("isnt", "is"),
    ("aren't", "are"),
    ("arent", "are"),
    ("wasn't", "was"),
    ("wasnt", "was"),
    ("weren't", "were"),
    ("haven't", "have"),
    ("havent", "have"),
    ("hasn't", "has"),
    ("hasnt", "has"),
    ("hadn't", "had"),
    ("couldn't", "could"),
    ("couldnt", "could"),
    ("wouldn't", "would"),
    ("wouldnt", "would"),
    ("shouldn't", "should"),
    ("shouldnt", "should"),
    ("mustn't", "must"),
    ("needn't", "need"),
    ("ain't", "is"),
];

/// Whether a word can be a part of a contraction that does not have its letters.
pub(crate) fn is_from_contraction(word: &str) -> bool {
    matches!(
        word,
        "not" | "are" | "have" | "will" | "am" | "would" | "is"
    ) || NEGATED.iter().any(|(_, verb)| *verb == word)
}

/// Writes contractions out, so that rules need only the long form.
fn contraction(norm: &str) -> Option<[&str; 2]> {
    // All of them end so.
    if norm.ends_with('t')
        && let Some((_, verb)) = NEGATED.iter().find(|(form, _)| *form == norm)
    {
        return Some([verb, "not"]);
    }
    let (stem, ending) = norm.split_once('\'')?;
    let pronoun = matches!(
        stem,
        "i" | "we"
            | "you"
            | "they"
            | "he"
            | "she"
            | "it"
            | "that"
            | "there"
            | "what"
            | "who"
            | "here"
            | "let"
            | "when"
            | "where"
            | "how"
    );
    match ending {
        "re" => Some([stem, "are"]),
        "ve" => Some([stem, "have"]),
        "ll" => Some([stem, "will"]),
        "m" => Some([stem, "am"]),
        "d" if pronoun => Some([stem, "would"]),
        "s" if pronoun => Some([stem, "is"]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn check(text: &str, expected: &Expect) {
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), &mut tokens);
        let norms: Vec<_> = tokens.iter().map(|token| token.norm.as_str()).collect();
        expected.assert_eq(&norms.join(" | "));
    }

    #[test]
    fn compounds_are_words_and_numbers_keep_their_marks() {
        check(
            "Self-managed → GitLab.com, by 2026-12-31 or 31.12.2026.",
            &expect![
                "self | managed | -> | gitlab.com | , | by | 2026 | - | 12 | - | 31 | or | 31 | . | 12 | . | 2026 | ."
            ],
        );
    }

    #[test]
    fn contractions_are_written_out() {
        check(
            "We're leaving, don't wait; they’ll cant Anna's",
            &expect![
                "we | are | leaving | , | do | not | wait | ; | they | will | can | not | anna"
            ],
        );
    }

    #[test]
    fn dot_com_and_addresses() {
        check(
            "off .com, see https://gitlab.com/a/b/-/issues/1#note_2. Or gitlab.com/acme-x or a.b@c.example",
            &expect![
                "off | .com | , | see | https://gitlab.com/a/b/-/issues/1#note_2 | . | or | gitlab.com/acme-x | or | a.b@c.example"
            ],
        );
    }

    #[test]
    fn what_is_plain_and_what_is_not_folds_alike() {
        let text = "Plain\n\twith `Marks` a\u{0}b\u{7f}c \u{212a} \u{130} \u{a0}X\u{b}Y";
        let mut by_character = String::new();
        text.chars()
            .for_each(|c| push_any_folded(c, &mut by_character));
        assert_eq!(fold(text), by_character);
        assert_eq!(fold(text), "plain\n\twith `marks` abc k i  x\u{b}y");
    }

    #[test]
    fn unicode_forms_fold_alike() {
        check(
            "M\u{e4}rz Ma\u{308}rz ＳＭ se\u{ad}lf\u{200b}hosted",
            &expect!["marz | marz | sm | selfhosted"],
        );
    }
}
