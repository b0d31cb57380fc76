//! The options page.
#![allow(
    unreachable_pub,
    reason = "the component macro makes each component's properties as visible as it can"
)]

use ferry_web::document;
use ferry_web::words::{self, t};
use leptos::prelude::*;

/// Puts the page's content into it.
pub(crate) fn mount() {
    document::set_root("lang", &words::language());
    document::follow_theme();
    leptos::mount::mount_to_body(Root);
}

#[component]
fn Root() -> impl IntoView {
    view! { <h1>{t("options_title")}</h1> }
}
