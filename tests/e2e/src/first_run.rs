//! The page that Ferry opens when it is installed. It comes in front of the tests' own tab, whose
//! page then counts as hidden: its timers are late, and nothing is painted.

use anyhow::Result;
use serde_json::json;
use thirtyfour::WebDriver;

use crate::browser::Kind;
use crate::devtools::{addresses, devtools};
use crate::{own_window, wait};

const PAGE: &str = "/welcome.html";

/// Waits for it, and has the tests' own tab in front.
pub(crate) async fn leave_behind(driver: &WebDriver, kind: Kind) -> Result<()> {
    wait::holds("the first page, after installing", async || {
        is_open(driver, kind).await
    })
    .await?;
    // Closing the page in Chromium makes chromedriver lose other tabs now and then.
    if kind == Kind::Firefox {
        own_window::run(driver, CLOSE_IN_FIREFOX, vec![json!(PAGE)]).await?;
    }
    bring_to_front(driver, kind).await
}

/// Whether it is there.
pub(crate) async fn is_open(driver: &WebDriver, kind: Kind) -> Result<bool> {
    let addresses = match kind {
        // Chromedriver does not list the page, the developer tools do.
        Kind::Chromium => addresses(driver).await?,
        Kind::Firefox => {
            let addresses = own_window::ask(driver, ADDRESSES_IN_FIREFOX, vec![]).await?;
            serde_json::from_value(addresses)?
        }
    };
    Ok(addresses.iter().any(|address| address.ends_with(PAGE)))
}

/// Brings the current tab to the front, as a person's click on it does.
pub(crate) async fn bring_to_front(driver: &WebDriver, kind: Kind) -> Result<()> {
    // Firefox's driver does it whenever it turns to a tab.
    if kind == Kind::Chromium {
        devtools(driver, "Page.bringToFront", json!({})).await?;
    }
    wait::holds("the tests' own tab in front", async || {
        let state = driver.execute("return document.visibilityState", vec![]);
        Ok(state.await?.json() == "visible")
    })
    .await
}

const ADDRESSES_IN_FIREFOX: &str = r#"
    const {gBrowser} = Services.wm.getMostRecentWindow("navigator:browser");
    return gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec);
"#;

const CLOSE_IN_FIREFOX: &str = r#"
    const {gBrowser} = Services.wm.getMostRecentWindow("navigator:browser");
    gBrowser.removeTab(gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.endsWith(arguments[0])));
"#;
