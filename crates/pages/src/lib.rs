//! The extension's own pages: options. Each starts by a function that its page's script calls.

mod options;

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the options page.
#[wasm_bindgen]
pub fn start_options() {
    options::mount();
}
