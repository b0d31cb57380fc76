//! The extension's own pages: options, popup, health, welcome. Each starts by a function that its page's script calls.

mod browser;
mod desk;
mod health;
mod options;
mod pace;
mod popup;
mod welcome;

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

/// Starts the health page.
#[wasm_bindgen]
pub fn start_health() {
    health::mount();
}

/// Starts the page that says how it works.
#[wasm_bindgen]
pub fn start_welcome() {
    welcome::mount();
}
