//! The frame's own document.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = document, js_name = execCommand)]
    fn exec_command(command: &str) -> Result<bool, JsValue>;

    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = clipboard)]
    static CLIPBOARD: JsValue;
}

pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The secret that the adapter put behind the `#` of the frame's address.
pub(crate) fn secret() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Sets an attribute of the root element, which the style sheet looks at.
pub(crate) fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// Moves the focus to the element with this id.
pub(crate) fn focus_id(id: &str) {
    focus(document().and_then(|document| document.get_element_by_id(id)));
}

pub(crate) fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Takes a value to JavaScript as JSON does.
pub(crate) fn to_js<T: Serialize>(value: &T) -> Option<JsValue> {
    js_sys::JSON::parse(&serde_json::to_string(value).ok()?).ok()
}

pub(super) fn clipboard_allowed() -> bool {
    CLIPBOARD.with(|clipboard| !clipboard.is_undefined() && !clipboard.is_null())
}

pub(super) fn run_copy() -> bool {
    exec_command("copy").unwrap_or(false)
}
