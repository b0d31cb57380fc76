//! One request as the API sees it: no sockets, no futures.

use serde_json::{Map, Value};

/// A request that has been read to its end.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// `GET`, `PUT`, ...
    pub(crate) method: String,
    /// `https://gitlab.zendesk.com`, as the client named it.
    pub(crate) origin: String,
    /// The path as sent.
    pub(crate) path: String,
    /// The query as sent, without `?`.
    pub(crate) raw_query: String,
    /// The query, decoded.
    pub(crate) query: Vec<(String, String)>,
    /// Header names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Call {
    /// The pieces of the path below `/api/v2`. "`.json` at the end of a path changes nothing".
    pub(crate) fn segments(&self) -> Option<Vec<&str>> {
        let rest = self.path.strip_prefix("/api/v2/")?;
        let rest = rest.strip_suffix(".json").unwrap_or(rest);
        Some(rest.split('/').filter(|part| !part.is_empty()).collect())
    }

    /// A query parameter's value.
    pub(crate) fn param(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// A query parameter that is a number.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        self.param(name).and_then(|value| value.parse().ok())
    }

    /// Whether the answer is asked to carry something beside its main thing: `?include=users,groups`.
    pub(crate) fn includes(&self, what: &str) -> bool {
        self.param("include")
            .is_some_and(|list| list.split(',').any(|item| item.trim() == what))
    }

    /// A header's value.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// A cookie's value.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .filter(|(key, _)| key == "cookie")
            .find_map(|(_, line)| {
                line.split(';')
                    .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
            })
    }

    /// The body as a JSON object; empty where there is none.
    pub(crate) fn object(&self) -> Option<Map<String, Value>> {
        if self.body.is_empty() {
            return Some(Map::new());
        }
        match serde_json::from_slice(&self.body) {
            Ok(Value::Object(object)) => Some(object),
            _ => None,
        }
    }

    /// Whether it is meant to change something.
    pub(crate) fn writes(&self) -> bool {
        !matches!(self.method.as_str(), "GET" | "HEAD" | "OPTIONS")
    }
}

/// Splits and decodes a query.
pub(crate) fn parse_query(raw: &str) -> Vec<(String, String)> {
    raw.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (decode(key), decode(value)))
        .collect()
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (bytes[at], hex) {
            (_, Some(byte)) => {
                out.push(byte);
                at += 2;
            }
            (b'+', None) => out.push(b' '),
            (byte, None) => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Encodes a query parameter's value.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(byte))
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
