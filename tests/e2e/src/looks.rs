//! Light or dark, as people choose it in their system: Ferry's own pages follow it.

use anyhow::Result;
use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

use crate::browser::Kind;
use crate::own_window;

const IN_FIREFOX: &str = r#"
    const [dark] = arguments;
    Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", dark ? 0 : 1);
"#;

/// Makes it so in the current tab (Chromium) or everywhere (Firefox).
pub(crate) async fn prefer_dark(driver: &WebDriver, kind: Kind, dark: bool) -> Result<()> {
    match kind {
        Kind::Chromium => {
            driver.cmd(EmulateScheme { dark }).await?;
            Ok(())
        }
        Kind::Firefox => own_window::run(driver, IN_FIREFOX, vec![dark.into()]).await,
    }
}

/// Chromedriver's way to the developer tools' command.
#[derive(Debug)]
struct EmulateScheme {
    dark: bool,
}

impl FormatRequestData for EmulateScheme {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("session/{session}/goog/cdp/execute");
        let scheme = if self.dark { "dark" } else { "light" };
        RequestData::new("POST".parse().unwrap_or_default(), path).add_body(json!({
            "cmd": "Emulation.setEmulatedMedia",
            "params": { "features": [{ "name": "prefers-color-scheme", "value": scheme }] },
        }))
    }
}
