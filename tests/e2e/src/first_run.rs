//! The page that Ferry opens when it is installed. It comes in front of the tests' own tab, whose
//! page then counts as hidden: its timers are late, and nothing is painted.

use anyhow::Result;
use serde_json::json;
use thirtyfour::WebDriver;

use crate::browser::Kind;
use crate::devtools::{self, DevTools};
use crate::{own_window, wait};

const PAGE: &str = "/welcome.html";

/// Waits for it, and has the tests' own tab in front.
pub(crate) async fn leave_behind(driver: &WebDriver, kind: Kind) -> Result<()> {
    wait::holds("the first page, after installing", async || match kind {
        Kind::Chromium => is_there(driver).await,
        Kind::Firefox => {
            own_window::run(driver, CLOSE_IN_FIREFOX, vec![json!(PAGE)]).await?;
            Ok(true)
        }
    })
    .await?;
    // Closing the page in Chromium makes chromedriver lose other tabs now and then.
    bring_to_front(driver, kind).await
}

/// Brings the current tab to the front, as a person's click on it does.
pub(crate) async fn bring_to_front(driver: &WebDriver, kind: Kind) -> Result<()> {
    // Firefox's driver does it whenever it turns to a tab.
    if kind == Kind::Chromium {
        driver.cmd(DevTools::new("Page.bringToFront")).await?;
    }
    in_front(driver).await
}

/// Waits until the page of the current tab counts as seen.
pub(crate) async fn in_front(driver: &WebDriver) -> Result<()> {
    wait::holds("the tests' own tab in front", async || {
        let state = driver.execute("return document.visibilityState", vec![]);
        Ok(state.await?.json() == "visible")
    })
    .await
}

/// Chromedriver does not list the page, the developer tools do.
async fn is_there(driver: &WebDriver) -> Result<bool> {
    let addresses = devtools::addresses(driver).await?;
    Ok(addresses.iter().any(|address| address.ends_with(PAGE)))
}

/// Fails until the page is there.
const CLOSE_IN_FIREFOX: &str = r#"
    const {gBrowser} = Services.wm.getMostRecentWindow("navigator:browser");
    const page = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.endsWith(arguments[0]));
    if (!page) throw new Error("not there yet");
    gBrowser.removeTab(page);
"#;
