//! What only these pages ask of the browser.

use ferry_web::document;
use js_sys::Promise;
use serde_json::json;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = openOptionsPage)]
    fn open_options_page() -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getURL)]
    fn own_address(path: &str) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = create)]
    fn create_tab(how: &JsValue) -> Result<Promise, JsValue>;
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
