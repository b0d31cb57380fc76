//! The linter of Firefox's add-on store, on all packages.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::manifest::Browser;
use crate::place::Place;
use crate::run::{program, title};
use crate::{node, package};

/// What the linter asks of every package and only Firefox's has: in Chrome's and Edge's manifests
/// these keys would be warned about by their own stores.
const FIREFOX_ONLY: &[&str] = &[
    "ADDON_ID_REQUIRED",
    "BACKGROUND_SERVICE_WORKER_NOFALLBACK",
    "MISSING_DATA_COLLECTION_PERMISSIONS",
    // Firefox finds an administrator's settings by the add-on's id.
    "STORAGE_MANAGED",
];

/// What the linter says of the code that wasm-bindgen writes: Leptos parses the constant parts of
/// its views, which are in the program, by `innerHTML` of a template. No text of a ticket gets
/// there: Ferry's own code has no such call.
const GLUE: [(&str, &str); 2] = [
    ("UNSAFE_VAR_ASSIGNMENT", "pkg/ferry_panel.js"),
    ("UNSAFE_VAR_ASSIGNMENT", "pkg/ferry_pages.js"),
];

/// Fails on any error or warning.
pub(crate) fn packages(place: &Place) -> Result<()> {
    title(
        "Lint the packages",
        "with the linter of Firefox's add-on store",
    );
    for browser in Browser::ALL {
        let findings = findings(place, browser)?;
        let counts = |finding: &&Value| {
            let code = finding["code"].as_str().unwrap_or_default();
            let file = finding["file"].as_str().unwrap_or_default();
            (browser == Browser::Firefox || !FIREFOX_ONLY.contains(&code))
                && !GLUE.contains(&(code, file))
        };
        let found: Vec<String> = findings
            .iter()
            .filter(counts)
            .map(Value::to_string)
            .collect();
        if !found.is_empty() {
            bail!("the package for {}: {}", browser.name(), found.join("\n"));
        }
        println!(
            "   {}: nothing but what docs/reviewers.md explains",
            browser.name()
        );
    }
    Ok(())
}

fn findings(place: &Place, browser: Browser) -> Result<Vec<Value>> {
    let output = program(node::tool(&place.npm_tools(), "addons-linter"), &place.root)
        .args(["--output", "json"])
        .arg(package::of(place, browser))
        .read_whatever_it_says()?;
    let report: Value = serde_json::from_str(&output)
        .with_context(|| format!("the linter does not answer in JSON: {output}"))?;
    let list = |name: &str| {
        report[name]
            .as_array()
            .cloned()
            .context("the linter lists findings")
    };
    Ok([list("errors")?, list("warnings")?].concat())
}
