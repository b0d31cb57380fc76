//! Reading a policy's text: every mistake is found, at its field and line.

// Helpers outside of test functions are test code too.
#![allow(clippy::unwrap_used)]

use expect_test::{Expect, expect};
use ferry_core::Policy;
use serde_json::{Value, json};

/// The mistakes in GitLab's policy after a change.
fn check(change: impl FnOnce(&mut Value), expected: Expect) {
    let mut policy = serde_json::to_value(Policy::gitlab()).unwrap();
    change(&mut policy);
    expected.assert_eq(&mistakes(&policy.to_string()));
}

/// The mistakes without their places, which are tested by themselves.
fn mistakes(text: &str) -> String {
    let Err(errors) = Policy::from_json(text) else {
        return String::new();
    };
    let lines = errors
        .0
        .into_iter()
        .map(|error| format!("{}: {}", error.field, error.problem));
    lines.collect::<Vec<_>>().join("\n")
}

/// The mistakes of a text with their places.
fn check_text(text: &str, expected: Expect) {
    expected.assert_eq(&Policy::from_json(text).map_or_else(|e| e.to_string(), |p| p.name));
}

#[test]
fn the_default_is_valid() {
    let policy = Policy::from_json(include_str!("../data/gitlab.json")).unwrap();
    assert_eq!(policy, Policy::gitlab());
    assert_eq!(policy.mistakes(), []);
}

#[test]
fn another_company_can_use_it() {
    check_text(
        include_str!("policies/lantern.json"),
        expect!["Lantern Analytics"],
    );
}

#[test]
fn what_is_written_is_read_again() {
    let text = serde_json::to_string(&Policy::gitlab()).unwrap();
    assert_eq!(Policy::from_json(&text).unwrap(), Policy::gitlab());
}

#[test]
fn broken_json_is_placed() {
    check_text(
        "",
        expect!["policy (line 1, column 1): this is not JSON: EOF while parsing a value"],
    );
    check_text(
        "{\n  \"version\": 1,,\n}",
        expect!["policy (line 2, column 16): this is not JSON: key must be a string"],
    );
    check_text(
        "[]",
        expect![[
            r#"policy (line 1, column 1): a JSON object belongs here: write { "version": 1, … }"#
        ]],
    );
}

#[test]
fn a_mistake_is_placed_at_its_value() {
    let text = include_str!("policies/lantern.json")
        .replace(
            "\"level\": \"enterprise\", \"scheme\": \"current\", \"legacy\"",
            "\"level\": \"gold\", \"scheme\": \"curent\", \"legacy\"",
        )
        .replace("7500", "\"7500\"")
        .replace("\"short\": \"Cloud\",", "")
        .replace("\"names\": [\"standard\"]", "\"names\": [3], \"nmes\": []");
    check_text(
        &text,
        expect![[r#"
            offerings[1] (line 13, column 5): `short` is missing: add it
            levels[0].names[0] (line 23, column 55): this is of the wrong kind: write a text, "…"
            tags[2].scheme (line 29, column 84): `curent` is not possible: write one of `current`, `plain`
            ops.url_budget (line 45, column 19): this is of the wrong kind: write a whole number"#]],
    );
    let text = text
        .replace("curent", "current")
        .replace("\"7500\"", "75")
        .replace(
            "\"name\": \"Lantern Cloud\",\n",
            "\"name\": \"Lantern Cloud\", \"short\": \"C\",\n",
        )
        .replace("[3], \"nmes\": []", "[\"x\"]");
    check_text(
        &text,
        expect![[r#"
            tags[2].level (line 29, column 66): `gold` is no level: write one of `standard`, `enterprise`
            ops.url_budget (line 45, column 19): 75 is out of range: write 500 to 10000, such as 7500"#]],
    );
}

#[test]
fn a_key_that_is_there_twice_is_not_lost() {
    check_text(
        r#"{"version": 1, "ops": {"base": "a", "base": "b"}, "version": 1}"#,
        expect![[r#"
            ops.base (line 1, column 37): this is there twice in its object: remove one of them
            version (line 1, column 51): this is there twice in its object: remove one of them"#]],
    );
}

#[test]
fn all_wrong_kinds_are_found() {
    check(
        |policy| {
            policy["name"] = json!(7);
            policy["tags"] = json!({});
            policy["forms"][2] = json!({ "id": "x", "name": "y" });
            policy["forms"][3]["offring"] = json!(null);
            policy["templates"]["customer_message"]["de"] = json!(null);
            policy["colour"] = json!("red");
            policy.as_object_mut().unwrap().remove("links");
        },
        expect![[r#"
            name: this is of the wrong kind: write a text, "…"
            tags: this is of the wrong kind: write a list, [ … ]
            forms[2].id: this is of the wrong kind: write a whole number
            forms[3].offring: there is no such field: write one of `id`, `name`, `offering`
            links: this is missing: every policy has it
            templates.customer_message.de: this is of the wrong kind: write a text, "…"
            colour: a policy has no such field: remove it, or see docs/policy.md for its name"#]],
    );
}

#[test]
fn another_version_is_all_there_is_to_say() {
    check(
        |policy| *policy = json!({ "version": 2, "new": true }),
        expect!["version: version 2 is not one that this Ferry reads: write 1, or update Ferry"],
    );
}
