//! `storage.local`, with values as JSON text.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::chrome;

/// What is stored under a name; `None` where there is nothing that can be read.
pub async fn load<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_str(&load_text(name).await?).ok()
}

/// The text that is stored under a name.
pub async fn load_text(name: &str) -> Option<String> {
    let all = JsFuture::from(chrome::stored(name).ok()?).await.ok()?;
    js_sys::Reflect::get(&all, &JsValue::from_str(name))
        .ok()?
        .as_string()
}

/// Stores a value; says whether that worked.
pub async fn save<T: Serialize>(name: &str, value: &T) -> bool {
    match serde_json::to_string(value) {
        Ok(text) => save_text(name, &text).await,
        Err(_) => false,
    }
}

/// Stores a text; says whether that worked.
pub async fn save_text(name: &str, text: &str) -> bool {
    let items = js_sys::Object::new();
    let set = js_sys::Reflect::set(&items, &JsValue::from_str(name), &JsValue::from_str(text));
    match chrome::store(&items) {
        Ok(stored) if set.is_ok() => JsFuture::from(stored).await.is_ok(),
        _ => false,
    }
}

/// Takes away what is stored under a name; says whether that worked.
pub async fn forget(name: &str) -> bool {
    match chrome::remove(name) {
        Ok(removed) => JsFuture::from(removed).await.is_ok(),
        Err(_) => false,
    }
}
