//! Commands of Chromium's developer tools, where WebDriver has none.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

/// One command.
#[derive(Debug)]
pub(crate) struct DevTools(&'static str);

impl DevTools {
    pub(crate) fn new(name: &'static str) -> Self {
        Self(name)
    }
}

/// The address of everything that has one: tabs, frames, the extension's background.
pub(crate) async fn addresses(driver: &WebDriver) -> Result<Vec<String>> {
    let answer = driver.cmd(DevTools::new("Target.getTargets")).await?;
    let answer: Value = answer.value()?;
    let targets = answer["targetInfos"].as_array().into_iter().flatten();
    Ok(targets
        .filter_map(|target| target["url"].as_str().map(str::to_owned))
        .collect())
}

impl FormatRequestData for DevTools {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("session/{session}/goog/cdp/execute");
        RequestData::new("POST".parse().unwrap_or_default(), path)
            .add_body(json!({ "cmd": self.0, "params": {} }))
    }
}
