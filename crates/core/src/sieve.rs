//! What a ticket must have before it can need anything: asked of a million tickets, of which few
//! are worth reading.
//!
//! # Why no ticket is lost
//!
//! [`Judge::assess`](crate::Judge::assess) says `no_action` unless there is a statement, and each
//! kind of statement is made of phrases of the lexicon:
//!
//! - a set-up block has a line whose key is "product" or "offering" and names one in its value;
//! - a movement has a verb or noun of moving, leaving or arriving, and an end, which is an
//!   offering's name or description; or it is called "offering migration" and the like;
//! - two ends alone ("SM to SaaS", an arrow, "from:" and "to:") are two offerings;
//! - an approval has a word of approval, and names an offering and a level, or names one of them
//!   and speaks of support, level or cover;
//! - questions that take the move for granted ask for level and date, in words of the lexicon or
//!   of the policy's templates, or for what will be bought of an offering and for the date.
//!
//! Each statement is made by one text: a signal looks at a sentence and at others of its text,
//! never into another text. So where all phrases of one of the needed classes are missing from a
//! text, it makes no such statement. A phrase is missing where one of its words is. A word of the
//! lexicon is a token's folded text, and so stands in the folded source ([`fold_into`]) in one
//! piece, with no letter or digit right before or after it: tokens end only where letters and
//! digits end. Three kinds of words do not, and none of them is asked for: gaps, marks, and what
//! contractions are written out to ("won't" as "will not"). Only for HTML none of this holds,
//! since tags and entities stand between letters: who sieves passes on what has only HTML.
//!
//! Without a statement everything hangs on tags and form, which [`Sieve::look`] reads as the stage
//! rules do: with one paid offering or none, a ticket about what is paid for, or without anything
//! paid for, needs nothing unless a set-up block names both sides.
//!
//! The words come from the policy and the lexicon and follow them; the classes are those that
//! `judge/statements.rs` makes statements of.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::draft::Questions;
use crate::lexicon::{Class, Lexicon};
use crate::policy::{Policy, Scheme};
use crate::text::{self, Kind, fold, is_from_contraction, tokenize};

/// A policy made ready for telling which tickets cannot need anything.
#[derive(Debug, Clone)]
pub struct Sieve {
    /// The table of support-level tags: each one's scheme and offering.
    tags: HashMap<String, (Scheme, Option<usize>)>,
    /// What each form is about.
    forms: HashMap<u64, Option<usize>>,
    words: Vec<Word>,
    /// What each offering is called.
    offerings: Vec<Phrases>,
    level: Phrases,
    moving: Phrases,
    between: Phrases,
    approving: Phrases,
    of_support: Phrases,
    level_asked: Phrases,
    date_asked: Phrases,
}

/// What can make a ticket need something, going by its tags and its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Only a set-up block in one of its texts: [`may_hold_block`].
    ForBlock,
    /// Any statement: [`Sieve::may_be_stated`].
    ForWords,
}

/// Something to look for in folded text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    /// The folded text.
    pub text: String,
    /// Whether it counts only with no letter or digit right before or after it.
    pub whole: bool,
}

/// Phrases by the places of their words in [`Sieve::words`]; one whose words are all there may be
/// said.
#[derive(Debug, Clone, Default)]
struct Phrases(Vec<Vec<usize>>);

impl Phrases {
    fn may_be_said(&self, found: &[bool]) -> bool {
        self.0.iter().any(|words| {
            words
                .iter()
                .all(|&word| found.get(word).copied().unwrap_or(true))
        })
    }
}

