//! The request log.

use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::call::Call;

/// No more than this many are kept; a sandbox may run for days.
const KEPT: usize = 10_000;

/// One request as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// Counts from 1 since the last clearing.
    pub number: u64,
    /// When it came, by the sandbox's clock.
    pub at: String,
    /// `GET`, `PUT`, ...
    pub method: String,
    /// The path.
    pub path: String,
    /// The query as sent.
    pub query: String,
    /// Header names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
    /// The status it got; `None` while it is being answered, and for good if it never was.
    pub status: Option<u16>,
    /// When it came, by the machine's clock, in microseconds of Unix time; benchmarks compare it
    /// with a browser's.
    #[serde(default)]
    pub came: u64,
    /// When its answer was ready, by the same clock; `None` as for the status.
    #[serde(default)]
    pub answered: Option<u64>,
}

fn now() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
}

impl Logged {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// All requests to the API.
#[derive(Debug, Clone, Default)]
pub(crate) struct Requests {
    all: Vec<Logged>,
    count: u64,
}

impl Requests {
    /// Writes one down; its number.
    pub(crate) fn note(&mut self, call: &Call, at: String) -> u64 {
        self.count += 1;
        if self.all.len() >= KEPT {
            self.all.remove(0);
        }
        self.all.push(Logged {
            number: self.count,
            at,
            method: call.method.clone(),
            path: call.path.clone(),
            query: call.raw_query.clone(),
            headers: call.headers.clone(),
            body: String::from_utf8_lossy(&call.body).into_owned(),
            status: None,
            came: now(),
            answered: None,
        });
        self.count
    }

    /// Writes down how one was answered.
    pub(crate) fn answered(&mut self, number: u64, status: u16) {
        if let Some(entry) = self
            .all
            .iter_mut()
            .rev()
            .find(|entry| entry.number == number)
        {
            entry.status = Some(status);
            entry.answered = Some(now());
        }
    }

    /// All of them, oldest first.
    pub(crate) fn all(&self) -> &[Logged] {
        &self.all
    }

    /// Forgets them.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }
}
