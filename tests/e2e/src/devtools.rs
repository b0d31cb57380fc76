//! Commands of Chromium's developer tools, where WebDriver has none.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

/// Gives a command for the current tab, and what came of it.
///
/// # Errors
/// The browser does not know it, or refuses.
pub async fn devtools(driver: &WebDriver, name: &str, arguments: Value) -> Result<Value> {
    let command = Command {
        name: name.to_owned(),
        arguments,
    };
    Ok(driver.cmd(command).await?.value()?)
}

/// The address of everything that has one: tabs, frames, the extension's background.
pub(crate) async fn addresses(driver: &WebDriver) -> Result<Vec<String>> {
    let answer = devtools(driver, "Target.getTargets", json!({})).await?;
    let targets = answer["targetInfos"].as_array().into_iter().flatten();
    Ok(targets
        .filter_map(|target| target["url"].as_str().map(str::to_owned))
        .collect())
}

/// Chromedriver's way to such a command.
#[derive(Debug)]
struct Command {
    name: String,
    arguments: Value,
}

impl FormatRequestData for Command {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("session/{session}/goog/cdp/execute");
        let body = json!({ "cmd": self.name, "params": self.arguments });
        RequestData::new("POST".parse().unwrap_or_default(), path).add_body(body)
    }
}
