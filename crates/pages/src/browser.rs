//! What only these pages ask of the browser.

use ferry_web::document;
use js_sys::{Array, Promise, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = openOptionsPage)]
    fn open_options_page() -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getURL)]
    fn own_address(path: &str) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = create)]
    fn create_tab(how: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = getAll)]
    fn all_permissions() -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    fn request_permissions(what: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    fn manifest() -> Result<JsValue, JsValue>;
}

/// Opens the options page.
pub(crate) fn open_options() {
    // A tab that does not open is seen not to.
    let _ = open_options_page();
}

/// Opens another page of the extension's.
pub(crate) fn open_own(page: &str) {
    if let Ok(url) = own_address(page)
        && let Some(how) = document::to_js(&json!({ "url": url }))
    {
        let _ = create_tab(&how);
    }
}

/// Closes this page, if it is a popup.
pub(crate) fn close() {
    if let Some(window) = web_sys::window() {
        let _ = window.close();
    }
}

/// The names of what the extension may do: permissions, then hosts.
pub(crate) async fn permissions() -> Vec<String> {
    let Ok(asked) = all_permissions() else {
        return Vec::new();
    };
    let Ok(all) = JsFuture::from(asked).await else {
        return Vec::new();
    };
    let list = |name: &str| -> Vec<String> {
        let list = Reflect::get(&all, &JsValue::from_str(name)).unwrap_or_default();
        let names = Array::from(&list);
        names.iter().filter_map(|item| item.as_string()).collect()
    };
    [list("permissions"), list("origins")].concat()
}

/// The hosts of the manifest that the browser keeps Ferry from: people can take them away.
pub(crate) async fn missing_hosts() -> Vec<String> {
    let Some(hosts) = manifest_hosts() else {
        return Vec::new();
    };
    let allowed = permissions().await;
    // Browsers tell a permission with or without the manifest's path.
    let has = |host: &String| allowed.iter().any(|other| of_host(other) == of_host(host));
    hosts.into_iter().filter(|host| !has(host)).collect()
}

/// Asks the person for hosts, at once: a browser allows it only within a click.
pub(crate) fn ask_for_hosts(hosts: &[String]) -> impl Future<Output = ()> + use<> {
    let what = document::to_js(&json!({ "origins": hosts }));
    let asked = what.and_then(|what| request_permissions(&what).ok());
    async move {
        if let Some(asked) = asked {
            // What came of it is seen by looking again.
            let _ = JsFuture::from(asked).await;
        }
    }
}

/// The addresses that the manifest wants the adapter on.
fn manifest_hosts() -> Option<Vec<String>> {
    let text = js_sys::JSON::stringify(&manifest().ok()?).ok()?;
    let manifest: Value = serde_json::from_str(&String::from(text)).ok()?;
    let matches = manifest["content_scripts"][0]["matches"].as_array()?;
    let hosts = matches.iter().filter_map(Value::as_str);
    Some(hosts.map(str::to_owned).collect())
}

/// `https://host` of an address pattern.
fn of_host(pattern: &str) -> &str {
    let path = pattern.match_indices('/').nth(2);
    path.map_or(pattern, |(end, _)| &pattern[..end])
}
