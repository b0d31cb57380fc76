//! The page that Ferry opens when it is installed. It would stay in front of the tests' own tab,
//! whose page then counts as hidden.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::browser::Kind;
use crate::devtools::DevTools;
use crate::{own_window, wait};

const PAGE: &str = "/welcome.html";

/// Waits for it, and closes it.
pub(crate) async fn close(driver: &WebDriver, kind: Kind) -> Result<()> {
    wait::holds("the first page, after installing", async || match kind {
        Kind::Chromium => in_chromium(driver).await,
        Kind::Firefox => in_firefox(driver).await,
    })
    .await
}

/// WebDriver does not list the page there, so the developer tools are asked.
async fn in_chromium(driver: &WebDriver) -> Result<bool> {
    let targets = DevTools::new("Target.getTargets");
    let answer: Value = driver.cmd(targets).await?.value()?;
    let page = answer["targetInfos"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|target| {
            target["url"]
                .as_str()
                .is_some_and(|url| url.ends_with(PAGE))
        });
    let Some(page) = page else { return Ok(false) };
    let close = DevTools::new("Target.closeTarget").with(json!({ "targetId": page["targetId"] }));
    driver.cmd(close).await?;
    Ok(true)
}

/// Fails until the page is there.
const IN_FIREFOX: &str = r#"
    const {gBrowser} = Services.wm.getMostRecentWindow("navigator:browser");
    const page = gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.endsWith(arguments[0]));
    if (!page) throw new Error("not there yet");
    gBrowser.removeTab(page);
"#;

async fn in_firefox(driver: &WebDriver) -> Result<bool> {
    own_window::run(driver, IN_FIREFOX, vec![json!(PAGE)]).await?;
    Ok(true)
}
