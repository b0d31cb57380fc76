//! Phrases to listen for in folded text, in groups of which it is asked whether one was said.
//!
//! A phrase is cut into runs: words that stand next to each other. Between two of them in a text
//! there can be nothing with a letter or digit in it, since that would be a token of its own, but
//! for a genitive's "'s", which tokens do without, and for the path of an address, of which the
//! lexicon looks up only the host. Where a phrase has a gap, or a word that may stand in the text
//! in other letters, it is cut, and its runs may stand anywhere.
//!
//! Each run is found by its longest word, its anchor: of "your service" only "service" is searched
//! for, and the rest is looked at where that stands.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::text::{Kind, is_from_contraction, tokenize};

/// All phrases.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrases {
    anchors: Vec<Anchor>,
    runs: Vec<Run>,
    phrases: Vec<Phrase>,
    /// Of each group whether it is always said, because it has a phrase of which nothing can be
    /// searched for.
    groups: Vec<bool>,
}

/// What was heard in a text so far.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    runs: Vec<bool>,
    groups: Vec<bool>,
}

impl Heard {
    /// Whether a phrase of a group was said.
    pub(super) fn has(&self, group: usize) -> bool {
        self.groups.get(group).copied().unwrap_or(true)
    }
}

/// A word that is searched for.
#[derive(Debug, Clone)]
struct Anchor {
    text: String,
    /// Whether it counts only with no letter or digit right before or after it.
    whole: bool,
    /// The runs that it stands in.
    runs: Vec<usize>,
}

#[derive(Debug, Clone)]
struct Run {
    words: Words,
    /// The phrases that it stands in.
    phrases: Vec<usize>,
}

/// The words of a run around its anchor.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Words {
    before: Vec<String>,
    anchor: String,
    after: Vec<String>,
    whole: bool,
}

#[derive(Debug, Clone)]
struct Phrase {
    runs: Vec<usize>,
    group: usize,
}

impl Phrases {
    /// What to search for, and whether it stands in a phrase of some groups.
    pub(super) fn anchors(&self, groups: Vec<usize>) -> impl Iterator<Item = (&str, bool)> {
        self.anchors.iter().map(move |anchor| {
            let runs = anchor.runs.iter().filter_map(|&run| self.runs.get(run));
            let phrases = runs.flat_map(|run| &run.phrases);
            let mut phrases = phrases.filter_map(|&phrase| self.phrases.get(phrase));
            let is_in_them = phrases.any(|phrase| groups.contains(&phrase.group));
            (anchor.text.as_str(), is_in_them)
        })
    }

    /// Forgets what was heard before.
    pub(super) fn start(&self, heard: &mut Heard) {
        heard.runs.clear();
        heard.runs.resize(self.runs.len(), false);
        heard.groups.clone_from(&self.groups);
    }

    /// Takes in that an anchor stands at a place of a text.
    pub(super) fn hear(&self, anchor: usize, text: &str, at: usize, heard: &mut Heard) {
        let Some(anchor) = self.anchors.get(anchor) else {
            return;
        };
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let after = rest.get(anchor.text.len()..).unwrap_or_default();
        if anchor.whole && !is_whole(before, &anchor.text, after) {
            return;
        }
        for &place in &anchor.runs {
            let (Some(run), Some(known)) = (self.runs.get(place), heard.runs.get_mut(place)) else {
                continue;
            };
            if *known || !run.words.stand_around(before, after) {
                continue;
            }
            *known = true;
            for phrase in run.phrases.iter().filter_map(|&at| self.phrases.get(at)) {
                let is_said = phrase
                    .runs
                    .iter()
                    .all(|&run| heard.runs.get(run) == Some(&true));
                if let Some(group) = heard.groups.get_mut(phrase.group) {
                    *group |= is_said;
                }
            }
        }
    }
}

/// Collects phrases, with each run and each anchor once.
#[derive(Debug, Default)]
pub(super) struct Collected {
    phrases: Phrases,
    runs: HashMap<Words, usize>,
    anchors: HashMap<(String, bool), usize>,
}

