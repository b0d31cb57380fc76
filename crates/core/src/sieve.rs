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
//! - two ends alone ("SM to SaaS", an arrow, "from:" and "to:") are two offerings, one of them
//!   named or described: what an offering runs on ("the cluster") is an end only beside such a one;
//! - an approval has a word of approval, and names an offering and a level, or names one of them
//!   and speaks of support, level or cover;
//! - questions that take the move for granted ask for level and date, in words of the lexicon or
//!   of the policy's templates, or for what will be bought of an offering and for the date.
//!
//! Each statement is made by one text: a signal looks at a sentence and at others of its text,
//! never into another text. So where all phrases of one of the needed classes are missing from a
//! text, it makes no such statement. A phrase is missing where one of its words is, or where words
//! that follow each other in it do so nowhere in the text. A word of the lexicon is a token's
//! folded text, and so stands in the folded source ([`fold_into`]) in one piece, with no letter or
//! digit right before or after it: tokens end only where letters and digits end. Some words do
//! not, and none of them is asked for: gaps, marks, what ends with a mark, and what contractions
//! are written out to ("won't" as "will not"). What can stand between two words that follow each
//! other, `sieve/phrases.rs` tells. Only for HTML none of this holds, since tags and entities stand
//! between letters: who sieves passes on what has only HTML.
//!
//! Without a statement everything hangs on tags and form, which [`Sieve::look`] reads as the stage
//! rules do: with one paid offering or none, a ticket about what is paid for, or without anything
//! paid for, needs nothing unless a set-up block names both sides.
//!
//! The words come from the policy and the lexicon and follow them; the classes are those that
//! `judge/statements.rs` makes statements of.

mod phrases;

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::draft::Questions;
use crate::lexicon::{Class, Lexicon};
use crate::policy::{Policy, Scheme};
use crate::text::{self, fold};

use self::phrases::{Collected, Phrases};

pub use self::phrases::Heard;

/// A policy made ready for telling which tickets cannot need anything.
#[derive(Debug, Clone)]
pub struct Sieve {
    /// The table of support-level tags: each one's scheme and offering.
    tags: FxHashMap<String, (Scheme, Option<usize>)>,
    /// What each form is about.
    forms: FxHashMap<u64, Option<usize>>,
    phrases: Phrases,
    groups: Groups,
}

/// The groups of phrases, by their places.
#[derive(Debug, Clone)]
struct Groups {
    /// What each offering is called: its names and descriptions.
    called: Range<usize>,
    /// The same, and what each offering runs on.
    called_or_hosted: Range<usize>,
    level: usize,
    moving: usize,
    between: usize,
    approving: usize,
    of_support: usize,
    level_asked: usize,
    date_asked: usize,
}

/// What can make a ticket need something, going by its tags and its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Only a set-up block in one of its texts: [`may_hold_block`].
    ForBlock,
    /// Any statement: [`Sieve::may_be_stated`].
    ForWords,
}

