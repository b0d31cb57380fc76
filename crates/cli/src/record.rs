//! A line of input: a ticket with the date to judge it on.

use anyhow::{Context, Result, bail};
use ferry_core::{NaiveDate, Record};
use serde::Deserialize;

/// A record as the assessment rules describe it.
#[derive(Debug, Clone, Deserialize)]
pub struct Input {
    /// A name, copied to the output.
    #[serde(default)]
    pub case: Option<serde_json::Value>,
    /// The date of the assessment.
    #[serde(default)]
    pub today: Option<NaiveDate>,
    /// What scoring expects; it never influences anything.
    #[serde(default)]
    pub expected: Option<serde_json::Map<String, serde_json::Value>>,
    /// The ticket.
    #[serde(flatten)]
    pub record: Record,
}

impl Input {
    /// Reads one JSON line.
    ///
    /// # Errors
    /// What is wrong with the line.
    pub fn from_json(line: &str) -> Result<Self> {
        Self::from_value(serde_json::from_str(line).context("this is no JSON object")?)
    }

    /// Reads a JSON value.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn from_value(value: serde_json::Value) -> Result<Self> {
        if value.get("ticket").is_none_or(|ticket| !ticket.is_object()) {
            bail!("the record has no `ticket` object");
        }
        serde_json::from_value(value).context("the record cannot be read")
    }

    /// The day to judge on: the caller's, or the record's own.
    ///
    /// # Errors
    /// Where neither gives one.
    pub fn day(&self, today: Option<NaiveDate>) -> Result<NaiveDate> {
        today
            .or(self.today)
            .context("no date: give the record a `today`, or call with --today")
    }
}
