//! The manifest of each browser: the common one with the browser's patch merged into it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// A browser that Ferry is packaged for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Chrome,
    Edge,
    Firefox,
}

impl Browser {
    pub(crate) const ALL: [Self; 3] = [Self::Chrome, Self::Edge, Self::Firefox];

    /// Its name in files and folders.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chrome => "chrome",
            Self::Edge => "edge",
            Self::Firefox => "firefox",
        }
    }
}

/// The manifest that ships to `browser`.
pub(crate) fn of(browser: Browser, extension: &Path) -> Result<String> {
    let read = |name: String| -> Result<Value> {
        let file = extension.join(name);
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        serde_json::from_str(&text).with_context(|| file.display().to_string())
    };
    let mut manifest = read("manifest.json".to_owned())?;
    merge(
        &mut manifest,
        read(format!("manifest.{}.json", browser.name()))?,
    );
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

/// A JSON merge patch, RFC 7386: `null` takes a member away, anything but an object replaces.
fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Value::Object(members) = target else {
        return;
    };
    for (name, value) in patch {
        if value.is_null() {
            members.remove(&name);
        } else {
            merge(members.entry(name).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::merge;

    #[test]
    fn merges_as_in_the_rfc() {
        for (mut target, patch, result) in [
            (json!({"a": "b"}), json!({"a": "c"}), json!({"a": "c"})),
            (
                json!({"a": "b", "b": "c"}),
                json!({"a": null}),
                json!({"b": "c"}),
            ),
            (
                json!({"a": ["b"]}),
                json!({"a": ["c"]}),
                json!({"a": ["c"]}),
            ),
            (
                json!({"a": {"b": "c"}}),
                json!({"a": {"b": "d", "c": null}}),
                json!({"a": {"b": "d"}}),
            ),
            (json!(["a"]), json!({"b": {"c": null}}), json!({"b": {}})),
        ] {
            merge(&mut target, patch);
            assert_eq!(target, result);
        }
    }
}
