//! The extension's background, stopped as a browser does when it has been idle.

use anyhow::Result;
use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

use crate::browser::Kind;
use crate::own_window;

const IN_FIREFOX: &str = r#"
    const {extension} = WebExtensionPolicy.getByID("ferry@ferry.example");
    return extension.terminateBackground();
"#;

/// Stops it.
pub(crate) async fn stop(driver: &WebDriver, kind: Kind) -> Result<()> {
    match kind {
        Kind::Chromium => {
            driver.cmd(DevTools("ServiceWorker.enable")).await?;
            driver.cmd(DevTools("ServiceWorker.stopAllWorkers")).await?;
            Ok(())
        }
        Kind::Firefox => own_window::run(driver, IN_FIREFOX, vec![]).await,
    }
}

/// A command of Chromium's developer tools.
#[derive(Debug)]
struct DevTools(&'static str);

impl FormatRequestData for DevTools {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("session/{session}/goog/cdp/execute");
        RequestData::new("POST".parse().unwrap_or_default(), path)
            .add_body(json!({ "cmd": self.0, "params": {} }))
    }
}
