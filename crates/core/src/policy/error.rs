//! Mistakes in a policy, each at its field.

use std::fmt;

use super::Problem;

/// A mistake in a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyError {
    /// The field, as a path: `tags[3].offering`; empty where it is the whole text.
    pub field: String,
    /// What is wrong and what to write instead.
    pub problem: Problem,
    /// Where the field stands in the text that was read; `None` where it does not stand there: it
    /// is missing, or comes from a form or from the default policy.
    pub position: Option<Position>,
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl PolicyError {
    pub(super) fn new(field: impl Into<String>, problem: Problem) -> Self {
        Self {
            field: field.into(),
            problem,
            position: None,
        }
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = if self.field.is_empty() {
            "policy"
        } else {
            &self.field
        };
        match self.position {
            Some(Position { line, column }) => {
                write!(
                    f,
                    "{field} (line {line}, column {column}): {}",
                    self.problem
                )
            }
            None => write!(f, "{field}: {}", self.problem),
        }
    }
}

impl std::error::Error for PolicyError {}

/// All mistakes found in a policy; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyErrors(pub Vec<PolicyError>);

impl fmt::Display for PolicyErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for PolicyErrors {}

impl From<PolicyError> for PolicyErrors {
    fn from(error: PolicyError) -> Self {
        Self(vec![error])
    }
}
