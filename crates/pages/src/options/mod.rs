//! The options page.
#![allow(
    unreachable_pub,
    reason = "the component macro makes each component's properties as visible as it can"
)]

mod backup;
mod features;
mod fields;
mod form;
mod hosts;
mod managed;
mod marks;
mod page;
mod parts;
mod paths;
mod permissions;
mod policy;
mod problems;
mod rich;
mod root;
mod samples;
mod templates;
mod text;
mod tryout;

use ferry_web::document;
use ferry_web::words::{self, t};

/// Puts the page's content into it.
pub(crate) fn mount() {
    document::set_root("lang", &words::language());
    document::follow_theme();
    document::set_title(&t("options_title"));
    leptos::mount::mount_to_body(root::Root);
}
