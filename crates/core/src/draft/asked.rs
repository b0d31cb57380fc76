//! Recognising that Ferry's own questions were asked, in whatever language they were.
//!
//! The judgement reads questions in a few languages only; a company writes its templates in any.
//! What a template says in its `{!level}` and `{!date}` sections is the question, so a comment that
//! has those words has asked it, also where the agent changed what stands around them.

use std::ops::Range;

use super::Missing;
use super::template::{COUNTER, Token, tokens};
use crate::policy::Policy;

/// Fewer letters than this say too little to be told from other text.
const LEAST_LETTERS: usize = 8;

/// The words of a policy's questions.
#[derive(Debug, Clone, Default)]
pub struct Questions(Vec<(Missing, String)>);

impl Questions {
    /// The questions of a policy's messages and reminders, in all languages.
    pub fn of(policy: &Policy) -> Self {
        let templates = &policy.templates;
        let messages = templates
            .customer_message
            .values()
            .chain(templates.customer_reminder.values());
        let mut questions: Vec<_> = messages
            .flat_map(|template| questions_of(template))
            .collect();
        questions.sort();
        questions.dedup();
        Self(questions)
    }

    /// The words of all questions.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, words)| words.as_str())
    }

    /// What a text asks for, each with the bytes of the words that do.
    pub fn asked_in(&self, text: &str) -> Vec<(Missing, Range<usize>)> {
        let found = self.0.iter().filter_map(|(missing, words)| {
            text.find(words.as_str())
                .map(|at| (*missing, at..at + words.len()))
        });
        found.collect()
    }
}

/// The first telling words of each question.
fn questions_of(template: &str) -> Vec<(Missing, String)> {
    let mut found = Vec::new();
    // The sections that are open; a question with the words found in it so far.
    let mut open: Vec<Option<(Missing, Option<&str>)>> = Vec::new();
    for token in tokens(template) {
        match (token, open.last_mut()) {
            (Token::Missing("level"), _) => open.push(Some((Missing::Level, None))),
            (Token::Missing("date"), _) => open.push(Some((Missing::TargetDate, None))),
            (Token::Missing(_) | Token::Known(_), _) => open.push(None),
            (Token::End(_), _) => {
                let question = open.pop().flatten();
                found.extend(
                    question.and_then(|(missing, words)| Some((missing, words?.to_owned()))),
                );
            }
            // Only what stands directly in the section is there whenever the question is.
            (Token::Text(text), Some(Some((_, words)))) => *words = words.or(telling_words(text)),
            // What stands before the number is only the word for "question".
            (Token::Field(COUNTER), Some(Some((_, words)))) => *words = None,
            (Token::Text(_) | Token::Field(_) | Token::Stray(_), _) => {}
        }
    }
    found
}

/// The first sentence with enough letters, without what the way through a mail program may change:
/// punctuation around it, line breaks, spaces that do not break.
fn telling_words(text: &str) -> Option<&str> {
    text.split(['?', '？', '.', '。', '\n', '\u{a0}', '\u{202f}'])
        .map(|sentence| sentence.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|words| words.chars().filter(|c| c.is_alphabetic()).count() >= LEAST_LETTERS)
}
