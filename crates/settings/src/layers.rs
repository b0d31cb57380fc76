//! What is in force: the default, under what an administrator ships, under the agent's own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use ferry_core::Policy;
use ferry_core::policy::{PolicyError, PolicyErrors};
use serde_json::{Map, Value};

use crate::feature::Feature;
use crate::managed::Managed;
use crate::sparse::Settings;

/// Whose setting it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// The administrator's.
    Managed,
    /// The agent's own.
    Local,
}

/// Something that is set and cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Who set it.
    pub layer: Layer,
    /// What is wrong with it, and where.
    pub error: PolicyError,
}

/// The settings that count.
#[derive(Debug, Clone, PartialEq)]
pub struct InForce {
    /// The policy; always one without mistakes.
    pub policy: Arc<Policy>,
    /// The policy without the agent's own changes, which these are measured by.
    pub base: Policy,
    /// The policy's fields that an administrator has locked.
    pub locked_fields: BTreeSet<String>,
    /// The features that an administrator has locked.
    pub locked_features: BTreeSet<Feature>,
    /// What is set and cannot be used.
    pub mistakes: Vec<Mistake>,
    /// The agent's own changes of the policy that cannot be used.
    pub unused: Map<String, Value>,
    off: BTreeSet<Feature>,
}

/// Lays the layers over each other.
pub fn in_force(default: &Policy, managed: &Managed, local: &Settings) -> InForce {
    let mut mistakes: Vec<Mistake> = Vec::new();
    let mut note = |layer, errors: Vec<PolicyError>| {
        mistakes.extend(errors.into_iter().map(|error| Mistake { layer, error }));
    };
    note(Layer::Managed, managed.mistakes.clone());
    let (base, errors, _) = merged(default, &managed.settings.policy);
    note(Layer::Managed, errors);

    let locked = |names: Vec<String>| names.into_iter().collect::<BTreeSet<_>>();
    let locked_fields = if managed.lock {
        locked(managed.settings.policy.keys().cloned().collect())
    } else {
        BTreeSet::new()
    };
    let own: Map<String, Value> = local
        .policy
        .iter()
        .filter(|(field, _)| !locked_fields.contains(*field))
        .map(|(field, change)| (field.clone(), change.clone()))
        .collect();
    let (policy, errors, unused) = merged(&base, &own);
    note(Layer::Local, errors);

    let locked_features: BTreeSet<Feature> = if managed.lock {
        managed.settings.features.keys().copied().collect()
    } else {
        BTreeSet::new()
    };
    let off = Feature::ALL.into_iter().filter(|feature| {
        let own = local.features.get(feature);
        let own = own.filter(|_| !locked_features.contains(feature));
        let on = own.or(managed.settings.features.get(feature));
        on == Some(&false)
    });
    InForce {
        off: off.collect(),
        policy: Arc::new(policy),
        base,
        locked_fields,
        locked_features,
        mistakes,
        unused,
    }
}

impl InForce {
    /// Whether a feature is on.
    pub fn is_on(&self, feature: Feature) -> bool {
        !self.off.contains(&feature)
    }

    /// What the agent has to set so that this policy is in force: only what differs, and what is
    /// set but waits, because it is locked or has a mistake.
    pub fn own_policy(&self, wanted: &Policy, local: &Settings) -> Map<String, Value> {
        let mut own = match wanted.difference(&self.base) {
            Value::Object(own) => own,
            _ => Map::new(),
        };
        own.retain(|field, _| !self.locked_fields.contains(field));
        for (field, change) in &local.policy {
            let waits = self.locked_fields.contains(field) || self.unused.contains_key(field);
            if waits && !own.contains_key(field) {
                own.insert(field.clone(), change.clone());
            }
        }
        own
    }
}

/// What the agent has to set so that a feature is on or off: nothing where it is so anyway.
pub(crate) fn own_features(
    managed: &Managed,
    wanted: impl Iterator<Item = (Feature, bool)>,
) -> BTreeMap<Feature, bool> {
    wanted
        .filter(|(feature, on)| {
            let below = managed.settings.features.get(feature);
            below.copied().unwrap_or(true) != *on
        })
        .collect()
}

impl Settings {
    /// Switches a feature.
    pub fn switch(&mut self, managed: &Managed, feature: Feature, on: bool) {
        self.features.remove(&feature);
        let own = own_features(managed, [(feature, on)].into_iter());
        self.features.extend(own);
    }
}

/// The policy with as much of a patch as can be used: where there are mistakes, the fields that
/// have them stay as they were. Also the mistakes, and the part of the patch that is not used.
fn merged(
    base: &Policy,
    patch: &Map<String, Value>,
) -> (Policy, Vec<PolicyError>, Map<String, Value>) {
    let mut usable = patch.clone();
    let mut mistakes = Vec::new();
    while !usable.is_empty() {
        let text = Value::Object(usable.clone()).to_string();
        let PolicyErrors(errors) = match Policy::merge(base, &text) {
            Ok(policy) => {
                let mut unused = patch.clone();
                unused.retain(|field, _| !usable.contains_key(field));
                return (policy, mistakes, unused);
            }
            Err(errors) => errors,
        };
        let before = usable.len();
        usable.retain(|field, _| errors.iter().all(|error| top(&error.field) != field));
        // Places in a text that nobody wrote like this say nothing.
        mistakes.extend(errors.into_iter().map(|error| PolicyError {
            position: None,
            ..error
        }));
        if usable.len() == before {
            break;
        }
    }
    (base.clone(), mistakes, patch.clone())
}

/// The policy's own field that a path begins with.
fn top(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}
