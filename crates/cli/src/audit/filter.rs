//! The fast first scan: which lines hold no ticket that could need anything.

use aho_corasick::packed::{self, Searcher};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use anyhow::Result;
use ferry_core::Policy;
use ferry_core::sieve::{Heard, Look, Sieve, fold_into, may_hold_block};
use memchr::memchr;

use super::skim::{Escapes, Written, hex, skim};

/// The sieve of a policy, with its words made ready for searching.
#[derive(Debug)]
pub(super) struct Filter {
    sieve: Sieve,
    /// The anchors that come first, and the others.
    words: [Words; 2],
    keys: Option<Searcher>,
}

/// Some of the sieve's anchors, made ready for searching.
#[derive(Debug)]
struct Words {
    automaton: AhoCorasick,
    /// The place of each among all anchors.
    places: Vec<usize>,
}

impl Words {
    fn new(sieve: &Sieve, first: bool) -> Result<Self> {
        let anchors = sieve.anchors().enumerate();
        let anchors = anchors.filter(|(_, (_, comes_first))| *comes_first == first);
        let (places, words): (Vec<usize>, Vec<&str>) =
            anchors.map(|(place, (word, _))| (place, word)).unzip();
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::Standard)
            .build(words)?;
        Ok(Self { automaton, places })
    }

    fn search(&self, sieve: &Sieve, folded: &str, heard: &mut Heard) {
        for found in self.automaton.find_overlapping_iter(folded) {
            if let Some(&anchor) = self.places.get(found.pattern().as_usize()) {
                sieve.hear(anchor, folded, found.start(), heard);
            }
        }
    }
}

/// Memory that is used again for each line.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    folded: String,
    heard: Heard,
}

impl Filter {
    /// Compiles a policy's words.
    ///
    /// # Errors
    /// Where they are too many to be searched for.
    pub(super) fn new(policy: &Policy) -> Result<Self> {
        let sieve = Sieve::new(policy);
        let words = [Words::new(&sieve, true)?, Words::new(&sieve, false)?];
        let keys = packed::Config::new()
            .builder()
            .extend(BLOCK_KEYS.iter().flat_map(|key| in_any_case(key)))
            .build();
        Ok(Self { sieve, words, keys })
    }

    /// Whether the line is a sound record of a ticket that needs nothing: reading and judging it
    /// would give `no_action`, so nobody has to.
    ///
    /// The proof is in two parts. [`skim`] gives facts only for lines that can be read in full,
    /// and gives them as the full reading would, among them the very texts that are judged. What
    /// follows from them, and from the words in the texts, the documentation of
    /// [`ferry_core::sieve`] proves.
    pub(super) fn excludes(&self, line: &[u8], scratch: &mut Scratch) -> bool {
        let Some(facts) = skim(line) else {
            return false;
        };
        if facts.html_only {
            return false;
        }
        let look = self.sieve.look(facts.tags.iter().copied(), facts.form);
        !facts
            .texts
            .iter()
            .any(|text| self.may_tell(text, look, scratch))
    }

    /// The policy's sieve.
    pub(super) fn sieve(&self) -> &Sieve {
        &self.sieve
    }

    /// Whether a text can hold what is looked for.
    fn may_tell(&self, text: &Written<'_>, look: Look, scratch: &mut Scratch) -> bool {
        let letters = Letters::of(text);
        let may_hold_key = self.may_hold_key(text, letters);
        if look == Look::ForBlock && !may_hold_key {
            return false;
        }
        unescape(text, letters, &mut scratch.folded);
        (may_hold_key && may_hold_block(&scratch.folded))
            || (look == Look::ForWords && self.may_state(scratch))
    }

    fn may_state(&self, scratch: &mut Scratch) -> bool {
        let Scratch { folded, heard } = scratch;
        self.sieve.start(heard);
        // Most texts have none of the first words' phrases, and are done then.
        let goes_on = self.words.iter().all(|words| {
            words.search(&self.sieve, folded, heard);
            self.sieve.goes_on(heard)
        });
        goes_on && self.sieve.may_be_stated(heard)
    }

    /// As [`may_hold_block`], for a text as it is written, which is several times as fast as
    /// folding it.
    ///
    /// A key in plain letters is found as it stands. One with a letter of another kind in it, or
    /// with something invisible, stands in a stretch of letters with a byte that is not ASCII,
    /// and these stretches are folded one by one.
    fn may_hold_key(&self, text: &Written<'_>, letters: Letters) -> bool {
        let Some(keys) = &self.keys else {
            return true;
        };
        letters.may_be_hidden
            || keys
                .find_iter(text.bytes)
                .any(|found| is_key(text.bytes.get(found.start()..).unwrap_or_default()))
            || (!letters.are_ascii && in_other_letters(text.bytes))
    }
}

/// What a text is written with.
#[derive(Debug, Clone, Copy)]
struct Letters {
    are_ascii: bool,
    /// Whether letters may be written as escapes, or parted by what nobody sees.
    may_be_hidden: bool,
}

impl Letters {
    fn of(text: &Written<'_>) -> Self {
        let (mut other, mut delete) = (false, false);
        for &byte in text.bytes {
            other |= byte >= 0x80;
            delete |= byte == 0x7f;
        }
        Self {
            are_ascii: !other,
            may_be_hidden: delete || text.escapes == Escapes::Odd,
        }
    }
}

/// Whether a key of a block stands at the start of a text as it is written.
fn is_key(rest: &[u8]) -> bool {
    BLOCK_KEYS.iter().any(|key| {
        let has_letters = rest
            .get(..key.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(key.as_bytes()));
        let mut after = rest.iter().skip(key.len());
        let mark = after.find(|byte| !b" *-+".contains(byte));
        // A backslash may stand for white space, an apostrophe for a genitive, and what is not
        // ASCII for anything.
        has_letters && matches!(mark, Some(b':' | b'\\' | b'\'' | 0x80..))
    })
}