impl Sieve {
    /// Takes from policy and lexicon what statements are made of.
    pub fn new(policy: &Policy) -> Self {
        let mut phrases = Collected::default();
        let groups = Groups::collect(policy, &mut phrases);
        let mut sieve = Self {
            tags: FxHashMap::default(),
            forms: FxHashMap::default(),
            phrases: phrases.phrases(),
            groups,
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

    /// The words to search each folded text of a ticket for, and whether they are to be searched
    /// for first. Wherever one stands, it is to be [heard](Self::hear) by its place among them.
    pub fn anchors(&self) -> impl Iterator<Item = (&str, bool)> {
        let needed: Vec<usize> = self.groups.needed().collect();
        self.phrases.anchors(needed)
    }

    /// Begins a text.
    pub fn start(&self, heard: &mut Heard) {
        self.phrases.start(heard);
    }

    /// Takes in that an anchor stands at a place of a folded text.
    pub fn hear(&self, anchor: usize, folded: &str, at: usize, heard: &mut Heard) {
        self.phrases.hear(anchor, folded, at, heard);
    }

    /// Whether a text of which only the first anchors were heard is worth to be searched for the
    /// others: whether one of the groups was said without which there is no statement.
    pub fn goes_on(&self, heard: &Heard) -> bool {
        self.groups.needed().any(|group| heard.has(group))
    }

    /// Whether a text can make a statement of which all anchors were heard.
    pub fn may_be_stated(&self, heard: &Heard) -> bool {
        let groups = &self.groups;
        let said = |of: &Range<usize>| of.clone().filter(|&group| heard.has(group)).count();
        let is_called = said(&groups.called) > 0;
        heard.has(groups.between)
            || (is_called && (heard.has(groups.moving) || said(&groups.called_or_hosted) >= 2))
            || (heard.has(groups.approving) && self.may_be_approved(heard, is_called))
            || ((is_called || heard.has(groups.level_asked)) && heard.has(groups.date_asked))
    }

    /// Whether a text with a word of approval has what an approval is of.
    fn may_be_approved(&self, heard: &Heard, names_offering: bool) -> bool {
        let names_level = heard.has(self.groups.level);
        if heard.has(self.groups.of_support) {
            names_offering || names_level
        } else {
            names_offering && names_level
        }
    }
}

impl Groups {
    /// Each way to make a statement has one of these in it.
    fn needed(&self) -> impl Iterator<Item = usize> {
        let others = [self.between, self.approving, self.level_asked];
        self.called.clone().chain(others)
    }

    /// Takes from policy and lexicon what statements are made of.
    fn collect(policy: &Policy, phrases: &mut Collected) -> Self {
        use Class::{
            Approve, Arrive, Between, Carry, DateWord, Described, Hosted, Leave, Level, LevelWord,
            Move, Offering, UntilNow,
        };
        let lexicon = Lexicon::new(policy);
        let questions = Questions::of(policy);
        let questions: Vec<String> = questions.words().map(fold).collect();
        let support = ["support", "level", "cover", "coverage"].map(|word| vec![word]);
        let mut of = |wanted: &dyn Fn(Class) -> bool, parts: &[String]| {
            phrases.add(&lexicon.phrases(wanted), parts)
        };
        let mut of_each = |classes: &dyn Fn(u8) -> Vec<Class>| {
            let groups: Vec<usize> = (0_u8..)
                .zip(&policy.offerings)
                .map(|(index, _)| {
                    let called = classes(index);
                    of(&|class| called.contains(&class), &[])
                })
                .collect();
            groups
                .first()
                .map_or(0..0, |first| *first..first + groups.len())
        };
        let called = of_each(&|index| vec![Offering(index), Described(index)]);
        let called_or_hosted =
            of_each(&|index| vec![Offering(index), Described(index), Hosted(index)]);
        let moving = [Move, Leave, Arrive, UntilNow, Carry];
        Self {
            called,
            called_or_hosted,
            level: of(&|class| matches!(class, Level(_)), &[]),
            moving: of(&|class| moving.contains(&class), &[]),
            between: of(&|class| class == Between, &[]),
            approving: of(&|class| class == Approve, &[]),
            level_asked: of(&|class| class == LevelWord, &questions),
            date_asked: of(&|class| class == DateWord, &questions),
            of_support: phrases.add(&support, &[]),
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
    fn a_statement_needs_phrases_and_not_only_their_words() {
        let sieve = sieve();
        let may_be_stated = |text: &str| {
            let mut heard = Heard::default();
            sieve.start(&mut heard);
            for is_first in [true, false] {
                for (anchor, (word, comes_first)) in sieve.anchors().enumerate() {
                    for (at, _) in text.match_indices(word).filter(|_| comes_first == is_first) {
                        sieve.hear(anchor, text, at, &mut heard);
                    }
                }
                if !sieve.goes_on(&heard) {
                    return false;
                }
            }
            sieve.may_be_stated(&heard)
        };
        for text in [
            "we are moving to gitlab.com",
            "from sm to saas",
            "kubernetes -> gitlab.com",
            "premium level support approved",
            "which tier, and by when?",
        ] {
            assert!(may_be_stated(text), "{text}");
        }
        for text in [
            "",
            "please restart the service after the change of your setting",
            "we moved the runners",
            "gitlab.com is slow",
            "we moved from kubernetes to another cluster",
            "/api/v4/projects/17: we moved to a new home",
        ] {
            assert!(!may_be_stated(text), "{text}");
        }
    }
}
