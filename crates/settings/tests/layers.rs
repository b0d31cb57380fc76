//! What is in force, and what is written so that it is.

use std::collections::BTreeMap;

use ferry_core::Policy;
use ferry_settings::{Feature, InForce, Layer, Managed, Settings, in_force};
use serde_json::{Value, json};

fn settings(value: Value) -> Settings {
    let reading = Settings::from_value(value);
    assert_eq!(reading.mistakes, []);
    reading.settings
}

fn managed(value: Value) -> Managed {
    Managed::read(value.as_object().cloned().unwrap_or_default())
}

fn force(managed: &Managed, local: &Settings) -> InForce {
    in_force(&Policy::gitlab(), managed, local)
}

#[test]
fn with_nothing_set_the_default_is_in_force() {
    let now = force(&Managed::default(), &Settings::default());
    assert_eq!(*now.policy, Policy::gitlab());
    assert!(Feature::ALL.into_iter().all(|feature| now.is_on(feature)));
    assert_eq!(now.mistakes, []);
}

#[test]
fn what_an_administrator_ships_is_locked_and_the_rest_is_the_agents() {
    let managed = managed(json!({
        "policy": { "name": "Team", "hosts": { "team.zendesk.com": { "name": "T", "ops_issue": false } } },
        "features": { "tag_change": false },
    }));
    let local = settings(json!({
        "policy": { "name": "Mine", "tags": { "gold": null } },
        "features": { "tag_change": true, "banner": false },
    }));
    let now = force(&managed, &local);
    assert_eq!(now.policy.name, "Team");
    assert!(now.policy.host("team.zendesk.com").is_some());
    assert!(now.policy.tags.iter().all(|tag| tag.tag != "gold"));
    assert!(!now.is_on(Feature::TagChange) && !now.is_on(Feature::Banner));
    assert!(now.locked_fields.contains("name") && !now.locked_fields.contains("tags"));
    assert!(now.locked_features.contains(&Feature::TagChange));
    assert_eq!(now.mistakes, []);
    // The agent's name waits.
    assert_eq!(now.own_policy(&now.policy, &local), local.policy);
}

#[test]
fn without_the_lock_it_is_a_default() {
    let managed = managed(json!({
        "lock": false, "policy": { "name": "Team" }, "features": { "banner": false },
    }));
    let now = force(&managed, &Settings::default());
    assert_eq!(now.policy.name, "Team");
    assert!(!now.is_on(Feature::Banner));
    let mut local = settings(json!({ "policy": { "name": "Mine" } }));
    local.switch(&managed, Feature::Banner, true);
    local.switch(&managed, Feature::Draft, true);
    assert_eq!(local.features, BTreeMap::from([(Feature::Banner, true)]));
    let now = force(&managed, &local);
    assert_eq!(now.policy.name, "Mine");
    assert!(now.is_on(Feature::Banner));
    assert!(now.locked_fields.is_empty() && now.locked_features.is_empty());
}

#[test]
fn a_mistake_costs_only_its_own_field_and_is_kept() {
    let local = settings(json!({
        "policy": { "name": "Mine", "templates": { "internal_note": "{nonsense}" } },
    }));
    let now = force(&Managed::default(), &local);
    assert_eq!(now.policy.name, "Mine");
    assert_eq!(now.policy.templates, Policy::gitlab().templates);
    let mistake = &now.mistakes[0];
    assert_eq!(mistake.layer, Layer::Local);
    assert_eq!(mistake.error.field, "templates.internal_note");
    assert_eq!(now.own_policy(&now.policy, &local), local.policy);
}

#[test]
fn a_change_that_breaks_another_field_is_left_out_as_a_whole() {
    let local = settings(json!({ "policy": { "offerings": { "saas": null } } }));
    let now = force(&Managed::default(), &local);
    assert_eq!(*now.policy, Policy::gitlab());
    assert_eq!(now.unused, local.policy);
}
