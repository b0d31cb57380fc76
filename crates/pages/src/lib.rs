//! The extension's own pages: options, popup. Each starts by a function that its page's script calls.

mod browser;
mod desk;
mod options;
mod pace;
mod popup;

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the options page.
#[wasm_bindgen]
pub fn start_options() {
    options::mount();
}

/// Starts the popup.
#[wasm_bindgen]
pub fn start_popup() {
    popup::mount();
}
