//! Sparse policies: what a patch changes, and that a difference makes the policy again.

// Helpers outside of test functions are test code too.
#![allow(clippy::unwrap_used)]

use expect_test::{Expect, expect};
use ferry_core::Policy;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What of GitLab's policy a patch changes, or the mistakes in it.
fn check(patch: &str, expected: Expect) {
    let shown = match Policy::merge(&Policy::gitlab(), patch) {
        Ok(policy) => sorted(policy.difference(&Policy::gitlab())).to_string(),
        Err(errors) => errors.to_string(),
    };
    expected.assert_eq(&shown);
}

/// With keys in alphabetical order: whether JSON objects keep their own order depends on which
/// other crates of the workspace are built beside this one.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> = map.into_iter().collect();
            entries.sort_by(|(one, _), (other, _)| one.cmp(other));
            entries
                .into_iter()
                .map(|(key, value)| (key, sorted(value)))
                .collect()
        }
        other => other,
    }
}

#[test]
fn an_empty_patch_changes_nothing() {
    check("{}", expect!["{}"]);
}

#[test]
fn fields_of_objects_are_merged() {
    check(
        r#"{"ops": {"template": "Bug"}, "templates": {"customer_message": {"de": null, "pt-br": "Olá"}}}"#,
        expect![[
            r#"{"ops":{"template":"Bug"},"templates":{"customer_message":{"de":null,"pt-br":"Olá"}}}"#
        ]],
    );
}

#[test]
fn entries_of_lists_are_changed_by_name() {
    check(
        r#"{
          "tags": {
            "gold": null,
            "sub_sm_starter": {"legacy": null},
            "sub_sm_lite": {"offering": "self_managed", "level": "starter", "scheme": "current"}
          },
          "forms": {"426148": {"offering": null}, "77": {"name": "New", "offering": "saas"}},
          "hosts": {"gitlab1707170878.zendesk.com": null}
        }"#,
        expect![[
            r#"{"forms":{"426148":{"offering":null},"77":{"name":"New","offering":"saas"}},"hosts":{"gitlab1707170878.zendesk.com":null},"tags":{"gold":null,"sub_sm_lite":{"level":"starter","offering":"self_managed","scheme":"current"},"sub_sm_starter":{"legacy":null}}}"#
        ]],
    );
}

#[test]
fn a_list_replaces_the_list() {
    check(
        r#"{"hosts": [{"host": "a.example", "name": "A", "ops_issue": true}], "foreign_products": []}"#,
        expect![[
            r#"{"foreign_products":[],"hosts":[{"host":"a.example","name":"A","ops_issue":true}]}"#
        ]],
    );
}

