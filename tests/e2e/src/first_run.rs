//! The page that Ferry opens when it is installed. In Firefox it would stay in front of the tests'
//! own tab, whose page then counts as hidden.

use anyhow::Result;
use serde_json::json;
use thirtyfour::WebDriver;

use crate::{own_window, wait};

const PAGE: &str = "/welcome.html";

/// Fails until the page is there.
const IN_FIREFOX: &str = r#"
    const {gBrowser} = Services.wm.getMostRecentWindow("navigator:browser");
    const page = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.endsWith(arguments[0]));
    if (!page) throw new Error("not there yet");
    gBrowser.removeTab(page);
"#;

/// Waits for it in Firefox, and closes it.
pub(crate) async fn close_in_firefox(driver: &WebDriver) -> Result<()> {
    wait::holds("the first page, after installing", async || {
        own_window::run(driver, IN_FIREFOX, vec![json!(PAGE)]).await?;
        Ok(true)
    })
    .await
}