impl Collected {
    /// Adds phrases of the lexicon, in which `_` is a gap, as a group, and gives its place. `parts`
    /// count wherever they stand, in the middle of a word too.
    pub(super) fn add(&mut self, phrases: &[Vec<&str>], parts: &[String]) -> usize {
        let mut cut: Vec<Vec<Words>> = phrases.iter().map(|phrase| runs_of(phrase)).collect();
        // A word that is a phrase by itself answers for all phrases with it.
        let alone: HashSet<String> = cut.iter().filter_map(|runs| only_word(runs)).collect();
        cut.retain(|runs| {
            let mut words = runs.iter().flat_map(Words::all);
            only_word(runs).is_some() || !words.any(|word| alone.contains(word))
        });
        cut.extend(parts.iter().map(|part| vec![Words::part(part)]));
        let group = self.phrases.groups.len();
        self.phrases.groups.push(cut.iter().any(Vec::is_empty));
        let cut: BTreeSet<BTreeSet<usize>> = cut
            .into_iter()
            .map(|runs| runs.into_iter().map(|run| self.run(run)).collect())
            .collect();
        for runs in cut {
            let place = self.phrases.phrases.len();
            for &run in &runs {
                if let Some(run) = self.phrases.runs.get_mut(run) {
                    run.phrases.push(place);
                }
            }
            let runs = runs.into_iter().collect();
            self.phrases.phrases.push(Phrase { runs, group });
        }
        group
    }

    /// All that was collected.
    pub(super) fn phrases(self) -> Phrases {
        self.phrases
    }

    fn run(&mut self, words: Words) -> usize {
        let Phrases { runs, anchors, .. } = &mut self.phrases;
        *self.runs.entry(words).or_insert_with_key(|words| {
            let key = (words.anchor.clone(), words.whole);
            let anchor = *self.anchors.entry(key).or_insert_with(|| {
                anchors.push(Anchor {
                    text: words.anchor.clone(),
                    whole: words.whole,
                    runs: Vec::new(),
                });
                anchors.len() - 1
            });
            if let Some(anchor) = anchors.get_mut(anchor) {
                anchor.runs.push(runs.len());
            }
            runs.push(Run {
                words: words.clone(),
                phrases: Vec::new(),
            });
            runs.len() - 1
        })
    }
}

impl Words {
    /// Something to be found wherever it stands.
    fn part(text: &str) -> Self {
        Self {
            before: Vec::new(),
            anchor: text.to_owned(),
            after: Vec::new(),
            whole: false,
        }
    }

    /// Words that stand next to each other; `None` of none.
    fn next_to_each_other(words: &[&str]) -> Option<Self> {
        let (at, anchor) = words
            .iter()
            .enumerate()
            .max_by_key(|(_, word)| word.len())?;
        let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        Some(Self {
            before: owned(words.get(..at)?),
            anchor: (*anchor).to_owned(),
            after: owned(words.get(at + 1..)?),
            whole: true,
        })
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        let before = self.before.iter().chain(std::iter::once(&self.anchor));
        before.chain(&self.after)
    }

    /// Whether the other words stand right before and after the anchor.
    fn stand_around(&self, before: &str, after: &str) -> bool {
        // The path of the address whose host the first word is may be of any length.
        let is_address = self.before.is_empty() && is_host(before, &self.anchor, after);
        self.stand_before(before) && (is_address || self.stand_after(after))
    }

    fn stand_before(&self, mut text: &str) -> bool {
        for (left, word) in self.before.iter().enumerate().rev() {
            text = text.trim_end_matches(is_between);
            let bare = || text.strip_suffix("'s")?.strip_suffix(word.as_str());
            let head = text.strip_suffix(word.as_str()).or_else(bare);
            let Some(head) = head.filter(|head| !goes_on(head, word)) else {
                // The first word of a phrase may be the host of an address.
                return left == 0 && ends_with_address(text, word);
            };
            text = head;
        }
        true
    }

    fn stand_after(&self, mut text: &str) -> bool {
        self.after.iter().all(|word| {
            let bare = text.strip_prefix("'s").filter(|rest| !starts_inside(rest));
            let rest = bare.unwrap_or(text).trim_start_matches(is_between);
            // What is no letter or digit was trimmed: of ".com" there is "com".
            let Some(tail) = rest.strip_prefix(word.trim_start_matches(is_between)) else {
                return false;
            };
            text = tail;
            !starts_inside(tail)
        })
    }
}

