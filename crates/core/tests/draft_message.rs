//! The message to the customer and its reminder: what they say, ask and note.

mod message;

use expect_test::{Expect, expect};
use ferry_core::draft::{self, MessageInput, Migration, Missing};
use ferry_core::{LevelId, NaiveDate, OfferingId, Policy};
use message::{input, migration};
use proptest::prelude::*;

fn check(described: &str, locale: &str, expected: Expect) {
    expected.assert_eq(&draft::customer_message(&Policy::gitlab(), &input(described, locale)).text);
}

fn check_reminder(described: &str, locale: &str, expected: Expect) {
    expected
        .assert_eq(&draft::customer_reminder(&Policy::gitlab(), &input(described, locale)).text);
}

#[test]
fn it_asks_for_level_and_date() {
    check(
        "self_managed > saas, -, -",
        "en-US",
        expect![[r#"
        It looks like you are moving from GitLab Self-Managed to GitLab.com. Your current subscription covers support for GitLab Self-Managed only, but we would like to support you on GitLab.com during the move as well.

        So that our team can set this up, could you please tell me:

        Q1: Which support level do you plan to have on GitLab.com (Premium / Ultimate)?

        Q2: By which date do you expect to complete the migration? If it is not final yet, your best estimate is fine; please give day, month and year.

        I am asking only so that we can arrange support for you. For anything about the subscription itself, such as prices or terms, your GitLab account team is the right contact.

        In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
}

#[test]
fn it_asks_only_for_what_is_missing() {
    check(
        "saas > self_managed, premium, -",
        "en",
        expect![[r#"
        It looks like you are moving from GitLab.com to GitLab Self-Managed. Your current subscription covers support for GitLab.com only, but we would like to support you on GitLab Self-Managed during the move as well.

        So that our team can set this up, could you please tell me:

        Q1: By which date do you expect to complete the migration? If it is not final yet, your best estimate is fine; please give day, month and year.

        I have noted Premium as the planned support level. Please let me know if that has changed.

        I am asking only so that we can arrange support for you. For anything about the subscription itself, such as prices or terms, your GitLab account team is the right contact.

        In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
    check(
        "self_managed > saas, -, 2027-03-31",
        "en",
        expect![[r#"
        It looks like you are moving from GitLab Self-Managed to GitLab.com. Your current subscription covers support for GitLab Self-Managed only, but we would like to support you on GitLab.com during the move as well.

        So that our team can set this up, could you please tell me:

        Q1: Which support level do you plan to have on GitLab.com (Premium / Ultimate)?

        I have noted 31 March 2027 as the target date. Please let me know if that has changed.

        I am asking only so that we can arrange support for you. For anything about the subscription itself, such as prices or terms, your GitLab account team is the right contact.

        In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
    check(
        "self_managed > saas, ultimate, 2027-03-31",
        "en",
        expect![[r#"
            It looks like you are moving from GitLab Self-Managed to GitLab.com. Your current subscription covers support for GitLab Self-Managed only, but we would like to support you on GitLab.com during the move as well.

            I have noted Ultimate as the planned support level and 31 March 2027 as the target date. Please let me know if that has changed.

            For anything about the subscription itself, such as prices or terms, your GitLab account team is the right contact.

            In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
}

#[test]
fn the_only_level_of_an_offering_is_not_asked_for() {
    check(
        "saas > dedicated, -, -",
        "en",
        expect![[r#"
        It looks like you are moving from GitLab.com to GitLab Dedicated. Your current subscription covers support for GitLab.com only, but we would like to support you on GitLab Dedicated during the move as well.

        So that our team can set this up, could you please tell me:

        Q1: By which date do you expect to complete the migration? If it is not final yet, your best estimate is fine; please give day, month and year.

        I am asking only so that we can arrange support for you. For anything about the subscription itself, such as prices or terms, your GitLab account team is the right contact.

        In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
}

#[test]
fn it_does_without_what_nothing_states() {
    check(
        "- > -, -, -",
        "en",
        expect![[r#"
        It looks like you are moving to another GitLab offering. Your current subscription covers support for your present offering only, but we would like to support you on the new one during the move as well.

        So that our team can set this up, could you please tell me:

        Q1: Which GitLab offering are you moving to?

        Q2: Which support level do you plan to have there?

        Q3: By which date do you expect to complete the migration? If it is not final yet, your best estimate is fine; please give day, month and year.

        I am asking only so that we can arrange support for you. For anything about the subscription itself, such as prices or terms, your GitLab account team is the right contact.

        In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
    check(
        "- > saas, -, -",
        "en",
        expect![[r#"
        It looks like you are moving to GitLab.com. Your current subscription covers support for your present offering only, but we would like to support you on GitLab.com during the move as well.

        So that our team can set this up, could you please tell me:

        Q1: Which support level do you plan to have on GitLab.com (Premium / Ultimate)?

        Q2: By which date do you expect to complete the migration? If it is not final yet, your best estimate is fine; please give day, month and year.

        I am asking only so that we can arrange support for you. For anything about the subscription itself, such as prices or terms, your GitLab account team is the right contact.

        In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
    check(
        "nowhere > never, none, -",
        "en",
        expect![[r#"
        It looks like you are moving to another GitLab offering. Your current subscription covers support for your present offering only, but we would like to support you on the new one during the move as well.

        So that our team can set this up, could you please tell me:

        Q1: Which GitLab offering are you moving to?

        Q2: Which support level do you plan to have there?

        Q3: By which date do you expect to complete the migration? If it is not final yet, your best estimate is fine; please give day, month and year.

        I am asking only so that we can arrange support for you. For anything about the subscription itself, such as prices or terms, your GitLab account team is the right contact.

        In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
}

#[test]
fn the_reminder_asks_for_what_is_still_missing() {
    check_reminder(
        "self_managed > saas, -, -",
        "en",
        expect![[r#"
        I would like to come back to your move to GitLab.com. So that our team can set up support for it, there is something that I still need to know:

        Q1: Which support level do you plan to have on GitLab.com (Premium / Ultimate)?

        Q2: By which date do you expect to complete the migration? If it is not final yet, your best estimate is fine; please give day, month and year.

        If this has not been decided yet, just let me know, and we will see how we can best support you until then.

        In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
    check_reminder(
        "self_managed > saas, premium, -",
        "en",
        expect![[r#"
        I would like to come back to your move to GitLab.com. So that our team can set up support for it, there is something that I still need to know:

        Q1: By which date do you expect to complete the migration? If it is not final yet, your best estimate is fine; please give day, month and year.

        I have noted Premium as the planned support level. Please let me know if that has changed.

        If this has not been decided yet, just let me know, and we will see how we can best support you until then.

        In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
    check_reminder(
        "self_managed > dedicated, -, 2027-03-31",
        "en",
        expect![[r#"
            I would like to come back to your move to GitLab Dedicated. Thank you, I now have all that our team needs to set up support for it.

            I have noted 31 March 2027 as the target date. Please let me know if that has changed.

            In the meantime, I am happy to go on with the technical question in this ticket."#]],
    );
}

#[test]
fn what_is_missing_is_known() {
    let check = |described: &str, missing: &[Missing]| {
        assert_eq!(
            migration(described).missing(&Policy::gitlab()),
            missing,
            "{described}"
        );
    };
    check(
        "- > -, -, -",
        &[Missing::NewOffering, Missing::Level, Missing::TargetDate],
    );
    check("- > saas, -, 2027-03-01", &[Missing::Level]);
    check("- > dedicated, -, -", &[Missing::TargetDate]);
    check("saas > saas, premium, 2027-03-01", &[]);
}

#[test]
fn a_name_is_escaped() {
    let mut policy = Policy::gitlab();
    policy.offerings[1].name = "<b>Cloud & \"more\"</b>".to_owned();
    policy
        .templates
        .customer_message
        .insert("en".to_owned(), "To {new_offering}.".to_owned());
    let draft = draft::customer_message(&policy, &input("- > saas, -, -", "en"));
    expect!["<p>To &lt;b&gt;Cloud &amp; &quot;more&quot;&lt;/b&gt;.</p>"].assert_eq(&draft.html);
    expect![[r#"To <b>Cloud & "more"</b>."#]].assert_eq(&draft.text);
}

/// All that is asked and noted in one message.
fn any_migration() -> impl Strategy<Value = Migration> {
    let offering = prop::option::of(prop::sample::select(vec![
        "self_managed",
        "saas",
        "dedicated",
    ]));
    let level = prop::option::of(prop::sample::select(vec!["starter", "premium", "ultimate"]));
    let date = prop::option::of((2026..2030, 1_u32..13, 1_u32..29));
    (offering.clone(), offering, level, date).prop_map(|(from, to, level, date)| Migration {
        from: from.map(|id| OfferingId(id.to_owned())),
        to: to.map(|id| OfferingId(id.to_owned())),
        level: level.map(|id| LevelId(id.to_owned())),
        target_date: date.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day)),
    })
}

proptest! {
    #[test]
    fn questions_are_numbered_by_what_is_missing(
        migration in any_migration(),
        language in prop::sample::select(vec!["en", "de", "fr", "ja", "es"]),
    ) {
        let policy = Policy::gitlab();
        let missing = migration.missing(&policy).len();
        let input = MessageInput { migration, locale: Some(language.to_owned()) };
        for draft in [draft::customer_message(&policy, &input), draft::customer_reminder(&policy, &input)] {
            let word = match language { "en" => "Q", "de" => "Frage ", "ja" => "質問", "es" => "Pregunta ", _ => "Question " };
            for n in 1..=3 {
                prop_assert_eq!(draft.text.contains(&format!("\n{word}{n}")), n <= missing);
            }
            prop_assert!(!draft.text.contains(['{', '}']), "{}", draft.text);
            prop_assert!(!draft.text.contains("  ") && !draft.text.contains(" ."), "{}", draft.text);
        }
    }

    #[test]
    fn any_template_is_rendered(template in "([{}?!/]|level|date|n|\\PC|\\n){0,30}", locale in "\\PC{0,6}") {
        let mut policy = Policy::gitlab();
        policy.templates.customer_message.insert("en".to_owned(), template);
        draft::customer_message(&policy, &input("- > saas, premium, -", &locale));
    }
}
