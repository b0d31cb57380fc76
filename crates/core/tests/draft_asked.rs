//! Ferry's own questions are recognised in every language.

mod message;

use ferry_core::Policy;
use ferry_core::draft::{Missing, Questions, customer_message, customer_reminder};
use message::input;

fn check(described: &str, language: &str, asked: &[Missing]) {
    let policy = Policy::gitlab();
    let questions = Questions::of(&policy);
    let input = input(described, language);
    for draft in [
        customer_message(&policy, &input),
        customer_reminder(&policy, &input),
    ] {
        let text = format!("Hi Ana,\n\n{}\n\nBest", draft.text.replace('\u{a0}', " "));
        let mut found: Vec<_> = questions
            .asked_in(&text)
            .into_iter()
            .map(|(missing, _)| missing)
            .collect();
        found.sort();
        found.dedup();
        assert_eq!(found, asked, "{language}: {text}");
    }
}

#[test]
fn what_a_draft_asks_for_is_found_in_it() {
    for language in Policy::gitlab().templates.customer_message.keys() {
        check(
            "self_managed > saas, -, -",
            language,
            &[Missing::Level, Missing::TargetDate],
        );
        check("- > -, -, 2027-03-31", language, &[Missing::Level]);
        check(
            "self_managed > saas, premium, -",
            language,
            &[Missing::TargetDate],
        );
        check("self_managed > saas, premium, 2027-03-31", language, &[]);
    }
}

#[test]
fn the_quote_is_the_question() {
    let text = "Q1: Which support level do you plan to have on GitLab.com (Premium)?";
    let asked = Questions::of(&Policy::gitlab()).asked_in(text);
    let quotes: Vec<_> = asked
        .into_iter()
        .map(|(missing, range)| (missing, &text[range]))
        .collect();
    assert_eq!(
        quotes,
        [(Missing::Level, "Which support level do you plan to have")]
    );
}

#[test]
fn short_words_are_no_question() {
    let mut policy = Policy::gitlab();
    policy.templates.customer_reminder.clear();
    policy.templates.customer_message = [(
        "en".to_owned(),
        "{!level}Which? {?to}And which on it{/to}{/level}{!date}When?{/date}".to_owned(),
    )]
    .into();
    assert_eq!(
        Questions::of(&policy).asked_in("Which? When? And which on it"),
        []
    );
}
