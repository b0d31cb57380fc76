//! `x-zendesk-api-warn`: unknown keys are let pass with a header that hardly anybody reads.

use serde_json::{Map, Value};

use crate::reply::Reply;

/// Adds the header if there are keys that nobody knows.
pub(crate) fn unknown_keys(reply: Reply, controller: &str, action: &str, keys: &[String]) -> Reply {
    if keys.is_empty() {
        return reply;
    }
    let quoted: Vec<String> = keys.iter().map(|key| format!("{key:?}")).collect();
    let warning = format!(
        "{{:allowed_parameters=>{{:controller=>{controller:?}, :action=>{action:?}, :unpermitted_keys=>[{}], :invalid_values=>[]}}}}",
        quoted.join(", ")
    );
    reply.with("x-zendesk-api-warn", warning)
}

/// The keys of an object that are not known, with a prefix: `ticket.id`.
pub(crate) fn unknown(object: &Map<String, Value>, known: &[&str], prefix: &str) -> Vec<String> {
    object
        .keys()
        .filter(|key| !known.contains(&key.as_str()))
        .map(|key| format!("{prefix}{key}"))
        .collect()
}
