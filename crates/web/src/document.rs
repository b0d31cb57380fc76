//! The own document of a page or frame.

use serde::Serialize;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, MediaQueryList};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = document, js_name = execCommand)]
    fn exec_command(command: &str) -> Result<bool, JsValue>;

    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = clipboard)]
    static CLIPBOARD: JsValue;
}

/// The document.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The secret that the adapter put behind the `#` of the frame's address.
pub fn secret() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Names the page in its tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of the root element, which the style sheet looks at.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// What the browser says it is.
pub fn user_agent() -> String {
    let said = web_sys::window().map(|window| window.navigator().user_agent());
    said.and_then(Result::ok).unwrap_or_default()
}

/// Takes the browser's light or dark look, now and when it changes.
pub fn follow_theme() {
    let dark = web_sys::window()
        .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok())
        .flatten();
    let Some(dark) = dark else { return };
    let show = |dark: &MediaQueryList| {
        set_root("data-theme", if dark.matches() { "dark" } else { "light" });
    };
    show(&dark);
    let query = dark.clone();
    let changed = Closure::<dyn Fn()>::new(move || show(&query));
    dark.set_onchange(Some(changed.as_ref().unchecked_ref()));
    // The page has it as long as it lives.
    changed.forget();
}

/// Moves the focus to the element with this id.
pub fn focus_id(id: &str) {
    focus(document().and_then(|document| document.get_element_by_id(id)));
}

/// Moves the focus within this document, if it is in this document: what had it may be gone.
pub fn keep_focus(id: &str) {
    if document().is_some_and(|document| document.has_focus().unwrap_or_default()) {
        focus_id(id);
    }
}

/// Moves the focus to an element that can have it.
pub fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Takes a value to JavaScript as JSON does.
pub fn to_js<T: Serialize>(value: &T) -> Option<JsValue> {
    js_sys::JSON::parse(&serde_json::to_string(value).ok()?).ok()
}

pub(crate) fn clipboard_allowed() -> bool {
    CLIPBOARD.with(|clipboard| !clipboard.is_undefined() && !clipboard.is_null())
}

pub(crate) fn run_copy() -> bool {
    exec_command("copy").unwrap_or(false)
}
