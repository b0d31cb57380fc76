//! The browser's permissions for hosts beside those that the manifest names.

use ferry_web::document;
use js_sys::Promise;
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    fn request_permissions(what: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = remove)]
    fn remove_permissions(what: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = getAll)]
    fn all_permissions() -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    fn manifest() -> Result<JsValue, JsValue>;
}

/// How Ferry may work on a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// The manifest names it.
    BuiltIn,
    /// The agent has allowed it.
    Allowed,
    /// The agent can allow it.
    NotYet,
    /// Agents' pages are on Zendesk's own hosts only.
    NoZendesk,
}

/// The hosts that Ferry may work on.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Hosts {
    built_in: Vec<String>,
    allowed: Vec<String>,
}

impl Hosts {
    /// Asks the browser.
    pub(super) async fn read() -> Self {
        let manifest = manifest().ok().map(|manifest| as_json(&manifest));
        let all = match all_permissions() {
            Ok(all) => JsFuture::from(all).await.ok(),
            Err(_) => None,
        };
        Self::of(
            &manifest.unwrap_or_default(),
            &all.map(|all| as_json(&all)).unwrap_or_default(),
        )
    }

    fn of(manifest: &Value, permissions: &Value) -> Self {
        let hosts = |patterns: &Value| -> Vec<String> {
            let patterns = patterns.as_array().into_iter().flatten();
            patterns
                .filter_map(|pattern| host_of(pattern.as_str()?))
                .collect()
        };
        let scripts = manifest["content_scripts"].as_array().into_iter().flatten();
        Self {
            built_in: scripts
                .flat_map(|script| hosts(&script["matches"]))
                .collect(),
            allowed: hosts(&permissions["origins"]),
        }
    }

    pub(super) fn access(&self, host: &str) -> Access {
        let covers = |known: &str| match known.strip_prefix('*') {
            Some(domain) => host.ends_with(domain),
            None => known == host,
        };
        let is_in = |hosts: &[String]| hosts.iter().any(|known| covers(known));
        // People can take the manifest's own hosts away again in the browser.
        if is_in(&self.allowed) {
            if is_in(&self.built_in) {
                Access::BuiltIn
            } else {
                Access::Allowed
            }
        } else if host.ends_with(".zendesk.com") {
            Access::NotYet
        } else {
            Access::NoZendesk
        }
    }
}

/// The host of a pattern such as `https://gitlab.zendesk.com/*`.
fn host_of(pattern: &str) -> Option<String> {
    let (host, _) = pattern.strip_prefix("https://")?.split_once('/')?;
    Some(host.to_owned())
}

/// Lets the browser ask the agent; on a click only. Says whether it is allowed now.
pub(super) fn request(host: &str) -> impl Future<Output = bool> + use<> {
    // Before anything is waited for: the click counts only now.
    let asked = origins(host).and_then(|what| request_permissions(&what).ok());
    async move {
        match asked {
            Some(asked) => JsFuture::from(asked)
                .await
                .is_ok_and(|allowed| allowed.is_truthy()),
            None => false,
        }
    }
}

/// Gives the permission for a host back.
pub(super) async fn give_back(host: &str) {
    let removed = origins(host).and_then(|what| remove_permissions(&what).ok());
    if let Some(removed) = removed {
        // Where there was none, there is none to give back.
        let _ = JsFuture::from(removed).await;
    }
}

fn origins(host: &str) -> Option<JsValue> {
    document::to_js(&json!({ "origins": [format!("https://{host}/*")] }))
}

fn as_json(value: &JsValue) -> Value {
    let text = js_sys::JSON::stringify(value).ok();
    let text = text.and_then(|text| text.as_string()).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_manifest_names_needs_no_asking() {
        let manifest =
            json!({ "content_scripts": [{ "matches": ["https://a.zendesk.com/agent/*"] }] });
        let permissions =
            json!({ "origins": ["https://a.zendesk.com/*", "https://b.zendesk.com/*"] });
        let hosts = Hosts::of(&manifest, &permissions);
        assert_eq!(hosts.access("a.zendesk.com"), Access::BuiltIn);
        let none = Hosts::of(&manifest, &json!({ "origins": [] }));
        assert_eq!(none.access("a.zendesk.com"), Access::NotYet);
        assert_eq!(hosts.access("b.zendesk.com"), Access::Allowed);
        assert_eq!(hosts.access("c.zendesk.com"), Access::NotYet);
        assert_eq!(hosts.access("support.example.com"), Access::NoZendesk);
        // A browser's own page of add-ons may allow all at once.
        let all = Hosts::of(
            &manifest,
            &json!({ "origins": ["https://*.zendesk.com/*"] }),
        );
        assert_eq!(all.access("c.zendesk.com"), Access::Allowed);
    }
}
