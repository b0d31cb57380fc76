//! From a ticket to its stage: read the texts, find the signals in them, weigh the statements by
//! who made them and when, and apply the stage rules.

mod docs;
mod findings;
mod problem;
mod stage;
mod statements;
mod tags;
mod texts;
mod told;

use chrono::NaiveDate;

use crate::assessment::{Assessment, Conclusion, Evidence};
use crate::draft::Questions;
use crate::lexicon::Lexicon;
use crate::policy::Policy;
use crate::ticket::{Comment, Record};

pub use texts::Texts;
pub use told::Told;

pub(crate) use docs::{Author, Doc, Line, Place};

/// A policy made ready for judging many tickets.
#[derive(Debug, Clone)]
pub struct Judge {
    policy: Policy,
    lexicon: Lexicon,
    questions: Questions,
}

impl Judge {
    /// Compiles the policy's names and the lexicon.
    pub fn new(policy: &Policy) -> Self {
        Self {
            policy: policy.clone(),
            lexicon: Lexicon::new(policy),
            questions: Questions::of(policy),
        }
    }

    /// The policy that this judge goes by.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Judges a ticket as of `today`.
    pub fn assess(&self, record: &Record, today: NaiveDate) -> Assessment {
        self.assess_told(record, today, &Told::default())
    }

    /// Judges a ticket of which the engineer knows more than the texts say.
    pub fn assess_told(&self, record: &Record, today: NaiveDate, told: &Told) -> Assessment {
        self.assess_read(&mut Texts::default(), record, today, told)
    }

    /// Reads comments before the rest of their ticket is there, so that judging it then takes no
    /// time for them.
    pub fn read(&self, texts: &mut Texts, comments: &[Comment]) {
        texts.read(&self.lexicon, comments, None);
    }

    /// As [`Judge::assess_told`]; reads only what differs from `texts`, which this judge has read
    /// before.
    pub fn assess_read(
        &self,
        texts: &mut Texts,
        record: &Record,
        today: NaiveDate,
        told: &Told,
    ) -> Assessment {
        let policy = &self.policy;
        let told = told.in_policy(policy);
        texts.read_all(&self.lexicon, record);
        let docs = docs::in_order(record, texts);
        let held = tags::Held::new(policy, record);
        let problem = match told.problem {
            Some(index) => problem::Problem::chosen(index),
            None => problem::find(policy, &self.lexicon, record, &docs),
        };
        let findings = findings::find(policy, &self.questions, &docs, &held, &problem, &told);
        stage::decide(policy, record, &held, &problem, findings, today)
    }
}

/// Evidence for a place in a document.
pub(crate) fn evidence(doc: &Doc, line: &Line, place: &Place, supports: Conclusion) -> Evidence {
    let start = line
        .sentence
        .tokens
        .get(place.start)
        .map_or(0, |token| token.range.start);
    let end = place
        .end
        .checked_sub(1)
        .and_then(|last| line.sentence.tokens.get(last))
        .map_or(start, |token| token.range.end);
    let range = doc.readable.source_range(&(start..end));
    Evidence {
        source: doc.source.clone(),
        start: range.start,
        end: range.end,
        quote: doc.source_text.get(range).unwrap_or_default().to_owned(),
        supports,
    }
}

#[cfg(test)]
pub(crate) fn read_for_tests(policy: &Policy, record: &Record) -> Vec<Doc> {
    let mut texts = Texts::default();
    texts.read_all(&Lexicon::new(policy), record);
    docs::in_order(record, &texts)
}
