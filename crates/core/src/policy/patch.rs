//! Policies that say only what is different.
//!
//! A patch is a JSON merge patch (RFC 7386): an object's fields are merged one by one, `null`
//! takes a field away, everything else, lists too, replaces what was there.
//!
//! One thing is added, because the long lists have entries with a name of their own: a list of
//! [`KEYED`] can also be written as an object by that name. Then only the entries that it names
//! change: `"tags": { "sub_x": { "offering": "saas", … }, "gold": null }` adds or changes `sub_x`,
//! takes `gold` out, and leaves the rest of the table, also what a later default adds to it. New
//! entries come last, in the order of their names.

use serde_json::{Map, Value};

use super::locate::Places;
use super::read::{checked, from_value, parse};
use super::{Policy, PolicyError, PolicyErrors, Problem};

/// The lists whose entries have a name, and the field that holds it.
pub(super) const KEYED: [(&str, &str); 5] = [
    ("offerings", "id"),
    ("levels", "id"),
    ("tags", "tag"),
    ("forms", "id"),
    ("hosts", "host"),
];

impl Policy {
    /// The default with a patch's changes.
    ///
    /// # Errors
    /// All mistakes of the policy that comes out; those in what the patch says with their place in
    /// its text.
    pub fn merge(default: &Self, patch: &str) -> Result<Self, PolicyErrors> {
        let Value::Object(changes) = parse(patch)? else {
            let problem = Problem::NotAnObject {
                example: "{ \"tags\": { … } }",
            };
            return Err(PolicyError::new("", problem).into());
        };
        let places = Places::of(patch);
        let mut errors = places.duplicate_keys();
        let mut merged = object_of(default);
        for (field, change) in changes.clone() {
            apply(&mut merged, field, change, &mut errors);
        }
        if !errors.is_empty() {
            return Err(places.locate(PolicyErrors(errors)));
        }
        let in_patch = |field: &str| path_in_patch(field, &merged, &changes);
        from_value(Value::Object(merged.clone()))
            .and_then(checked)
            .map_err(|errors| places.locate_as(errors, in_patch))
    }
}

/// A policy as JSON without nulls: to a merge patch, null and missing are the same.
pub(super) fn object_of(policy: &Policy) -> Map<String, Value> {
    match serde_json::to_value(policy) {
        Ok(Value::Object(mut object)) => {
            drop_nulls(&mut object);
            object
        }
        _ => Map::new(),
    }
}

fn drop_nulls(object: &mut Map<String, Value>) {
    object.retain(|_, value| !value.is_null());
    for value in object.values_mut() {
        match value {
            Value::Object(inner) => drop_nulls(inner),
            Value::Array(entries) => {
                entries
                    .iter_mut()
                    .filter_map(Value::as_object_mut)
                    .for_each(drop_nulls);
            }
            _ => {}
        }
    }
}

fn apply(
    policy: &mut Map<String, Value>,
    field: String,
    change: Value,
    errors: &mut Vec<PolicyError>,
) {
    let key = KEYED
        .iter()
        .find(|(list, _)| *list == field)
        .map(|(_, key)| *key);
    match (key, change, policy.get_mut(&field)) {
        (Some(key), Value::Object(changes), Some(Value::Array(entries))) => {
            for (name, change) in changes {
                if let Err(problem) = apply_to_entry(entries, key, &name, change) {
                    errors.push(PolicyError::new(format!("{field}.{name}"), problem));
                }
            }
        }
        (_, change, _) => merge_field(policy, field, change),
    }
}

pub(super) fn apply_to_entry(
    entries: &mut Vec<Value>,
    key: &str,
    name: &str,
    change: Value,
) -> Result<(), Problem> {
    let at = entries
        .iter()
        .position(|entry| name_of(entry, key).as_deref() == Some(name));
    let changes = match change {
        Value::Null => {
            at.map(|at| entries.remove(at));
            return Ok(());
        }
        Value::Object(changes) => changes,
        _ => return Err(Problem::NotAChange),
    };
    let mut entry = match at.and_then(|at| entries.get(at)) {
        Some(Value::Object(entry)) => entry.clone(),
        _ => Map::from_iter([(key.to_owned(), name_value(key, name, entries))]),
    };
    for (field, change) in changes {
        merge_field(&mut entry, field, change);
    }
    let entry = Value::Object(entry);
    if name_of(&entry, key).as_deref() != Some(name) {
        return Err(Problem::OtherName {
            key: key.to_owned(),
            name: name.to_owned(),
        });
    }
    match at.and_then(|at| entries.get_mut(at)) {
        Some(old) => *old = entry,
        None => entries.push(entry),
    }
    Ok(())
}

/// RFC 7386 for one field.
fn merge_field(object: &mut Map<String, Value>, field: String, change: Value) {
    match (change, object.get_mut(&field)) {
        (Value::Null, _) => drop(object.remove(&field)),
        (Value::Object(changes), Some(Value::Object(inner))) => {
            for (field, change) in changes {
                merge_field(inner, field, change);
            }
        }
        (Value::Object(mut new), _) => {
            drop_nulls(&mut new);
            object.insert(field, Value::Object(new));
        }
        (new, _) => drop(object.insert(field, new)),
    }
}

/// An entry's name as text; forms are named by a number.
pub(super) fn name_of(entry: &Value, key: &str) -> Option<String> {
    match entry.get(key)? {
        Value::String(name) => Some(name.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A new entry's name, as a number where the list's other entries are named by numbers.
fn name_value(key: &str, name: &str, entries: &[Value]) -> Value {
    let numbers = entries
        .iter()
        .all(|entry| entry.get(key).is_some_and(Value::is_number));
    match name.parse::<u64>() {
        Ok(number) if numbers => number.into(),
        _ => name.into(),
    }
}

/// How a field of the merged policy is called in the patch: `tags[14].level` may be
/// `tags.sub_x.level` there.
fn path_in_patch(field: &str, merged: &Map<String, Value>, patch: &Map<String, Value>) -> String {
    let translate = || {
        let (list, rest) = field.split_once('[')?;
        let (index, rest) = rest.split_once(']')?;
        let (_, key) = KEYED.iter().find(|(name, _)| *name == list)?;
        patch.get(list)?.as_object()?;
        let name = name_of(merged.get(list)?.get(index.parse::<usize>().ok()?)?, key)?;
        Some(format!("{list}.{name}{rest}"))
    };
    translate().unwrap_or_else(|| field.to_owned())
}
