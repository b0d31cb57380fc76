//! The difference between two policies, for people.

use ferry_core::Policy;
use serde_json::Value;

/// One field that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The field, as a path: `tags.gold.level`.
    pub field: String,
    /// What it is; `None`: it is not there.
    pub before: Option<String>,
    /// What it will be; `None`: it will not be there.
    pub after: Option<String>,
}

/// All fields that are different, sorted by their paths.
pub fn changes(before: &Policy, after: &Policy) -> Vec<Change> {
    let mut changes = Vec::new();
    let old = serde_json::to_value(before).unwrap_or_default();
    walk(
        &after.difference(before),
        Some(&old),
        String::new(),
        &mut changes,
    );
    changes.sort_by(|one, other| one.field.cmp(&other.field));
    changes
}

fn walk(patch: &Value, old: Option<&Value>, field: String, changes: &mut Vec<Change>) {
    match patch {
        // What is new as a whole is told as a whole.
        Value::Object(fields) if field.is_empty() || old.is_some() => {
            for (name, change) in fields {
                let path = if field.is_empty() {
                    name.clone()
                } else {
                    format!("{field}.{name}")
                };
                walk(change, old.and_then(|old| inner(old, name)), path, changes);
            }
        }
        _ => changes.push(Change {
            field,
            before: old.filter(|old| !old.is_null()).map(shown),
            after: (!patch.is_null()).then(|| shown(patch)),
        }),
    }
}

/// A field of an object, or the entry of a list that has this name.
fn inner<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    let is_named = |entry: &&Value| {
        ["id", "tag", "host"].iter().any(|key| match &entry[*key] {
            Value::String(text) => text == name,
            Value::Number(number) => number.to_string() == name,
            _ => false,
        })
    };
    match value {
        Value::Array(entries) => entries.iter().find(is_named),
        _ => value.get(name),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_is_told_with_what_it_was_and_will_be() {
        let before = Policy::gitlab();
        let after = Policy::merge(
            &before,
            r#"{ "name": "Lantern", "tags": { "gold": null, "silver": { "level": "ultimate" } },
                "hosts": { "lantern.zendesk.com": { "name": "Lantern", "ops_issue": false } } }"#,
        );
        let told: Vec<String> = changes(&before, &after.unwrap())
            .into_iter()
            .map(|change| {
                // Whether an object's keys are sorted depends on what else is built.
                let side = |text: Option<String>| match text {
                    Some(text) if text.starts_with('{') => "an entry".to_owned(),
                    Some(text) => text,
                    None => "-".to_owned(),
                };
                let Change {
                    field,
                    before,
                    after,
                } = change;
                format!("{field}: {} > {}", side(before), side(after))
            })
            .collect();
        assert_eq!(
            told,
            [
                "hosts.lantern.zendesk.com: - > an entry",
                "name: GitLab > Lantern",
                "tags.gold: an entry > -",
                "tags.silver.level: premium > ultimate",
            ]
        );
    }

    #[test]
    fn nothing_changes_between_the_same() {
        assert_eq!(changes(&Policy::gitlab(), &Policy::gitlab()), []);
    }
}
