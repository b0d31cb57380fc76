//! axe-core, the rules of accessibility, run in the document that the driver is in: also in the
//! panel's own frame, which no script of the page around can reach.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use thirtyfour::WebDriver;

const SOURCE: &str = "node_modules/axe-core/axe.min.js";

/// What runs after the rules are there. Target sizes are checked although axe does not by default.
const RUN: &str = r"
    const done = arguments[arguments.length - 1];
    const told = ({id, help, nodes}) =>
        `${id}: ${help}\n` + nodes.map((node) => `    ${node.html}\n    ${node.failureSummary}`).join('\n');
    axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then(
        (result) => done({found: result.violations.map(told), passed: result.passes.length}),
        (error) => done({error: String(error)}),
    );
";

/// Content that is wider than the window would have to be scrolled both ways.
const TOO_WIDE: &str = r"
    const {scrollWidth, clientWidth} = document.documentElement;
    return scrollWidth > clientWidth ? `${scrollWidth} in ${clientWidth}` : null;
";

/// Fails on anything that the rules find in the driver's present document.
///
/// # Errors
/// Something is found, or axe-core is not installed.
pub async fn check(driver: &WebDriver, what: &str) -> Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(SOURCE);
    let rules = fs::read_to_string(file)
        .context("axe-core is not there; `./build.sh install` fetches it")?;
    let answer = driver
        .execute_async(format!("{rules};{RUN}"), vec![])
        .await?;
    let answer = answer.json();
    if let Some(error) = answer["error"].as_str() {
        bail!("{what}: axe-core stopped: {error}");
    }
    let found: Vec<&str> = answer["found"]
        .as_array()
        .context("axe-core lists what it found")?
        .iter()
        .filter_map(Value::as_str)
        .collect();
    ensure!(found.is_empty(), "{what}: {}", found.join("\n"));
    let passed = answer["passed"].as_u64().unwrap_or_default();
    ensure!(
        passed > 5,
        "{what}: only {passed} rules had anything to look at"
    );
    let wide = driver.execute(TOO_WIDE, vec![]).await?;
    let wide = wide.json().as_str().unwrap_or_default();
    ensure!(wide.is_empty(), "{what}: wider than its window: {wide}");
    Ok(())
}
