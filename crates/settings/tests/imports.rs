//! Texts that are to become settings.

use ferry_core::Policy;
use ferry_core::policy::Position;
use ferry_settings::{Feature, InForce, Managed, Mode, Settings, imported, in_force, read_import};
use serde_json::{Value, json};

fn force(local: &Settings) -> InForce {
    in_force(&Policy::gitlab(), &Managed::default(), local)
}

fn mine() -> Settings {
    Settings::from_value(json!({
        "policy": { "name": "Mine", "tags": { "gold": null } },
        "features": { "banner": false },
    }))
    .settings
}

fn import(text: &str, mode: Mode) -> Settings {
    let local = mine();
    let now = force(&local);
    let settings = read_import(text, &now)
        .and_then(|import| imported(&import, mode, &now, &Managed::default(), &local));
    assert!(settings.is_ok(), "{settings:?}");
    settings.unwrap_or_default()
}

#[test]
fn an_export_comes_back_as_it_was() {
    let replaced = import(&mine().to_json(), Mode::Replace);
    assert_eq!(replaced, mine());
}

#[test]
fn merging_keeps_what_the_text_does_not_name() {
    let text = r#"{ "features": { "draft": false }, "policy": { "tags": { "silver": null } } }"#;
    let merged = import(text, Mode::Merge);
    assert_eq!(
        merged.policy,
        json!({ "name": "Mine", "tags": { "gold": null, "silver": null } })
            .as_object()
            .cloned()
            .unwrap()
    );
    assert!(!merged.features[&Feature::Banner]);
    assert!(!merged.features[&Feature::Draft]);
    let replaced = import(text, Mode::Replace);
    assert_eq!(
        Value::Object(replaced.policy),
        json!({ "tags": { "silver": null } })
    );
    assert_eq!(replaced.features.len(), 1);
}

#[test]
fn a_feature_goes_back_to_the_default() {
    let merged = import(r#"{ "features": { "banner": true } }"#, Mode::Merge);
    assert!(merged.features.is_empty());
}

#[test]
fn a_policy_of_its_own_and_a_bare_patch_are_taken_too() {
    let lantern = include_str!("../../core/tests/policies/lantern.json");
    let replaced = import(lantern, Mode::Replace);
    let now = force(&replaced);
    assert_eq!(*now.policy, Policy::from_json(lantern).unwrap());
    let merged = import(r#"{ "name": "Bare" }"#, Mode::Merge);
    assert_eq!(force(&merged).policy.name, "Bare");
}

#[test]
fn a_mistake_is_told_with_its_place_in_the_whole_text() {
    let text =
        "{ \"version\": 1,\n  \"policy\": { \"name\": \"\",\n    \"tags\": { \"gold\": 3 } } }";
    let errors = read_import(text, &force(&Settings::default())).unwrap_err();
    let places: Vec<(&str, Option<Position>)> = errors
        .0
        .iter()
        .map(|error| (error.field.as_str(), error.position))
        .collect();
    assert_eq!(
        places,
        [(
            "policy.tags.gold",
            Some(Position {
                line: 3,
                column: 23
            })
        )]
    );
    let text = "{ \"policy\": { \"name\": \"\" } }";
    let errors = read_import(text, &force(&Settings::default())).unwrap_err();
    assert_eq!(errors.0[0].field, "policy.name");
    assert_eq!(
        errors.0[0].position,
        Some(Position {
            line: 1,
            column: 23
        })
    );
}

#[test]
fn what_is_no_settings_is_refused_with_a_reason() {
    for text in [
        "",
        "nonsense",
        "[]",
        "{ \"a\": ",
        r#"{ "wings": 1 }"#,
        r#"{ "policy": [] }"#,
    ] {
        let errors = read_import(text, &force(&Settings::default())).unwrap_err();
        assert!(!errors.0.is_empty(), "{text}");
    }
}
