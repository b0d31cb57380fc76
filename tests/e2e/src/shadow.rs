//! Finding elements in closed shadow roots, by WebDriver's own commands: they give closed roots
//! as well, in both browsers. thirtyfour asks the page's JavaScript, which does not.

use std::sync::Arc;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver, WebElement};

/// How WebDriver names a shadow root in its answers.
const ROOT: &str = "shadow-6066-11e4-a52e-4f735466cecf";

/// The first element that a selector finds in the shadow root of `host`, if it has one.
pub(crate) async fn find(
    driver: &WebDriver,
    host: &WebElement,
    css: &str,
) -> Result<Option<WebElement>> {
    let ask = GetRoot(host.element_id().to_string());
    // "No such shadow root" is an answer as well.
    let Ok(answer) = driver.cmd(ask).await else {
        return Ok(None);
    };
    let answer: Value = answer.value()?;
    let root = answer[ROOT]
        .as_str()
        .context("the driver names the shadow root")?;
    let found = driver
        .cmd(FindIn {
            root: root.to_owned(),
            css: css.to_owned(),
        })
        .await?;
    let found: Vec<Value> = found.value()?;
    let Some(first) = found.into_iter().next() else {
        return Ok(None);
    };
    Ok(Some(WebElement::from_json(
        first,
        Arc::clone(driver.handle()),
    )?))
}

/// "Get Element Shadow Root".
#[derive(Debug)]
struct GetRoot(String);

impl FormatRequestData for GetRoot {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(
            "GET".parse().unwrap_or_default(),
            format!("session/{session}/element/{}/shadow", self.0),
        )
    }
}

/// "Find Elements From Shadow Root".
#[derive(Debug)]
struct FindIn {
    root: String,
    css: String,
}

impl FormatRequestData for FindIn {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("session/{session}/shadow/{}/elements", self.root);
        RequestData::new("POST".parse().unwrap_or_default(), path)
            .add_body(json!({ "using": "css selector", "value": self.css }))
    }
}
