//! What an administrator ships by the browser's own means, `storage.managed`.

use ferry_core::policy::{Kind, PolicyError, Problem};
use serde_json::{Map, Value};

use crate::sparse::{Reading, Settings};

/// The administrator's layer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Managed {
    /// What is shipped.
    pub settings: Settings,
    /// Whether agents may change what is shipped.
    pub lock: bool,
    /// What could not be used.
    pub mistakes: Vec<PolicyError>,
}

impl Managed {
    /// Reads what `storage.managed` holds. The policy may also be JSON text: browsers that want a
    /// type for each managed value have none for a patch.
    pub fn read(mut object: Map<String, Value>) -> Self {
        if object.is_empty() {
            return Self::default();
        }
        let lock = object.remove("lock");
        let mut mistakes = Vec::new();
        let mut mistake = |field: &str, problem: Problem| {
            mistakes.push(PolicyError {
                field: field.to_owned(),
                problem,
                position: None,
            });
        };
        if !matches!(lock, None | Some(Value::Bool(_))) {
            mistake("lock", Problem::WrongKind(Kind::Bool));
        }
        if let Some(Value::String(text)) = object.get("policy") {
            match serde_json::from_str(text) {
                Ok(policy) => {
                    object.insert("policy".to_owned(), policy);
                }
                Err(error) => {
                    let reason = error.to_string();
                    mistake("policy", Problem::NotJson { reason });
                    object.remove("policy");
                }
            }
        }
        let Reading {
            settings,
            mistakes: others,
        } = Settings::from_value(Value::Object(object));
        mistakes.extend(others);
        Self {
            settings,
            // What cannot be read is taken for the careful one.
            lock: lock.and_then(|lock| lock.as_bool()).unwrap_or(true),
            mistakes,
        }
    }

    /// Whether anything is shipped.
    pub fn is_empty(&self) -> bool {
        self.settings.is_empty() && self.mistakes.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(value: Value) -> Managed {
        Managed::read(value.as_object().cloned().unwrap_or_default())
    }

    #[test]
    fn a_policy_may_be_an_object_or_its_text() {
        let patch = json!({ "tags": { "gold": null } });
        let object = read(json!({ "policy": patch }));
        let text = read(json!({ "policy": patch.to_string() }));
        assert_eq!(object, text);
        assert!(object.lock && object.mistakes.is_empty());
        assert_eq!(Value::Object(object.settings.policy), patch);
    }

    #[test]
    fn what_is_wrong_is_told_and_the_rest_is_used() {
        let managed = read(json!({ "policy": "{", "lock": 1, "features": { "banner": false } }));
        assert_eq!(managed.mistakes.len(), 2);
        assert!(managed.lock && managed.settings.policy.is_empty());
        assert_eq!(managed.settings.features.len(), 1);
        assert!(read(json!({})).is_empty());
    }
}
