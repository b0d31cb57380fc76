//! Ferry's panel: the banner above a conversation and the sidebar beside it.
//!
//! It runs as an extension page in a frame. `model` decides what is said and offered, in plain
//! functions that tests run natively; `view` draws it; `link` talks to the page adapter; `browser`
//! holds every call of the browser's and the extension's interfaces.

mod actions;
mod app;
mod browser;
mod link;
mod loading;
mod memory;
mod model;
mod tagging;
mod view;

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the page with this name; further pages of the extension share the module.
#[wasm_bindgen]
pub fn start(page: &str) {
    if page == "panel" {
        view::mount();
    }
}
