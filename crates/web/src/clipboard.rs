//! The clipboard, on the agent's click.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

use super::document;

/// Copies a text; says whether that worked.
pub async fn copy(text: &str) -> bool {
    // A page's policy may keep the clipboard from frames; the older way still works then.
    document::clipboard_allowed() && write(text).await || copy_selected(text)
}

async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let written = window.navigator().clipboard().write_text(text);
    JsFuture::from(written).await.is_ok()
}

fn copy_selected(text: &str) -> bool {
    let Some(document) = document::document() else {
        return false;
    };
    let Some(body) = document.body() else {
        return false;
    };
    let area = document
        .create_element("textarea")
        .ok()
        .and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(area) = area else { return false };
    area.set_value(text);
    area.set_class_name("off-screen");
    let before = document.active_element();
    if body.append_child(&area).is_err() {
        return false;
    }
    area.select();
    let copied = document::run_copy();
    area.remove();
    document::focus(before);
    copied
}
