//! The toolbar button's badge.

use ferry_protocol::ToBackground;

use super::{chrome, document};

/// Tells the background what the badge of this tab is to show.
pub(crate) fn show(badge: &ToBackground) {
    let Some(message) = document::to_js(badge) else {
        return;
    };
    if let Ok(sent) = chrome::send_message(&message) {
        // The background may be starting; a badge that is missed does no harm.
        leptos::task::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(sent).await;
        });
    }
}