#[test]
fn mistakes_are_placed_in_the_patch() {
    check(
        "[1]",
        expect![[r#"policy: a JSON object belongs here: write { "tags": { … } }"#]],
    );
    check(
        "{\"tags\": {\n  \"gold\": 1,\n  \"x\": {\"tag\": \"y\"}\n}}",
        expect![[r#"
            tags.gold (line 2, column 11): write an object with what is to change, or null
            tags.x (line 3, column 8): its `tag` must be `x`, as it is named here: leave `tag` out"#]],
    );
    check(
        "{\"tags\": {\n  \"x\": {\"offering\": \"saas\"},\n  \"gold\": {\"level\": \"gold\"}\n}}",
        expect!["tags[14] (line 2, column 8): `level` is missing: add it"],
    );
    check(
        "{\"tags\": {\n  \"gold\": {\"level\": \"gold\"}\n}}",
        expect![
            "tags[13].level (line 2, column 21): `gold` is no level: write one of `starter`, `premium`, `ultimate`"
        ],
    );
    check(
        "{\"forms\": {\n  \"x\": {\"name\": \"X\"}\n}, \"version\": null}",
        expect![[r#"
            version (line 3, column 15): this is missing: every policy has it
            forms[12].id (line 2, column 8): this is of the wrong kind: write a whole number"#]],
    );
    check(
        "{\"version\": 2}",
        expect![
            "version (line 1, column 13): version 2 is not one that this Ferry reads: write 1, or update Ferry"
        ],
    );
    check(
        "{\"ops\": {}, \"ops\": {}}",
        expect!["ops (line 1, column 13): this is there twice in its object: remove one of them"],
    );
}

/// A valid policy, some steps away from GitLab's.
fn policies() -> impl Strategy<Value = Policy> {
    let edits: [fn(&mut Policy); 14] = [
        |policy| policy.name = "Another".to_owned(),
        |policy| policy.ops.template = Some("Bug".to_owned()),
        |policy| drop(policy.tags.pop()),
        |policy| policy.tags.reverse(),
        |policy| policy.tags[0].legacy = !policy.tags[0].legacy,
        |policy| policy.tags[1].tag = "sub_new".to_owned(),
        |policy| policy.forms.swap(0, 1),
        |policy| policy.forms[0].offering = None,
        |policy| policy.forms.clear(),
        |policy| policy.hosts.truncate(1),
        |policy| policy.offerings[0].described_as.clear(),
        |policy| policy.foreign_products.push("zzz".to_owned()),
        |policy| {
            policy
                .templates
                .customer_message
                .retain(|language, _| language == "en")
        },
        |policy| policy.templates.internal_note.push('!'),
    ];
    prop::collection::vec(prop::sample::select(edits.to_vec()), 0..6).prop_map(|edits| {
        let mut policy = Policy::gitlab();
        for edit in edits {
            // An edit of an entry that an earlier one took out is left away.
            let before = policy.clone();
            if policy.forms.len() < 2 {
                continue;
            }
            edit(&mut policy);
            if !policy.mistakes().is_empty() {
                policy = before;
            }
        }
        policy
    })
}

proptest! {
    // Each case reads GitLab's whole policy several times.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_difference_makes_the_policy_again(policy in policies(), default in policies()) {
        let patch = policy.difference(&default);
        prop_assert_eq!(Policy::merge(&default, &patch.to_string()), Ok(policy));
    }

    #[test]
    fn no_difference_is_empty(policy in policies()) {
        prop_assert_eq!(policy.difference(&policy), json!({}));
    }

    #[test]
    fn mutated_policies_are_read_or_refused(
        path in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
        value in values(),
    ) {
        let mut policy = serde_json::to_value(Policy::gitlab()).unwrap();
        *descend(&mut policy, &path) = value;
        never_panics(&policy.to_string());
    }

    #[test]
    fn mutated_texts_are_read_or_refused(
        at in any::<prop::sample::Index>(),
        length in 0_usize..40,
        inserted in "[\\PC\\n\"{}\\[\\],:]{0,12}",
    ) {
        let text = include_str!("../data/gitlab.json");
        let mut start = at.index(text.len());
        while !text.is_char_boundary(start) { start -= 1; }
        let end = (start + length..).find(|end| text.is_char_boundary(*end)).unwrap().min(text.len());
        never_panics(&format!("{}{inserted}{}", &text[..start], &text[end..]));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        never_panics(&text);
    }
}

/// What a broken policy still lets through is judged by the checks, so they must stand it all.
fn never_panics(text: &str) {
    let read = Policy::from_json(text);
    let merged = Policy::merge(&Policy::gitlab(), text);
    for result in [read, merged] {
        match result {
            Ok(policy) => assert_eq!(policy.mistakes(), []),
            Err(errors) => assert!(!errors.0.is_empty() && !errors.to_string().is_empty()),
        }
    }
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u32>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!({ "a": [null] })),
        Just(json!("{?a}{?b}{/a}{")),
    ]
}

fn descend<'v>(value: &'v mut Value, path: &[prop::sample::Index]) -> &'v mut Value {
    let Some((first, rest)) = path.split_first() else {
        return value;
    };
    let length = match &*value {
        Value::Array(entries) => entries.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    if length == 0 {
        return value;
    }
    let at = first.index(length);
    match value {
        Value::Array(entries) => descend(&mut entries[at], rest),
        Value::Object(fields) => descend(fields.values_mut().nth(at).unwrap(), rest),
        leaf => leaf,
    }
}
