//! Visible text from `_locales`, in the browser's language.

use wasm_bindgen::JsValue;

use super::chrome;
use ferry_words::Text;

/// The text with its values.
pub fn say(text: &Text) -> String {
    let values: js_sys::Array = text
        .values
        .iter()
        .map(|value| JsValue::from_str(value))
        .collect();
    chrome::message(text.key, &values).unwrap_or_default()
}

/// The text with this name, which has no values.
pub fn t(key: &'static str) -> String {
    chrome::message(key, &JsValue::UNDEFINED).unwrap_or_default()
}

/// The language that the texts are in, which need not be the browser's.
pub fn language() -> String {
    t("language_tag")
}
