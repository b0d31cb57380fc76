//! Medians and percentiles, and the browser's own counters.

use anyhow::Result;
use ferry_e2e::Scene;
use serde_json::{Value, json};

/// A row of figures: median, 95th percentile, most.
pub(crate) fn row(what: &str, limit: &str, unit: &str, figures: &[f64]) -> String {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| {
        // The nearest rank: the least figure that so large a share does not exceed.
        let rank = (sorted.len() as f64 * share).ceil() as usize;
        let place = rank.saturating_sub(1);
        sorted.get(place).copied().unwrap_or_default()
    };
    format!(
        "| {what} | {limit} | {:.1} {unit} | {:.1} {unit} | {:.1} {unit} |\n",
        at(0.5),
        at(0.95),
        at(1.0)
    )
}

/// The head of a table of such rows.
pub(crate) const HEAD: &str =
    "| | aim | median | 95th percentile | most |\n| --- | --- | --- | --- | --- |\n";

/// A command of the browser's developer tools, for the page of the current tab.
pub(crate) async fn devtools(scene: &Scene, name: &str, arguments: Value) -> Result<Value> {
    ferry_e2e::devtools(&scene.browser.driver, name, arguments).await
}

/// What the browser counts for the page's own process.
pub(crate) async fn counters(scene: &Scene) -> Result<Value> {
    devtools(scene, "Performance.enable", json!({})).await?;
    devtools(scene, "HeapProfiler.collectGarbage", json!({})).await?;
    let answer = devtools(scene, "Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().cloned().unwrap_or_default();
    Ok(metrics
        .iter()
        .filter_map(|metric| Some((metric["name"].as_str()?.to_owned(), metric["value"].clone())))
        .collect())
}
