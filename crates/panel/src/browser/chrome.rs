//! Bindings to `chrome.*`, which Firefox has as well.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// A `runtime.Port`.
    pub(crate) type Port;

    /// A browser event that listeners can be added to.
    pub(crate) type Event;

    #[wasm_bindgen(method, js_name = postMessage)]
    pub(crate) fn post_message(this: &Port, message: &JsValue);

    #[wasm_bindgen(method, getter, js_name = onMessage)]
    pub(crate) fn on_message(this: &Port) -> Event;

    #[wasm_bindgen(method, js_name = addListener)]
    pub(crate) fn add_listener(this: &Event, listener: &Function);

    /// The port to the adapter, opened in the browser's own way by `panel.js`.
    #[wasm_bindgen(catch, js_name = ferryConnect)]
    pub(crate) fn connect() -> Result<Promise, JsValue>;

    /// Opens an address in a new tab, likewise.
    #[wasm_bindgen(catch, js_name = ferryOpen)]
    pub(crate) fn open_tab(url: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    pub(crate) fn send_message(message: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    pub(crate) fn message(name: &str, substitutions: &JsValue) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub(crate) fn stored(key: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub(crate) fn store(items: &JsValue) -> Result<Promise, JsValue>;
}
