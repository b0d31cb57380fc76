//! Bindings to `chrome.*`, which Firefox has as well.

pub(crate) use ferry_web::chrome::version;
pub(crate) use ferry_web::port::Port;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The port to the adapter, opened in the browser's own way by `panel.js`.
    #[wasm_bindgen(catch, js_name = ferryConnect)]
    pub(crate) fn connect() -> Result<Promise, JsValue>;

    /// Opens an address in a new tab, likewise.
    #[wasm_bindgen(catch, js_name = ferryOpen)]
    pub(crate) fn open_tab(url: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    pub(crate) fn send_message(message: &JsValue) -> Result<Promise, JsValue>;
}