impl Sieve {
    /// Takes from policy and lexicon what statements are made of.
    pub fn new(policy: &Policy) -> Self {
        let lexicon = Lexicon::new(policy);
        let mut words = Words::default();
        let mut of = |wanted: &dyn Fn(Class) -> bool, more: &[Word]| {
            let phrases = lexicon.phrases(wanted);
            words.phrases(&phrases, more)
        };
        let questions: Vec<Word> = Questions::of(policy)
            .words()
            .map(|words| Word {
                text: fold(words),
                whole: false,
            })
            .collect();
        let support = ["support", "level", "cover", "coverage"].map(|word| Word {
            text: word.to_owned(),
            whole: true,
        });
        use Class::{
            Approve, Arrive, Between, Carry, DateWord, Described, Hosted, Leave, Level, LevelWord,
            Move, Offering, UntilNow,
        };
        let sieve = Self {
            tags: HashMap::new(),
            forms: HashMap::new(),
            words: Vec::new(),
            offerings: (0_u8..)
                .zip(&policy.offerings)
                .map(|(index, _)| {
                    let called = [Offering(index), Described(index), Hosted(index)];
                    of(&|class| called.contains(&class), &[])
                })
                .collect(),
            level: of(&|class| matches!(class, Level(_)), &[]),
            moving: of(
                &|class| matches!(class, Move | Leave | Arrive | UntilNow | Carry),
                &[],
            ),
            between: of(&|class| class == Between, &[]),
            approving: of(&|class| class == Approve, &[]),
            of_support: of(&|_| false, &support),
            level_asked: of(&|class| class == LevelWord, &questions),
            date_asked: of(&|class| class == DateWord, &questions),
        };
        let mut sieve = Self {
            words: words.words,
            ..sieve
        };
        // Where the policy has an entry twice, the first one counts, as for the judge.
        for tag in policy.tags.iter().rev() {
            let held = (tag.scheme, policy.offering_index(tag));
            sieve.tags.insert(tag.tag.clone(), held);
        }
        for form in policy.forms.iter().rev() {
            let about = form.offering.as_ref().and_then(|id| {
                let mut offerings = policy.offerings.iter();
                offerings.position(|offering| &offering.id == id)
            });
            sieve.forms.insert(form.id, about);
        }
        sieve
    }

    /// What to look for in a ticket with these tags, of itself and of its organization, and this
    /// form.
    pub fn look<'a>(&self, tags: impl Iterator<Item = &'a str>, form: Option<u64>) -> Look {
        let mut current = BTreeSet::new();
        let mut plain = BTreeSet::new();
        let mut has_current = false;
        for (scheme, offering) in tags.filter_map(|tag| self.tags.get(tag)) {
            has_current |= *scheme == Scheme::Current;
            let paid = match scheme {
                Scheme::Current => &mut current,
                Scheme::Plain => &mut plain,
            };
            paid.extend(*offering);
        }
        let paid = if has_current { current } else { plain };
        let problem = form.and_then(|form| self.forms.get(&form).copied().flatten());
        let covered = problem.is_some_and(|problem| paid.contains(&problem));
        if paid.is_empty() || (paid.len() == 1 && covered) {
            Look::ForBlock
        } else {
            Look::ForWords
        }
    }

    /// What to look for in each folded text of a ticket.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Whether a text can make a statement that has those of [`Sieve::words`] that were found in it.
    pub fn may_be_stated(&self, found: &[bool]) -> bool {
        let said = |phrases: &Phrases| phrases.may_be_said(found);
        let offerings = self.offerings.iter().filter(|called| said(called)).count();
        said(&self.between)
            || offerings >= 2
            || (offerings == 1 && said(&self.moving))
            || (said(&self.approving) && self.may_be_approved(found, offerings > 0))
            || ((offerings > 0 || said(&self.level_asked)) && said(&self.date_asked))
    }

    /// Whether a text with a word of approval has what an approval is of.
    fn may_be_approved(&self, found: &[bool], names_offering: bool) -> bool {
        let names_level = self.level.may_be_said(found);
        if self.of_support.may_be_said(found) {
            names_offering || names_level
        } else {
            names_offering && names_level
        }
    }
}

/// The names of offerings and the words of moving, sorted: what a person would search tickets for.
pub fn moving_words(policy: &Policy) -> Vec<String> {
    let lexicon = Lexicon::new(policy);
    let phrases = lexicon.phrases(|class| matches!(class, Class::Offering(_) | Class::Move));
    let words: BTreeSet<String> = phrases
        .iter()
        .filter(|phrase| !phrase.contains(&"_"))
        .map(|phrase| phrase.join(" "))
        .collect();
    words.into_iter().collect()
}

