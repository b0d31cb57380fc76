//! The keyboard command for the sidebar. It has no keys until a person gives it some, so it is said
//! in each browser's own way.

use anyhow::Result;
use thirtyfour::WebDriver;

use crate::browser::Kind;
use crate::panel::Panel;
use crate::{own_window, wait};

/// What the background does at the command, done by the panel itself.
const IN_CHROMIUM: &str = r#"
    const done = arguments[0];
    chrome.tabs.getCurrent((tab) => chrome.tabs.sendMessage(
        tab.id, {type: "command", command: "toggle_sidebar"}, {frameId: 0}, () => done(true)));
"#;

/// The real command, from Firefox's own window.
const IN_FIREFOX: &str = r#"
    const {extension} = WebExtensionPolicy.getByID("ferry@ferry.example");
    extension.shortcuts.onCommand("toggle_sidebar");
"#;

/// Gives the command once the page has its panel.
pub(crate) async fn toggle_sidebar(driver: &WebDriver, kind: Kind, panel: &Panel) -> Result<()> {
    wait::holds("the panel is there", async || panel.is_there().await).await?;
    match kind {
        Kind::Chromium => {
            wait::until("the command", async || {
                panel
                    .inside(async |driver| {
                        driver.execute_async(IN_CHROMIUM, vec![]).await?;
                        Ok(Some(()))
                    })
                    .await
            })
            .await
        }
        Kind::Firefox => own_window::run(driver, IN_FIREFOX, vec![]).await,
    }
}
