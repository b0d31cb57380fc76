//! Commands of Chromium's developer tools, where WebDriver has none.

use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

/// One command.
#[derive(Debug)]
pub(crate) struct DevTools(&'static str);

impl DevTools {
    pub(crate) fn new(name: &'static str) -> Self {
        Self(name)
    }
}

impl FormatRequestData for DevTools {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("session/{session}/goog/cdp/execute");
        RequestData::new("POST".parse().unwrap_or_default(), path)
            .add_body(json!({ "cmd": self.0, "params": {} }))
    }
}
