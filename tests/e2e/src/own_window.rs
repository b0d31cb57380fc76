//! Scripts in Firefox's own window, where WebDriver has no command that both browsers share.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

/// Runs a script in the browser's own window, and goes back to the page.
pub(crate) async fn run(driver: &WebDriver, script: &str, arguments: Vec<Value>) -> Result<()> {
    ask(driver, script, arguments).await.map(drop)
}

/// The same for a script that returns something.
pub(crate) async fn ask(driver: &WebDriver, script: &str, arguments: Vec<Value>) -> Result<Value> {
    driver.cmd(Context("chrome")).await?;
    let answer = driver.execute(script, arguments).await;
    driver.cmd(Context("content")).await?;
    Ok(answer?.json().clone())
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
