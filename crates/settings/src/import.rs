//! A text that is to become settings: an export, a policy of its own, or a patch of one.

use std::collections::BTreeMap;

use ferry_core::Policy;
use ferry_core::policy::{PolicyError, PolicyErrors, Position};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::feature::Feature;
use crate::layers::{InForce, own_features};
use crate::managed::Managed;
use crate::sparse::Settings;

/// How imported settings meet those that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// What the text does not name stays.
    Merge,
    /// What the text does not name goes back to the default.
    Replace,
}

/// A text that was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    policy: Part,
    features: BTreeMap<Feature, bool>,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Patch(String),
    Whole(Box<Policy>),
}

/// An export, as far as it has to be known where its policy begins.
#[derive(Deserialize)]
struct Export<'t> {
    #[serde(borrow)]
    policy: Option<&'t RawValue>,
}

/// Reads a text.
///
/// # Errors
/// All mistakes, each at its field and its place in the text.
pub fn read_import(text: &str, now: &InForce) -> Result<Import, PolicyErrors> {
    // Both readers of a policy tell where a text stops being JSON.
    let object = match serde_json::from_str(text) {
        Ok(Value::Object(object)) => object,
        _ => return Err(refusal(Policy::merge(&now.base, text))),
    };
    if is_whole_policy(&object) {
        let policy = Policy::from_json(text)?;
        return Ok(Import {
            policy: Part::Whole(Box::new(policy)),
            features: BTreeMap::new(),
        });
    }
    let is_export = ["policy", "features"]
        .iter()
        .any(|name| object.contains_key(*name));
    let only_version = object.len() == 1 && object.contains_key("version");
    if !is_export && !only_version {
        Policy::merge(&now.base, text)?;
        return Ok(Import {
            policy: Part::Patch(text.to_owned()),
            features: BTreeMap::new(),
        });
    }
    let reading = Settings::from_value(Value::Object(object));
    let mut mistakes = reading.mistakes;
    let export: Option<Export<'_>> = serde_json::from_str(text).ok();
    let patch = export
        .and_then(|export| export.policy)
        .map_or("{}", RawValue::get);
    if !reading.settings.policy.is_empty()
        && let Err(PolicyErrors(errors)) = Policy::merge(&now.base, patch)
    {
        let start = text.find(patch).unwrap_or_default();
        mistakes.extend(errors.into_iter().map(|error| moved(error, &text[..start])));
    }
    if !mistakes.is_empty() {
        return Err(PolicyErrors(mistakes));
    }
    Ok(Import {
        policy: Part::Patch(patch.to_owned()),
        features: reading.settings.features,
    })
}

/// What the agent's own settings would be.
///
/// # Errors
/// The text goes with the default, but not with what is set already.
pub fn imported(
    import: &Import,
    mode: Mode,
    now: &InForce,
    managed: &Managed,
    local: &Settings,
) -> Result<Settings, PolicyErrors> {
    let onto = match mode {
        Mode::Merge => now.policy.as_ref(),
        Mode::Replace => &now.base,
    };
    let policy = match &import.policy {
        Part::Whole(policy) => policy.as_ref().clone(),
        Part::Patch(patch) => Policy::merge(onto, patch)?,
    };
    let mut features = match mode {
        Mode::Merge => local.features.clone(),
        Mode::Replace => BTreeMap::new(),
    };
    let switched = import.features.iter().map(|(feature, on)| (*feature, *on));
    for feature in import.features.keys() {
        features.remove(feature);
    }
    features.extend(own_features(managed, switched));
    Ok(Settings {
        policy: now.own_policy(&policy, local),
        features,
    })
}

/// A policy that stands alone names all that a policy has; a patch need not.
fn is_whole_policy(object: &Map<String, Value>) -> bool {
    ["version", "offerings", "levels", "tags", "templates"]
        .iter()
        .all(|field| object.contains_key(*field))
        && ["offerings", "levels", "tags"]
            .iter()
            .all(|list| object[*list].is_array())
}

/// Puts the place of a mistake behind the text that comes before its own.
fn moved(error: PolicyError, before: &str) -> PolicyError {
    let lines = before.matches('\n').count();
    let last = before.rsplit('\n').next().unwrap_or_default();
    let position = error.position.map(|Position { line, column }| Position {
        line: line + lines,
        column: if line == 1 {
            column + last.chars().count()
        } else {
            column
        },
    });
    PolicyError {
        field: format!("policy.{}", error.field),
        position,
        ..error
    }
}

fn refusal(result: Result<Policy, PolicyErrors>) -> PolicyErrors {
    result.err().unwrap_or_else(|| PolicyErrors(Vec::new()))
}
