//! The patch that makes one policy out of another: what is exported and stored, so that what a team
//! did not change follows the default.

use serde_json::{Map, Value};

use super::Policy;
use super::patch::{KEYED, apply_to_entry, name_of, object_of};

impl Policy {
    /// The smallest patch that makes this policy out of the default:
    /// `merge(default, difference(default)) == self`.
    pub fn difference(&self, default: &Self) -> Value {
        let (mut before, mut after) = (object_of(default), object_of(self));
        let mut patch = Map::new();
        for (list, key) in KEYED {
            let lists = (before.remove(list), after.remove(list));
            let (Some(Value::Array(old)), Some(Value::Array(new))) = lists else {
                continue;
            };
            if old != new {
                let changes = list_difference(&old, &new, key).unwrap_or(Value::Array(new));
                patch.insert(list.to_owned(), changes);
            }
        }
        patch.append(&mut object_difference(&before, &after));
        Value::Object(patch)
    }
}

/// What makes `new` out of `old`, by entry; `None` where that cannot be said (another order, a
/// name that is there twice), or where the whole list is shorter.
fn list_difference(old: &[Value], new: &[Value], key: &str) -> Option<Value> {
    let mut changes = Map::new();
    for entry in old {
        changes.insert(name_of(entry, key)?, Value::Null);
    }
    for entry in new {
        let name = name_of(entry, key)?;
        let entry = entry.as_object()?;
        let before = old
            .iter()
            .find(|old| name_of(old, key).as_deref() == Some(name.as_str()));
        let change = match before.and_then(Value::as_object) {
            Some(before) if before == entry => {
                changes.remove(&name);
                continue;
            }
            Some(before) => object_difference(before, entry),
            None => entry
                .iter()
                .filter(|(field, _)| *field != key)
                .map(cloned)
                .collect(),
        };
        changes.insert(name, Value::Object(change));
    }

    let mut applied = old.to_vec();
    for (name, change) in &changes {
        apply_to_entry(&mut applied, key, name, change.clone()).ok()?;
    }
    let changes = Value::Object(changes);
    let shorter = changes.to_string().len() < Value::Array(new.to_vec()).to_string().len();
    (applied == new && shorter).then_some(changes)
}

fn cloned((field, value): (&String, &Value)) -> (String, Value) {
    (field.clone(), value.clone())
}

fn object_difference(old: &Map<String, Value>, new: &Map<String, Value>) -> Map<String, Value> {
    let mut changes = Map::new();
    for field in old.keys().filter(|field| !new.contains_key(*field)) {
        changes.insert(field.clone(), Value::Null);
    }
    for (field, value) in new
        .iter()
        .filter(|(field, value)| old.get(*field) != Some(value))
    {
        let change = match (old.get(field), value) {
            (Some(Value::Object(old)), Value::Object(new)) => object_difference(old, new).into(),
            _ => value.clone(),
        };
        changes.insert(field.clone(), change);
    }
    changes
}
