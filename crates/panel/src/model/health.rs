//! Which functions are off because Zendesk's page changed, so that nobody wonders.

use ferry_protocol::PageState;

use super::text::{Text, text};

/// The functions that are off; empty: everything that is needed was found.
pub(crate) fn off(page: &PageState) -> Vec<Text> {
    if page.layout.is_none() {
        return vec![text("off_layout")];
    }
    let missing = |name: &str| {
        let mut selectors = page.selectors.iter();
        selectors.any(|selector| selector.name == name && selector.matched.is_none())
    };
    let functions = [
        (missing("conversation"), "off_banner"),
        (missing("comment"), "off_show_comment"),
        (page.composer.is_none(), "off_insert"),
        (page.tags.is_none(), "off_page_tags"),
        (!page.tab_agrees, "off_changes"),
    ];
    let off = functions.into_iter().filter(|(off, _)| *off);
    off.map(|(_, name)| text(name)).collect()
}