/// A phrase's runs of words that stand next to each other in the folded text.
fn runs_of(phrase: &[&str]) -> Vec<Words> {
    phrase
        .split(|word| !is_in_one_piece(word))
        .filter_map(Words::next_to_each_other)
        .collect()
}

/// The word that is all of a phrase.
fn only_word(runs: &[Words]) -> Option<String> {
    match runs {
        [run] if run.before.is_empty() && run.after.is_empty() => Some(run.anchor.clone()),
        _ => None,
    }
}

/// Whether a word of a phrase stands in the folded text as it is: no gap, no mark, no part of a
/// contraction.
fn is_in_one_piece(word: &str) -> bool {
    let mut tokens = Vec::new();
    tokenize(word, 0..word.len(), &mut tokens);
    let is_word = tokens
        .first()
        .is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Number));
    // Where it is looked for from behind, what is no letter or digit is passed over.
    is_word && word.ends_with(char::is_alphanumeric) && !is_from_contraction(word)
}

/// What can stand between two tokens that follow each other.
fn is_between(c: char) -> bool {
    !c.is_alphanumeric()
}

/// Whether no letter or digit stands right before or after a word that itself begins or ends with
/// one.
fn is_whole(before: &str, word: &str, after: &str) -> bool {
    let is_continued = word.ends_with(char::is_alphanumeric) && starts_inside(after);
    !is_continued && !goes_on(before, word)
}

/// Whether a word is the rest of a longer one.
fn goes_on(before: &str, word: &str) -> bool {
    word.starts_with(char::is_alphanumeric) && before.ends_with(char::is_alphanumeric)
}

/// Whether a text starts inside a word.
fn starts_inside(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

/// Whether a word may be the host of an address with a path: `http://host/` or `host.example/`.
fn is_host(before: &str, word: &str, after: &str) -> bool {
    after.starts_with('/') && (word.contains('.') || before.ends_with("://"))
}

/// Whether a text ends with an address that may have a word as its host.
fn ends_with_address(text: &str, word: &str) -> bool {
    let address = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    address.match_indices(word).any(|(at, _)| {
        let (before, rest) = address.split_at_checked(at).unwrap_or_default();
        is_host(before, word, rest.get(word.len()..).unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::{Collected, Heard};

    /// Whether a phrase is said in a folded text, as one who searches for its anchors hears it.
    fn is_said(phrase: &str, text: &str) -> bool {
        let mut collected = Collected::default();
        let group = collected.add(&[phrase.split(' ').collect()], &[]);
        let phrases = collected.phrases();
        let mut heard = Heard::default();
        phrases.start(&mut heard);
        for (anchor, (word, _)) in phrases.anchors(Vec::new()).enumerate() {
            for (at, _) in text.match_indices(word) {
                phrases.hear(anchor, text, at, &mut heard);
            }
        }
        heard.has(group)
    }

    #[test]
    fn words_of_a_run_stand_next_to_each_other() {
        for (phrase, text) in [
            ("your service", "what of your service?"),
            ("self managed", "self-managed"),
            ("self managed", "self\r\n> managed"),
            ("gitlab cloud", "gitlab's cloud"),
            ("our own cluster", "our * own - cluster"),
            ("gitlab server", "https://gitlab/a/b- server"),
            ("gitlab server", "http://gitlab/xgitlab server"),
            ("gitlab.com group", "see gitlab.com/a/b\n> group"),
            ("dot .com", "dot .com"),
        ] {
            assert!(is_said(phrase, text), "{phrase}: {text}");
        }
        for (phrase, text) in [
            ("your service", "restart the service after your change"),
            ("your service", "your own service"),
            ("projects home", "/api/v4/projects/7 home"),
            ("your service", "yours, your services"),
            ("in house", "within house"),
            ("self managed", "managed self"),
        ] {
            assert!(!is_said(phrase, text), "{phrase}: {text}");
        }
    }

    #[test]
    fn what_is_beyond_a_gap_may_stand_anywhere() {
        assert!(is_said("carry _ over", "over there we carry it"));
        assert!(is_said("we will move", "we'll see. they move"));
        assert!(!is_said("carry _ over", "carry on"));
    }
}
