//! The extension's message ports, and the tabs at their other end.
#![allow(missing_docs, reason = "wasm-bindgen adds methods without any")]

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// A `runtime.Port`.
    pub type Port;

    /// A browser event that listeners can be added to.
    pub type Event;

    #[wasm_bindgen(method, js_name = postMessage)]
    pub fn post_message(this: &Port, message: &JsValue);

    #[wasm_bindgen(method, getter, js_name = onMessage)]
    pub fn on_message(this: &Port) -> Event;

    #[wasm_bindgen(method, getter, js_name = onDisconnect)]
    pub fn on_disconnect(this: &Port) -> Event;

    #[wasm_bindgen(method, js_name = addListener)]
    pub fn add_listener(this: &Event, listener: &Function);

    /// `tabs.connect`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = connect)]
    pub fn connect(tab: i32, how: &JsValue) -> Result<Port, JsValue>;

    /// `tabs.query`; without a permission it tells no address.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    pub fn query_tabs(which: &JsValue) -> Result<Promise, JsValue>;

    /// `tabs.sendMessage`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
    pub fn send_to_tab(tab: i32, message: &JsValue, how: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(thread_local_v2, js_namespace = chrome, js_name = runtime)]
    static RUNTIME: JsValue;
}

/// Takes note of why the last port closed, which the browser complains about otherwise.
pub fn note_last_error() {
    let _ = RUNTIME.with(|runtime| js_sys::Reflect::get(runtime, &JsValue::from_str("lastError")));
}
