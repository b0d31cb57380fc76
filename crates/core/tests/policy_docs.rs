//! The documentation names every field.

// Helpers outside of test functions are test code too.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use ferry_core::Policy;
use ferry_core::draft::fields;
use serde_json::Value;

const DOCS: &str = include_str!("../../../docs/policy.md");

fn check<'n>(names: impl IntoIterator<Item = &'n str>, write: impl Fn(&str) -> String) {
    let missing: BTreeSet<_> = names
        .into_iter()
        .filter(|name| !DOCS.contains(&write(name)))
        .collect();
    assert!(missing.is_empty(), "not in docs/policy.md: {missing:?}");
}

fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                found.insert(name.clone());
                // What is below is named by language, not by field.
                if !name.starts_with("customer_") {
                    keys(value, found);
                }
            }
        }
        Value::Array(entries) => entries.iter().for_each(|entry| keys(entry, found)),
        _ => {}
    }
}

#[test]
fn every_field_of_the_policy_is_documented() {
    let mut found = BTreeSet::new();
    keys(&serde_json::to_value(Policy::gitlab()).unwrap(), &mut found);
    assert!(found.contains("legacy") && found.contains("url_budget"));
    check(found.iter().map(String::as_str), |name| format!("`{name}`"));
}

#[test]
fn every_field_of_the_templates_is_documented() {
    let all = [fields::MESSAGE, fields::NOTE, fields::OPS].concat();
    check(all, |name| format!("`{{{name}}}`"));
}

#[test]
fn the_example_of_a_patch_is_valid() {
    let start = DOCS.find("```json\n").unwrap() + "```json\n".len();
    let length = DOCS[start..].find("```").unwrap();
    Policy::merge(&Policy::gitlab(), &DOCS[start..start + length]).unwrap();
}
