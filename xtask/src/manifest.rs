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
    use std::path::Path;

    use serde_json::{Value, json};

    use super::{Browser, merge, of};

    /// JSON has no place for a reason, so it stands beside the manifest.
    #[test]
    fn each_permission_has_its_reason() {
        let extension = Path::new(env!("CARGO_MANIFEST_DIR")).join("../extension");
        let reasons = std::fs::read_to_string(extension.join("PERMISSIONS.md")).unwrap_or_default();
        for browser in Browser::ALL {
            let manifest: Value =
                serde_json::from_str(&of(browser, &extension).unwrap_or_default())
                    .unwrap_or_default();
            let asked = [
                "permissions",
                "optional_permissions",
                "host_permissions",
                "optional_host_permissions",
            ];
            let asked = asked
                .iter()
                .flat_map(|key| manifest[key].as_array().into_iter().flatten())
                .filter_map(Value::as_str);
            for permission in asked.chain(["content_scripts", "web_accessible_resources"]) {
                assert!(
                    reasons.contains(&format!("`{permission}`")),
                    "no reason for {permission} in PERMISSIONS.md"
                );
            }
        }
    }

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
