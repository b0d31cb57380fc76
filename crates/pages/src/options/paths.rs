//! Fields of a JSON value by the paths that a policy's mistakes name: `tags[3].offering`.

use serde_json::Value;

/// The value at a path.
pub(super) fn get<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    value.pointer(&pointer(path))
}

/// Puts a value at a path; the object or list around it has to be there.
pub(super) fn set(value: &mut Value, path: &str, new: Value) {
    let pointer = pointer(path);
    if let Some(place) = value.pointer_mut(&pointer) {
        *place = new;
    } else if let Some((around, name)) = pointer.rsplit_once('/')
        && let Some(Value::Object(object)) = value.pointer_mut(around)
    {
        object.insert(name.to_owned(), new);
    }
}

/// Takes the value at a path away.
pub(super) fn remove(value: &mut Value, path: &str) {
    let pointer = pointer(path);
    let Some((around, name)) = pointer.rsplit_once('/') else {
        return;
    };
    match value.pointer_mut(around) {
        Some(Value::Object(object)) => drop(object.remove(name)),
        Some(Value::Array(entries)) => {
            if let Some(index) = name.parse().ok().filter(|index| *index < entries.len()) {
                entries.remove(index);
            }
        }
        _ => {}
    }
}

/// Whether a mistake's path is this field or, for a list, in it.
pub(super) fn is_at(mistake: &str, path: &str) -> bool {
    mistake
        .strip_prefix(path)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.']))
}

fn pointer(path: &str) -> String {
    let mut pointer = String::from("/");
    for character in path.chars() {
        match character {
            '.' | '[' => pointer.push('/'),
            ']' => {}
            other => pointer.push(other),
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_read_written_and_taken_away_by_path() {
        let mut value = json!({ "tags": [{ "tag": "a" }, { "tag": "b" }], "ops": { "base": "x" } });
        assert_eq!(get(&value, "tags[1].tag"), Some(&json!("b")));
        set(&mut value, "tags[1].legacy", json!(true));
        set(&mut value, "ops.base", json!("y"));
        remove(&mut value, "tags[0]");
        remove(&mut value, "tags[7]");
        remove(&mut value, "ops.nothing");
        set(&mut value, "nowhere.at.all", json!(1));
        assert_eq!(
            value,
            json!({ "tags": [{ "tag": "b", "legacy": true }], "ops": { "base": "y" } })
        );
    }

    #[test]
    fn a_mistake_belongs_to_its_field_only() {
        assert!(is_at("levels[0].names[2]", "levels[0].names"));
        assert!(is_at("name", "name"));
        assert!(!is_at("names", "name"));
        assert!(!is_at("tags[10]", "tags[1]"));
    }
}
