//! Bindings to `chrome.*`, which Firefox has as well.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    pub(crate) fn message(name: &str, substitutions: &JsValue) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub(crate) fn stored(key: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub(crate) fn store(items: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = remove)]
    pub(crate) fn remove(key: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    fn manifest() -> Result<JsValue, JsValue>;
}

/// The extension's version.
pub fn version() -> String {
    let version =
        manifest().and_then(|manifest| js_sys::Reflect::get(&manifest, &"version".into()));
    let version = version.ok().and_then(|version| version.as_string());
    version.unwrap_or_default()
}