/// Whether folded text can hold a set-up block: "product" or "offering" as the end of a key, with
/// nothing before the colon but what may stand around a key.
pub fn may_hold_block(folded: &str) -> bool {
    ["product", "offering"].iter().any(|key| {
        folded.match_indices(key).any(|(at, _)| {
            let after = folded.get(at + key.len()..).unwrap_or_default();
            let after = after.strip_prefix("'s").unwrap_or(after);
            let mark =
                after.trim_start_matches(|c: char| c.is_whitespace() || "*-•+\u{2800}".contains(c));
            mark.starts_with(':')
        })
    })
}

/// Folds text as tokens are folded: lower case, no accents, straight apostrophes, nothing
/// invisible; appends it to `into`.
pub fn fold_into(text: &str, into: &mut String) {
    text::fold_into(text, into);
}

/// Collects words, each once.
#[derive(Default)]
struct Words {
    words: Vec<Word>,
    places: HashMap<Word, usize>,
}

impl Words {
    fn place(&mut self, word: Word) -> usize {
        *self.places.entry(word).or_insert_with_key(|word| {
            self.words.push(word.clone());
            self.words.len() - 1
        })
    }

    fn phrases(&mut self, phrases: &[Vec<&str>], more: &[Word]) -> Phrases {
        let words = phrases.iter().map(|phrase| {
            let words = phrase.iter().filter(|word| is_in_one_piece(word));
            words
                .map(|word| Word {
                    text: (*word).to_owned(),
                    whole: true,
                })
                .collect::<Vec<_>>()
        });
        let mut words: Vec<Vec<Word>> = words.collect();
        words.extend(more.iter().map(|word| vec![word.clone()]));
        // A word that is a phrase by itself answers for all phrases with it.
        let alone: HashSet<Word> = words
            .iter()
            .filter_map(|phrase| match phrase.as_slice() {
                [word] => Some(word.clone()),
                _ => None,
            })
            .collect();
        words.retain(|phrase| phrase.len() == 1 || !phrase.iter().any(|word| alone.contains(word)));
        let places = words.into_iter().map(|phrase| {
            let mut places: Vec<usize> = phrase.into_iter().map(|word| self.place(word)).collect();
            places.sort_unstable();
            places.dedup();
            places
        });
        let places: BTreeSet<Vec<usize>> = places.collect();
        Phrases(places.into_iter().collect())
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
    is_word && !is_from_contraction(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sieve() -> Sieve {
        Sieve::new(&Policy::gitlab())
    }

    #[test]
    fn a_ticket_about_what_is_paid_for_can_only_hold_a_block() {
        const SAAS: u64 = 334_447;
        const BILLING: u64 = 360_000_258_393;
        let check = |tags: &[&str], form: Option<u64>, expected| {
            assert_eq!(
                sieve().look(tags.iter().copied(), form),
                expected,
                "{tags:?}"
            );
        };
        check(
            &["sub_dotcom_premium", "europe"],
            Some(SAAS),
            Look::ForBlock,
        );
        check(&["priority_normal"], Some(SAAS), Look::ForBlock);
        check(&["sub_sm_premium"], Some(SAAS), Look::ForWords);
        check(&["sub_dotcom_premium"], Some(BILLING), Look::ForWords);
        check(&["sub_dotcom_premium"], None, Look::ForWords);
        check(
            &["sub_dotcom_premium", "sub_sm_premium"],
            Some(SAAS),
            Look::ForWords,
        );
        // A plain tag counts only where there is no current one.
        check(
            &["premium", "sub_dotcom_premium"],
            Some(SAAS),
            Look::ForBlock,
        );
        check(&["premium"], Some(SAAS), Look::ForWords);
    }

    #[test]
    fn a_key_of_a_block_ends_with_its_colon() {
        for text in [
            "starting product: sm",
            "* **ending offering** : x",
            "product's: x",
        ] {
            assert!(may_hold_block(text), "{text}");
        }
        for text in [
            "in production: x",
            "our product is new: x",
            "products: x",
            "offerings",
        ] {
            assert!(!may_hold_block(text), "{text}");
        }
    }

    #[test]
    fn every_word_is_asked_for_by_some_phrase() {
        let sieve = sieve();
        assert!(!sieve.may_be_stated(&vec![false; sieve.words().len()]));
        assert!(sieve.may_be_stated(&vec![true; sieve.words().len()]));
        assert!(sieve.words().iter().all(|word| !word.text.is_empty()));
    }
}