/// Whether a key stands in a stretch of letters that are not all ASCII.
fn in_other_letters(text: &[u8]) -> bool {
    let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let mut folded = String::new();
    let mut rest = text;
    while let Some(at) = first_other(rest) {
        let (before, after) = rest.split_at(at);
        let head = before
            .iter()
            .rev()
            .take_while(|byte| is_inside(byte))
            .count();
        let tail = after.iter().take_while(|byte| is_inside(byte)).count();
        let stretch = rest.get(at - head..at + tail).unwrap_or_default();
        folded.clear();
        fold_into(&String::from_utf8_lossy(stretch), &mut folded);
        if BLOCK_KEYS.iter().any(|key| folded.contains(key)) {
            return true;
        }
        rest = after.get(tail..).unwrap_or_default();
    }
    false
}

/// The place of the first byte that is not ASCII.
fn first_other(text: &[u8]) -> Option<usize> {
    // By the piece, which takes a tenth of the time that looking at each byte takes.
    let piece = text.chunks(64).position(|piece| !piece.is_ascii())?;
    let rest = text.get(64 * piece..)?;
    Some(64 * piece + rest.iter().position(|byte| !byte.is_ascii())?)
}

/// What the keys of a set-up block end with.
const BLOCK_KEYS: [&str; 2] = ["product", "offering"];

/// The first letters of a word in upper and lower case, mixed in every way.
fn in_any_case(word: &str) -> Vec<Vec<u8>> {
    word.bytes().take(4).fold(vec![Vec::new()], |heads, byte| {
        let longer = |next: u8| {
            heads.iter().map(move |head| {
                let mut longer = head.clone();
                longer.push(next);
                longer
            })
        };
        longer(byte)
            .chain(longer(byte.to_ascii_uppercase()))
            .collect()
    })
}

/// Makes `folded` a sound string with its escapes resolved, folded.
fn unescape(written: &Written<'_>, letters: Letters, folded: &mut String) {
    folded.clear();
    let is_plain = !letters.may_be_hidden && written.escapes == Escapes::Short;
    let mut rest = written.bytes;
    while let Some(at) = memchr(b'\\', rest) {
        let (run, tail) = rest.split_at(at);
        push(run, is_plain, folded);
        rest = tail
            .get(escape(tail, is_plain, folded)..)
            .unwrap_or_default();
    }
    push(rest, is_plain, folded);
    if is_plain {
        folded.make_ascii_lowercase();
    }
}

/// Appends a run of text, folded. Of plain text the ASCII is left as it is, to be made small all
/// at once, which is done many bytes at a time.
fn push(mut run: &[u8], is_plain: bool, folded: &mut String) {
    while is_plain && let Some(at) = first_other(run) {
        let (ascii, tail) = run.split_at(at);
        let end = tail.iter().position(u8::is_ascii).unwrap_or(tail.len());
        let (other, rest) = tail.split_at(end);
        folded.push_str(std::str::from_utf8(ascii).unwrap_or_default());
        fold_into(&String::from_utf8_lossy(other), folded);
        run = rest;
    }
    let text = String::from_utf8_lossy(run);
    match is_plain {
        true => folded.push_str(&text),
        false => fold_into(&text, folded),
    }
}

/// Resolves the escape at the start of `rest` and returns its length; of plain text it is one of
/// ASCII that only has to be made small.
fn escape(rest: &[u8], is_plain: bool, folded: &mut String) -> usize {
    let (resolved, length) = match rest.get(1) {
        Some(b'n') => ('\n', 2),
        Some(b'r') => ('\r', 2),
        Some(b't') => ('\t', 2),
        Some(b'b') => ('\u{8}', 2),
        Some(b'f') => ('\u{c}', 2),
        Some(b'u') => {
            let code = rest.get(2..6).and_then(hex).and_then(char::from_u32);
            (code.unwrap_or(char::REPLACEMENT_CHARACTER), 6)
        }
        other => (char::from(other.copied().unwrap_or(b' ')), 2),
    };
    match is_plain {
        true => folded.push(resolved),
        false => fold_into(resolved.encode_utf8(&mut [0; 4]), folded),
    }
    length
}

#[cfg(test)]
mod tests {
    use ferry_core::sieve::fold_into;
    use proptest::prelude::*;
    use serde_json::json;

    use super::super::skim::skim;
    use super::{Letters, unescape};

    /// The comment's text of a line, folded.
    fn folded(line: &str) -> Option<String> {
        let facts = skim(line.as_bytes())?;
        let text = facts.texts.first()?;
        let mut folded = "of an earlier text".to_owned();
        unescape(text, Letters::of(text), &mut folded);
        Some(folded)
    }

    proptest! {
        /// The quick way for plain texts and the general one fold alike.
        #[test]
        fn a_text_is_folded_as_the_core_folds_it(
            text in "([A-Z]{1,3}|[ -~]|[\n\t\r\"\\\\/]|[\u{7f}\u{ad}\u{e9}\u{ff30}\u{130}\u{1f600}]|\\PC){0,200}",
        ) {
            let line = json!({"ticket": {}, "comments": [{"body": text}]}).to_string();
            let mut expected = String::new();
            fold_into(&text, &mut expected);
            prop_assert_eq!(folded(&line), Some(expected.clone()));
            // Marks by their numbers, as some programs write them.
            let line = line.replace('<', "\\u003c").replace('~', "\\u007e");
            if let Some(folded) = folded(&line) {
                prop_assert_eq!(folded, expected);
            }
        }
    }
}
