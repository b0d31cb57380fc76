//! Which request goes wrong, and how.

use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::world::events::Event;

/// A fault to inject: which requests it is for, and what happens to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// `GET`, `DELETE`, ...; any if none.
    #[serde(default)]
    pub method: Option<String>,
    /// The path without `.json`, `*` for any one piece and `**` at the end for all that follow:
    /// `/api/v2/tickets/*/tags`. Any if none.
    #[serde(default)]
    pub path: Option<String>,
    /// Something that the query contains, decoded: `page[after]`.
    #[serde(default)]
    pub query: Option<String>,
    /// From which of the matching requests on, counted from 1.
    #[serde(default = "one")]
    pub nth: u32,
    /// For how many of them; 0 for all.
    #[serde(default = "one")]
    pub times: u32,
    /// What happens.
    pub effect: Effect,
}

fn one() -> u32 {
    1
}

impl Fault {
    /// A fault that strikes the first request with this method and path.
    pub fn on(method: &str, path: &str, effect: Effect) -> Self {
        Self {
            method: Some(method.to_owned()),
            path: Some(path.to_owned()),
            query: None,
            nth: 1,
            times: 1,
            effect,
        }
    }

    /// Lets the first matching requests pass: strikes from the `nth` on.
    pub fn nth(mut self, nth: u32) -> Self {
        self.nth = nth;
        self
    }

    /// Strikes so many requests; 0 for all.
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    fn matches(&self, call: &Call) -> bool {
        let path = call.path.strip_suffix(".json").unwrap_or(&call.path);
        self.method
            .as_ref()
            .is_none_or(|method| method.eq_ignore_ascii_case(&call.method))
            && self
                .path
                .as_ref()
                .is_none_or(|pattern| path_matches(pattern, path))
            && self.query.as_ref().is_none_or(|part| {
                call.query
                    .iter()
                    .any(|(key, value)| format!("{key}={value}").contains(part.as_str()))
            })
    }
}

fn path_matches(pattern: &str, path: &str) -> bool {
    let mut pieces = path.split('/');
    for wanted in pattern.split('/') {
        match (wanted, pieces.next()) {
            ("**", _) => return true,
            (_, None) => return false,
            ("*", Some(_)) => {}
            (exact, Some(piece)) if exact == piece => {}
            _ => return false,
        }
    }
    pieces.next().is_none()
}

/// What happens to a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Effect {
    /// The answer comes late.
    Latency {
        /// How late.
        milliseconds: u64,
    },
    /// Nothing is done and no answer comes: after a while the connection breaks.
    TimeoutBefore {
        /// How long the connection hangs.
        #[serde(default = "long")]
        milliseconds: u64,
    },
    /// It is done, but no answer comes: after a while the connection breaks.
    TimeoutAfter {
        /// How long the connection hangs.
        #[serde(default = "long")]
        milliseconds: u64,
    },
    /// Nothing is done; the answer has this status, with the body and headers that Zendesk gives
    /// it (401, 403, 404, 409 for a safe update, 422 for a closed ticket, 429, 500, 503, ...).
    Status {
        /// The status.
        status: u16,
        /// `Retry-After`, for 429 and 503.
        #[serde(default)]
        retry_after: Option<u64>,
    },
    /// Nothing is done; 409 "Database collision".
    DatabaseConflict,
    /// Nothing is done; an HTML page comes with this status.
    Html {
        /// The status.
        #[serde(default = "fine")]
        status: u16,
    },
    /// Nothing is done; a browser is sent to the sign-in page.
    RedirectToSignIn,
    /// It is done; the answer breaks off in its middle, with a matching content length.
    TruncatedJson,
    /// It is done; the answer is no JSON though it says so.
    MalformedJson,
    /// It is done; the answer is right but called `text/plain`.
    WrongContentType,
    /// It is done; JSON of another shape comes: lists and objects are replaced by `null`.
    WrongShape,
    /// A page of comments comes without comments, though there are more.
    EmptyPage,
    /// The page before comes once more in place of this one.
    DuplicatePage,
    /// The comments of a page come in another order.
    ShuffledPage,
    /// The same cursor comes again and again, so that reading never ends.
    EndlessPages,
    /// `links.next` leads to another host.
    ForeignNext {
        /// Its origin: `https://evil.example`.
        origin: String,
    },
    /// `x-zendesk-api-warn` names keys of the body, which then have no effect.
    ApiWarn {
        /// `updated_stamp`, `safe_update`, `tags`, ...
        keys: Vec<String>,
    },
    /// Others do something before the request is looked at, or after it was done.
    Happens {
        /// Before or after.
        when: When,
        /// What.
        what: Event,
    },
}

fn long() -> u64 {
    120_000
}

fn fine() -> u16 {
    200
}

/// On which side of a request something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Before it is looked at.
    Before,
    /// After it was done, before the answer goes out.
    After,
}

/// All faults that are set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Faults {
    set: Vec<(u64, Fault, u32)>,
    count: u64,
}

impl Faults {
    /// Sets one; its number.
    pub(crate) fn add(&mut self, fault: Fault) -> u64 {
        self.count += 1;
        self.set.push((self.count, fault, 0));
        self.count
    }

    /// Takes one back.
    pub(crate) fn remove(&mut self, number: u64) {
        self.set.retain(|(id, _, _)| *id != number);
    }

    /// Takes all back.
    pub(crate) fn clear(&mut self) {
        self.set.clear();
    }

    /// All with their numbers, and how many requests matched each so far.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u64, &Fault, u32)> {
        self.set.iter().map(|(id, fault, seen)| (*id, fault, *seen))
    }

    /// What happens to this request; counts it.
    pub(crate) fn strike(&mut self, call: &Call) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (_, fault, seen) in self
            .set
            .iter_mut()
            .filter(|(_, fault, _)| fault.matches(call))
        {
            *seen += 1;
            let over = fault.times != 0 && *seen >= fault.nth.saturating_add(fault.times);
            if *seen >= fault.nth && !over {
                effects.push(fault.effect.clone());
            }
        }
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::path_matches;

    #[test]
    fn patterns_match_piece_by_piece() {
        assert!(path_matches(
            "/api/v2/tickets/*/tags",
            "/api/v2/tickets/1001/tags"
        ));
        assert!(!path_matches(
            "/api/v2/tickets/*",
            "/api/v2/tickets/1001/tags"
        ));
        assert!(!path_matches(
            "/api/v2/tickets/*/tags",
            "/api/v2/tickets/1001"
        ));
        assert!(path_matches("/api/v2/**", "/api/v2/tickets/1001/tags"));
    }
}
