use super::level::Context;
use super::*;
use crate::judge::{Author, Doc};
use crate::policy::Policy;
use crate::ticket::{Comment, Record, User};

/// One text as the judge reads it.
pub(crate) fn doc(text: &str, author: Author, internal: bool) -> Doc {
    let policy = Policy::gitlab();
    let judge_docs = crate::judge::read_for_tests(&policy, &record(text, author, internal));
    judge_docs.into_iter().next().unwrap()
}

fn record(text: &str, author: Author, internal: bool) -> Record {
    let staff = author != Author::Customer;
    Record {
        comments: vec![Comment {
            id: 1,
            author_id: Some(7),
            public: !internal,
            plain_body: Some(text.to_owned()),
            created_at: Some("2026-11-20T10:00:00Z".to_owned()),
            ..Comment::default()
        }],
        users: vec![User {
            id: 7,
            role: Some(if staff { "agent" } else { "end-user" }.to_owned()),
            ..User::default()
        }],
        ..Record::default()
    }
}

pub(crate) fn any_line(text: &str, internal: bool, found: impl Fn(&Doc, usize) -> bool) -> bool {
    let author = if internal {
        Author::Staff
    } else {
        Author::Customer
    };
    let doc = doc(text, author, internal);
    (0..doc.lines.len()).any(|at| found(&doc, at))
}

/// A customer's answer to an agent who asked about a move from Self-Managed to GitLab.com.
pub(crate) fn any_answer(text: &str, found: impl Fn(&Doc, usize, Context) -> bool) -> bool {
    let context = Context {
        to: Some(1),
        from: Some(0),
        asked: true,
        about_migration: true,
    };
    any_line(text, false, |doc, at| found(doc, at, context))
}

const CARDS: &[Card] = &[
    asked::CARD,
    level::CARD,
    movement::CARD,
    ops_link::CARD,
    labelled_ends::CARD,
    set_up_block::CARD,
    target_date::CARD,
    verdict::CARD,
];

#[test]
fn every_signal_says_what_it_does_why_and_shows_an_example() {
    for card in CARDS {
        for part in ["//! # ", "//! What it does: ", "//! Why: ", "//! Example: "] {
            assert!(
                card.source.contains(part),
                "{}: {part:?} is missing",
                card.name
            );
        }
        assert!(
            card.finds.len() >= 2 && card.passes.len() >= 2,
            "{}: examples",
            card.name
        );
    }
}

#[test]
fn every_signal_file_has_its_card() {
    let modules = include_str!("mod.rs").matches("pub(crate) mod ").count();
    // `frame` is the grammar that signals share, none itself.
    assert_eq!(modules - 1, CARDS.len());
}

#[test]
fn every_signal_finds_its_examples_and_passes_the_others() {
    for card in CARDS {
        for text in card.finds {
            assert!((card.found)(text), "{} should find: {text}", card.name);
        }
        for text in card.passes {
            assert!(
                !(card.found)(text),
                "{} should pass over: {text}",
                card.name
            );
        }
    }
}
