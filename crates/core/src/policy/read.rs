//! From JSON text to a policy, or to all the mistakes that are in the way.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::check::check;
use super::locate::Places;
use super::{
    Kind, Links, Ops, Policy, PolicyError, PolicyErrors, Position, Problem, Templates, VERSION,
};

impl Policy {
    /// The default policy: GitLab's values.
    ///
    /// Reads the file that is compiled in; a test makes sure that it is valid, so that it is not
    /// checked anew by every panel that starts.
    pub fn gitlab() -> Self {
        parse(include_str!("../../data/gitlab.json"))
            .and_then(from_value)
            .unwrap_or_else(|_| empty())
    }

    /// Reads a policy from JSON text, checking every field.
    ///
    /// # Errors
    /// All fields with a mistake: what is wrong, what to write instead, and where in the text.
    /// Values of the wrong kind come first: what they mean can only be checked without them.
    pub fn from_json(text: &str) -> Result<Self, PolicyErrors> {
        let value = parse(text)?;
        let places = Places::of(text);
        let duplicates = places.duplicate_keys();
        let policy = if duplicates.is_empty() {
            from_value(value).and_then(checked)
        } else {
            Err(PolicyErrors(duplicates))
        };
        policy.map_err(|errors| places.locate(errors))
    }

    /// All mistakes in a policy whose fields are of the right kind, for example while it is edited
    /// in a form.
    pub fn mistakes(&self) -> Vec<PolicyError> {
        check(self)
    }
}

/// Reads JSON, with the place of a syntax error.
pub(super) fn parse(text: &str) -> Result<Value, PolicyErrors> {
    serde_json::from_str(text).map_err(|error| {
        let problem = Problem::NotJson {
            reason: without_place(&error.to_string()).to_owned(),
        };
        let position = Some(place_of(&error, text));
        PolicyError {
            field: String::new(),
            problem,
            position,
        }
        .into()
    })
}

/// The JSON reader counts bytes, and the place before a text as none.
fn place_of(error: &serde_json::Error, text: &str) -> Position {
    let line = text
        .lines()
        .nth(error.line().saturating_sub(1))
        .unwrap_or_default();
    let before = line.get(..error.column()).unwrap_or(line);
    Position {
        line: error.line().max(1),
        column: before.chars().count().max(1),
    }
}

/// The reason without the place that the JSON reader appends to it.
fn without_place(reason: &str) -> &str {
    reason
        .rfind(" at line ")
        .map_or(reason, |end| &reason[..end])
}

pub(super) fn checked(policy: Policy) -> Result<Policy, PolicyErrors> {
    let mistakes = check(&policy);
    if mistakes.is_empty() {
        Ok(policy)
    } else {
        Err(PolicyErrors(mistakes))
    }
}

/// Takes the fields out of a JSON object, each entry of a list by itself, so that one mistake does
/// not hide the next.
pub(super) fn from_value(value: Value) -> Result<Policy, PolicyErrors> {
    let Value::Object(object) = value else {
        let problem = Problem::NotAnObject {
            example: "{ \"version\": 1, … }",
        };
        return Err(PolicyError::new("", problem).into());
    };
    let mut fields = Fields {
        object,
        errors: Vec::new(),
    };
    fields.refuse_other_versions()?;

    let policy = Policy {
        version: fields.one("version").unwrap_or(VERSION),
        name: fields.one("name").unwrap_or_default(),
        offerings: fields.list("offerings"),
        levels: fields.list("levels"),
        tags: fields.list("tags"),
        untouched_tags: fields.list("untouched_tags"),
        forms: fields.list("forms"),
        hosts: fields.list("hosts"),
        ops: fields.one("ops").unwrap_or_default(),
        links: fields.one("links").unwrap_or_default(),
        foreign_products: fields.list("foreign_products"),
        templates: fields.one("templates").unwrap_or_default(),
    };
    fields.refuse_the_rest();
    if fields.errors.is_empty() {
        Ok(policy)
    } else {
        Err(PolicyErrors(fields.errors))
    }
}

struct Fields {
    object: Map<String, Value>,
    errors: Vec<PolicyError>,
}

impl Fields {
    /// Another version has other fields: that it is another one is all there is to say.
    fn refuse_other_versions(&self) -> Result<(), PolicyErrors> {
        match self.object.get("version").and_then(Value::as_u64) {
            Some(version) if version != u64::from(VERSION) => {
                let problem = Problem::OtherVersion {
                    version,
                    known: VERSION,
                };
                Err(PolicyError::new("version", problem).into())
            }
            _ => Ok(()),
        }
    }

    fn one<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.take(name)?;
        self.read(name, value)
    }

    fn list<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        match self.take(name) {
            Some(Value::Array(entries)) => (0..)
                .zip(entries)
                .filter_map(|(index, entry): (usize, _)| {
                    self.read(&format!("{name}[{index}]"), entry)
                })
                .collect(),
            Some(_) => {
                let problem = Problem::WrongKind(Kind::List);
                self.errors.push(PolicyError::new(name, problem));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        let value = self.object.remove(name);
        if value.is_none() {
            self.errors.push(PolicyError::new(name, Problem::Missing));
        }
        value
    }

    fn read<T: DeserializeOwned>(&mut self, path: &str, value: Value) -> Option<T> {
        serde_path_to_error::deserialize(value)
            .map_err(|error| {
                let inner = error.path().to_string();
                let field = match inner.as_str() {
                    "." => path.to_owned(),
                    _ if inner.starts_with('[') => format!("{path}{inner}"),
                    _ => format!("{path}.{inner}"),
                };
                let problem = Problem::from_serde(&error.into_inner().to_string());
                self.errors.push(PolicyError::new(field, problem));
            })
            .ok()
    }

    fn refuse_the_rest(&mut self) {
        for name in self.object.keys() {
            self.errors
                .push(PolicyError::new(name, Problem::UnknownPolicyField));
        }
    }
}

/// A policy that finds nothing on any ticket.
fn empty() -> Policy {
    Policy {
        version: VERSION,
        name: String::new(),
        offerings: Vec::new(),
        levels: Vec::new(),
        tags: Vec::new(),
        untouched_tags: Vec::new(),
        forms: Vec::new(),
        hosts: Vec::new(),
        ops: Ops::default(),
        links: Links::default(),
        foreign_products: Vec::new(),
        templates: Templates::default(),
    }
}
