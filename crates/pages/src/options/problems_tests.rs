use std::collections::BTreeSet;

use ferry_core::policy::{Kind, Problem as P};
use serde_json::Value;

use super::problem_text;

const ENGLISH: &str = include_str!("../../../../extension/_locales/en/messages.json");

fn english() -> Value {
    serde_json::from_str(ENGLISH).unwrap()
}

/// Every sentence once.
fn all() -> Vec<P> {
    let s = str::to_owned;
    let known = || vec![s("first"), s("second")];
    vec![
        P::NotJson { reason: s("why") },
        P::NotAnObject { example: "{ … }" },
        P::WrongKind(Kind::Text),
        P::WrongKind(Kind::WholeNumber),
        P::WrongKind(Kind::Bool),
        P::WrongKind(Kind::List),
        P::WrongKind(Kind::Object),
        P::Unreadable { reason: s("why") },
        P::Missing,
        P::MissingField { name: s("a") },
        P::UnknownPolicyField,
        P::UnknownField { known: known() },
        P::NotOneOf {
            value: s("a"),
            known: known(),
        },
        P::OtherVersion {
            version: 7,
            known: 1,
        },
        P::DoubleKey,
        P::NotAChange,
        P::OtherName {
            key: s("id"),
            name: s("a"),
        },
        P::NoPolicyName,
        P::TooFewOfferings,
        P::NoTags,
        P::NoId,
        P::DuplicateId { id: s("a") },
        P::NoShownName,
        P::NoLevels { known: known() },
        P::NoLevels { known: vec![] },
        P::UnknownOffering {
            id: s("a"),
            known: known(),
        },
        P::UnknownOffering {
            id: s("a"),
            known: vec![],
        },
        P::UnknownLevel {
            id: s("a"),
            known: known(),
        },
        P::UnknownLevel {
            id: s("a"),
            known: vec![],
        },
        P::NoTag,
        P::NotATag { tag: s("a") },
        P::PatternInTable { tag: s("a") },
        P::DuplicateTag { tag: s("a") },
        P::LevelNotSold {
            offering: s("a"),
            level: s("b"),
            sold: known(),
        },
        P::UntouchedTag { tag: s("a") },
        P::NoNames,
        P::BlankName,
        P::NameTaken {
            name: s("a"),
            owner: s("b"),
        },
        P::NotAHost { host: s("a") },
        P::NotAnInstance { base: s("a") },
        P::NotAProject { path: s("a") },
        P::ProjectNotCounted { project: s("a") },
        P::BudgetOutOfRange {
            budget: 7,
            least: 8,
            most: 9,
        },
        P::NotAnAddress { url: s("a") },
        P::NoEnglish,
        P::NotALanguage { language: s("a") },
        P::NoText,
        P::UnknownTemplateField {
            name: s("a"),
            known: &["b", "c"],
        },
        P::SectionCrossed {
            name: s("a"),
            opened: s("b"),
        },
        P::SectionNotBegun { name: s("a") },
        P::SectionNotEnded { name: s("a") },
        P::StrayBrace { brace: s("{") },
        P::NewerSettings { version: 7 },
        P::NoSettingsVersion { known: 1 },
        P::UnknownSetting,
        P::UnknownFeature { known: known() },
    ]
}

/// What the browser makes of a text.
fn said(texts: &Value, problem: &P) -> String {
    let text = problem_text(problem);
    let entry = &texts[text.key];
    let message = entry["message"].as_str().unwrap_or_default();
    let places = entry["placeholders"].as_object().map_or(0, |it| it.len());
    assert_eq!(places, text.values.len(), "{}", text.key);
    let numbered = text.values.iter().zip(1..);
    numbered.fold(message.to_owned(), |message, (value, number)| {
        message.replace(&format!("$value{number}$"), value)
    })
}

#[test]
fn the_page_says_in_english_what_the_command_line_does() {
    let texts = english();
    for problem in all() {
        assert_eq!(said(&texts, &problem), problem.to_string(), "{problem:?}");
    }
}

#[test]
fn each_problem_has_a_sentence_of_its_own() {
    let used: BTreeSet<&str> = all().iter().map(|it| problem_text(it).key).collect();
    assert_eq!(used.len(), all().len());
    let texts = english();
    let there = texts.as_object().unwrap().keys();
    let there: BTreeSet<&str> = there
        .map(String::as_str)
        .filter(|key| key.starts_with("mistake_") && *key != "mistake_place")
        .collect();
    assert_eq!(used, there);
}
