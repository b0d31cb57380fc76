//! Ferry's button in the browser's toolbar. WebDriver has no way to it that both browsers share.

use anyhow::Result;
use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

use crate::browser::Kind;
use crate::panel::Panel;
use crate::wait;

/// What the background does when the button is pressed, said by the panel itself.
const IN_CHROMIUM: &str = r#"
    const done = arguments[0];
    chrome.tabs.getCurrent((tab) => chrome.tabs.sendMessage(
        tab.id, {type: "command", command: "toggle_sidebar"}, {frameId: 0}, () => done(true)));
"#;

/// Presses the real button, from Firefox's own window.
const IN_FIREFOX: &str = r#"
    const {ExtensionParent} = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
    const {extension} = WebExtensionPolicy.getByID("ferry@ferry.example");
    const window = Services.wm.getMostRecentWindow("navigator:browser");
    ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
"#;

/// Presses the button once the page has its panel.
pub(crate) async fn press(driver: &WebDriver, kind: Kind, panel: &Panel) -> Result<()> {
    wait::holds("the panel is there", async || panel.is_there().await).await?;
    match kind {
        Kind::Chromium => {
            wait::until("the toolbar button", async || {
                panel
                    .inside(async |driver| {
                        driver.execute_async(IN_CHROMIUM, vec![]).await?;
                        Ok(Some(()))
                    })
                    .await
            })
            .await
        }
        Kind::Firefox => {
            driver.cmd(Context("chrome")).await?;
            let pressed = driver.execute(IN_FIREFOX, vec![]).await;
            driver.cmd(Context("content")).await?;
            pressed?;
            Ok(())
        }
    }
}

/// Firefox's command for scripts in its own window, or in the page again.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(
            "POST".parse().unwrap_or_default(),
            format!("session/{session}/moz/context"),
        )
        .add_body(json!({ "context": self.0 }))
    }
}
