//! What a browser does when it is short of memory: it stops the extension's background, and takes
//! the pages of tabs away.

use anyhow::Result;
use thirtyfour::WebDriver;

use crate::browser::Kind;
use crate::devtools::DevTools;
use crate::own_window;

const IN_FIREFOX: &str = r#"
    const {extension} = WebExtensionPolicy.getByID("ferry@ferry.example");
    return extension.terminateBackground();
"#;

/// Stops it.
pub(crate) async fn stop(driver: &WebDriver, kind: Kind) -> Result<()> {
    match kind {
        Kind::Chromium => {
            driver.cmd(DevTools::new("ServiceWorker.enable")).await?;
            driver
                .cmd(DevTools::new("ServiceWorker.stopAllWorkers"))
                .await?;
            Ok(())
        }
        Kind::Firefox => own_window::run(driver, IN_FIREFOX, vec![]).await,
    }
}

const DISCARD_IN_FIREFOX: &str = r#"
    const {gBrowser} = Services.wm.getMostRecentWindow("navigator:browser");
    for (const tab of gBrowser.tabs) if (!tab.selected) gBrowser.discardBrowser(tab, true);
"#;

/// Takes the pages of all tabs but the current one away; Firefox only.
pub(crate) async fn discard_other_tabs(driver: &WebDriver) -> Result<()> {
    own_window::run(driver, DISCARD_IN_FIREFOX, vec![]).await
}
