//! The files that administrators are given say what Ferry understands.

use ferry_core::Policy;
use ferry_settings::{Feature, Managed, Settings, in_force};
use serde_json::{Map, Value};

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

fn json(text: &str) -> Value {
    // What is no JSON ships nothing, which the checks see.
    serde_json::from_str(text).unwrap_or_default()
}

fn check(shipped: Map<String, Value>) {
    let now = in_force(
        &Policy::gitlab(),
        &Managed::read(shipped),
        &Settings::default(),
    );
    assert_eq!(now.mistakes, []);
    assert!(now.policy.host("company.zendesk.com").is_some());
    assert!(!now.is_on(Feature::TagChange) && !now.is_on(Feature::Welcome));
    assert!(now.is_on(Feature::Banner));
}

#[test]
fn the_ready_files_are_in_force_as_they_say() {
    let chrome = json(include_str!(
        "../../../docs/team-policy/chrome-or-edge-linux.json"
    ));
    check(object(&chrome["3rdparty"]["extensions"]["EXTENSION_ID"]));
    let firefox = json(include_str!(
        "../../../docs/team-policy/firefox-policies.json"
    ));
    check(object(
        &firefox["policies"]["3rdparty"]["Extensions"]["ferry@ferry.example"],
    ));
    let console = json(include_str!(
        "../../../docs/team-policy/chrome-or-edge-admin-console.json"
    ));
    let values = object(&console).into_iter();
    check(
        values
            .map(|(name, value)| (name, value["Value"].clone()))
            .collect(),
    );
}

#[test]
fn the_registry_file_holds_the_same_texts() {
    let file = include_str!("../../../docs/team-policy/edge-or-chrome-windows.reg");
    let values = file.lines().filter_map(|line| {
        let (name, text) = line.split_once("\"=")?;
        let text: String = serde_json::from_str(text).ok()?;
        let value = match name {
            // The policy is a text to the schema, the features are none.
            "\"policy" => Value::String(text),
            _ => json(&text),
        };
        Some((name.trim_matches('"').to_owned(), value))
    });
    check(values.collect());
}

#[test]
fn the_schema_for_chrome_and_edge_names_every_feature() {
    let schema = json(include_str!("../../../extension/static/managed.json"));
    let mut names: Vec<String> = object(&schema["properties"]["features"]["properties"])
        .keys()
        .cloned()
        .collect();
    names.sort_unstable();
    let mut features: Vec<&str> = Feature::ALL.into_iter().map(Feature::name).collect();
    features.sort_unstable();
    assert_eq!(names, features);
}
