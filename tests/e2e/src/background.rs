//! What a browser does when it is short of memory: it stops the extension's background, and takes
//! the pages of tabs away.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::WebDriver;

use crate::browser::Kind;
use crate::devtools::devtools;
use crate::own_window;
use crate::panel::Panel;

const IN_FIREFOX: &str = r#"
    const {extension} = WebExtensionPolicy.getByID("ferry@ferry.example");
    return extension.terminateBackground();
"#;

/// Stops it.
pub(crate) async fn stop(driver: &WebDriver, kind: Kind) -> Result<()> {
    match kind {
        Kind::Chromium => {
            for command in ["ServiceWorker.enable", "ServiceWorker.stopAllWorkers"] {
                devtools(driver, command, json!({})).await?;
            }
            Ok(())
        }
        Kind::Firefox => own_window::run(driver, IN_FIREFOX, vec![]).await,
    }
}

/// Ferry's first page is one of them. A tab's new page has a window of its own for the driver.
const DISCARD_IN_CHROMIUM: &str = r#"
    const done = arguments[0];
    chrome.tabs.query({active: false})
        .then((tabs) => Promise.all(tabs.map(({id}) => chrome.tabs.discard(id))))
        .then((gone) => done(gone.every((tab) => tab?.discarded)), (error) => done(String(error)));
"#;
const DISCARD_IN_FIREFOX: &str = r#"
    const {gBrowser} = Services.wm.getMostRecentWindow("navigator:browser");
    for (const tab of gBrowser.tabs) if (!tab.selected) gBrowser.discardBrowser(tab, true);
"#;

/// Takes the pages of all tabs but the current one away.
pub(crate) async fn discard_other_tabs(
    driver: &WebDriver,
    kind: Kind,
    panel: &Panel,
) -> Result<()> {
    if kind == Kind::Firefox {
        return own_window::run(driver, DISCARD_IN_FIREFOX, vec![]).await;
    }
    let discarded = panel
        .inside(async |driver| Ok(driver.execute_async(DISCARD_IN_CHROMIUM, vec![]).await?))
        .await?;
    let discarded = discarded.json();
    ensure!(*discarded == true, "not discarded: {discarded}");
    Ok(())
}
