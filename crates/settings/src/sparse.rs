//! One layer of settings: only what differs from the layer below it.

use std::collections::BTreeMap;

use ferry_core::policy::{Kind, PolicyError, Problem};
use serde_json::{Map, Value};

use crate::feature::Feature;

/// The version of the settings' format that this Ferry writes.
pub const VERSION: u32 = 1;

/// How an older version's settings become the next one's.
type Step = fn(&mut Map<String, Value>);

/// The first step makes version 2 out of version 1, and so on.
const STEPS: [Step; VERSION as usize - 1] = [];

/// What somebody set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// A patch of the policy, see `docs/policy.md`.
    pub policy: Map<String, Value>,
    /// Features that are switched on or off.
    pub features: BTreeMap<Feature, bool>,
}

/// Settings as they were read, with what could not be used.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// What could be used.
    pub settings: Settings,
    /// What could not, each at its field.
    pub mistakes: Vec<PolicyError>,
}

impl Settings {
    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Reads settings from JSON text.
    pub fn read(text: &str) -> Reading {
        match serde_json::from_str(text) {
            Ok(value) => Self::from_value(value),
            Err(error) => {
                let reason = error.to_string();
                Reading::unusable("", Problem::NotJson { reason })
            }
        }
    }

    /// Reads settings from a JSON value; each part that cannot be used is left out.
    pub fn from_value(value: Value) -> Reading {
        let Value::Object(mut object) = value else {
            let example = "{ \"version\": 1, … }";
            return Reading::unusable("", Problem::NotAnObject { example });
        };
        // Files that people write by hand may leave it out.
        let version = object.remove("version").unwrap_or_else(|| VERSION.into());
        let version = version.as_u64();
        match version.map(|version| (version, u32::try_from(version))) {
            Some((_, Ok(version @ 1..=VERSION))) => migrate(&mut object, version, &STEPS),
            Some((version, _)) if version > VERSION.into() => {
                return Reading::unusable("version", Problem::NewerSettings { version });
            }
            _ => {
                let problem = Problem::NoSettingsVersion { known: VERSION };
                return Reading::unusable("version", problem);
            }
        }
        let mut reading = Reading::default();
        for (name, value) in object {
            match (name.as_str(), value) {
                ("policy", Value::Object(patch)) => reading.settings.policy = patch,
                ("policy", _) => {
                    reading.mistake("policy", Problem::WrongKind(Kind::Object));
                }
                ("features", Value::Object(switches)) => reading.switches(switches),
                ("features", _) => {
                    let example = "{ \"banner\": false, … }";
                    reading.mistake("features", Problem::NotAnObject { example });
                }
                _ => reading.mistake(&name, Problem::UnknownSetting),
            }
        }
        reading
    }

    /// The settings as JSON text, for people too.
    pub fn to_json(&self) -> String {
        format!("{:#}", self.to_value())
    }

    /// The settings as a JSON value, without empty parts.
    pub fn to_value(&self) -> Value {
        let mut object = Map::from_iter([("version".to_owned(), VERSION.into())]);
        if !self.features.is_empty() {
            let switches = self.features.iter();
            let switches = switches.map(|(feature, on)| (feature.name().to_owned(), (*on).into()));
            object.insert("features".to_owned(), Value::Object(switches.collect()));
        }
        if !self.policy.is_empty() {
            object.insert("policy".to_owned(), Value::Object(self.policy.clone()));
        }
        Value::Object(object)
    }
}

impl Reading {
    fn unusable(field: &str, problem: Problem) -> Self {
        let mut reading = Self::default();
        reading.mistake(field, problem);
        reading
    }

    fn mistake(&mut self, field: &str, problem: Problem) {
        self.mistakes.push(PolicyError {
            field: field.to_owned(),
            problem,
            position: None,
        });
    }

    fn switches(&mut self, switches: Map<String, Value>) {
        for (name, value) in switches {
            let field = format!("features.{name}");
            match (Feature::named(&name), value) {
                (Some(feature), Value::Bool(on)) => {
                    self.settings.features.insert(feature, on);
                }
                (Some(_), _) => self.mistake(&field, Problem::WrongKind(Kind::Bool)),
                (None, _) => {
                    let names = Feature::ALL.into_iter().map(Feature::name);
                    let known = names.map(str::to_owned).collect();
                    self.mistake(&field, Problem::UnknownFeature { known });
                }
            }
        }
    }
}

fn migrate(object: &mut Map<String, Value>, version: u32, steps: &[Step]) {
    for step in steps.iter().skip(version.saturating_sub(1) as usize) {
        step(object);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn older_settings_take_each_step_from_their_version_on() {
        let rename: Step = |object| {
            if let Some(value) = object.remove("switches") {
                object.insert("features".to_owned(), value);
            }
        };
        let drop_old: Step = |object| drop(object.remove("old"));
        let read = |version| {
            let mut object = Map::from_iter([
                ("switches".to_owned(), 1.into()),
                ("old".to_owned(), 2.into()),
            ]);
            migrate(&mut object, version, &[rename, drop_old]);
            Value::Object(object)
        };
        assert_eq!(read(1), json!({ "features": 1 }));
        assert_eq!(read(2), json!({ "switches": 1 }));
        assert_eq!(read(3), json!({ "old": 2, "switches": 1 }));
    }

    #[test]
    fn a_part_that_cannot_be_used_costs_only_itself() {
        let reading = Settings::read(
            r#"{ "features": { "banner": false, "draft": "no", "wings": true }, "policy": 3, "x": 1 }"#,
        );
        assert_eq!(
            reading.settings.features,
            BTreeMap::from([(Feature::Banner, false)])
        );
        let fields: Vec<&str> = reading
            .mistakes
            .iter()
            .map(|mistake| mistake.field.as_str())
            .collect();
        assert_eq!(fields, ["features.draft", "features.wings", "policy", "x"]);
    }

    #[test]
    fn another_ferrys_settings_are_not_guessed_at() {
        for text in [
            "",
            "[]",
            r#"{"version": 2}"#,
            r#"{"version": 0}"#,
            r#"{"version": "1"}"#,
        ] {
            let reading = Settings::read(text);
            assert!(reading.settings.is_empty(), "{text}");
            assert_eq!(reading.mistakes.len(), 1, "{text}");
        }
    }

    #[test]
    fn nothing_set_is_nothing_written() {
        assert_eq!(
            Settings::default().to_value().to_string(),
            r#"{"version":1}"#
        );
    }
}
