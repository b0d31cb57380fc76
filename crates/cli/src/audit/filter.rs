//! The fast first scan: which lines hold no ticket that could need anything.

use aho_corasick::packed::{self, Searcher};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use anyhow::Result;
use ferry_core::Policy;
use ferry_core::sieve::{Heard, Look, Sieve, fold_into, may_hold_block};
use memchr::memchr;

use super::skim::{Written, hex, skim};

/// The sieve of a policy, with its words made ready for searching.
#[derive(Debug)]
pub(super) struct Filter {
    sieve: Sieve,
    words: AhoCorasick,
    keys: Option<Searcher>,
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
        let words = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::Standard)
            .build(sieve.anchors())?;
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
        if look == Look::ForBlock && !facts.texts.iter().any(|text| self.may_hold_key(text)) {
            return true;
        }
        !facts.texts.iter().any(|text| {
            scratch.folded.clear();
            unescape(text.bytes, &mut scratch.folded);
            may_hold_block(&scratch.folded) || (look == Look::ForWords && self.may_state(scratch))
        })
    }

    /// The policy's sieve.
    pub(super) fn sieve(&self) -> &Sieve {
        &self.sieve
    }

    fn may_state(&self, scratch: &mut Scratch) -> bool {
        let Scratch { folded, heard } = scratch;
        self.sieve.start(heard);
        for found in self.words.find_overlapping_iter(&*folded) {
            let anchor = found.pattern().as_usize();
            self.sieve.hear(anchor, folded, found.start(), heard);
        }
        self.sieve.may_be_stated(heard)
    }

    /// As [`may_hold_block`], for a text as it is written, which is several times as fast as
    /// folding it.
    ///
    /// A key in plain letters is found as it stands. One with a letter of another kind in it, or
    /// with something invisible, stands in a stretch of letters with a byte that is not ASCII,
    /// and these stretches are folded one by one.
    fn may_hold_key(&self, text: &Written<'_>) -> bool {
        let Some(keys) = &self.keys else {
            return true;
        };
        let (mut other, mut delete) = (false, false);
        for &byte in text.bytes {
            other |= byte >= 0x80;
            delete |= byte == 0x7f;
        }
        text.odd_escape
            || delete
            || keys
                .find_iter(text.bytes)
                .any(|found| is_key(text.bytes.get(found.start()..).unwrap_or_default()))
            || (other && in_other_letters(text.bytes))
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
    while let Some(at) = rest.iter().position(|byte| !byte.is_ascii()) {
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

/// Appends a sound string to `folded`, its escapes resolved, folded.
fn unescape(written: &[u8], folded: &mut String) {
    let mut rest = written;
    while let Some(at) = memchr(b'\\', rest) {
        let (run, tail) = rest.split_at(at);
        fold_into(&String::from_utf8_lossy(run), folded);
        rest = tail.get(escape(tail, folded)..).unwrap_or_default();
    }
    fold_into(&String::from_utf8_lossy(rest), folded);
}

/// Resolves the escape at the start of `rest` and returns its length.
fn escape(rest: &[u8], folded: &mut String) -> usize {
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
    fold_into(resolved.encode_utf8(&mut [0; 4]), folded);
    length
}
