//! What Ferry costs the page's main thread on tickets that need nothing, by the browser's own
//! profiler: the time in which a script of the extension's was running.

use std::collections::HashMap;

use anyhow::Result;
use ferry_e2e::Scene;
use serde_json::{Value, json};

use crate::figures::{HEAD, devtools, row};

/// Tickets that need nothing.
const QUIET: [u64; 2] = [1015, 1016];

pub(crate) async fn measure(scene: &Scene, rounds: usize) -> Result<String> {
    scene.page().open(QUIET[0]).await?;
    scene.judged(QUIET[0]).await?;
    devtools(scene, "Profiler.enable", json!({})).await?;
    let sampling = json!({ "interval": 100 });
    devtools(scene, "Profiler.setSamplingInterval", sampling).await?;
    let (mut on_tickets, mut elsewhere, mut arriving) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        on_tickets.push(profiled(scene, &[ticket(QUIET[1])]).await?);
        let others = ["/agent/dashboard", "/agent/filters/360001"].map(str::to_owned);
        elsewhere.push(profiled(scene, &others).await?);
        arriving.push(profiled(scene, &[ticket(QUIET[0])]).await?);
    }
    devtools(scene, "Profiler.disable", json!({})).await?;
    Ok(format!(
        "Time of the page's main thread in scripts of Ferry's (sampled every 0.1 ms), by \
         navigation.\n\n{HEAD}{}{}{}\n",
        row(
            "from a ticket to one that needs nothing",
            "1 ms",
            "ms",
            &on_tickets
        ),
        row(
            "from another page to one that needs nothing: the frame is put in",
            "",
            "ms",
            &arriving
        ),
        row(
            "leaving a ticket, and between two pages that are no tickets",
            "",
            "ms",
            &elsewhere
        ),
    ))
}

fn ticket(id: u64) -> String {
    format!("/agent/tickets/{id}")
}

/// Milliseconds in the extension's scripts while the page goes from one address to the next.
async fn profiled(scene: &Scene, addresses: &[String]) -> Result<f64> {
    devtools(scene, "Profiler.start", json!({})).await?;
    for address in addresses {
        scene.page().go_to(address).await?;
        scene.page().settled().await?;
    }
    let profile = devtools(scene, "Profiler.stop", json!({})).await?;
    Ok(of_extension(&profile["profile"]))
}

/// Milliseconds in which some function on the stack was one of an extension's.
fn of_extension(profile: &Value) -> f64 {
    let list = |key: &str| profile[key].as_array().cloned().unwrap_or_default();
    let nodes = list("nodes");
    let mut parents = HashMap::new();
    let mut own = HashMap::new();
    for node in &nodes {
        let id = node["id"].as_u64().unwrap_or_default();
        let url = node["callFrame"]["url"].as_str().unwrap_or_default();
        own.insert(id, url.starts_with("chrome-extension://"));
        for child in node["children"].as_array().into_iter().flatten() {
            parents.insert(child.as_u64().unwrap_or_default(), id);
        }
    }
    let is_ours = |mut id: u64| loop {
        if own.get(&id).copied().unwrap_or_default() {
            break true;
        }
        match parents.get(&id) {
            Some(parent) => id = *parent,
            None => break false,
        }
    };
    let microseconds: f64 = list("samples")
        .iter()
        .zip(list("timeDeltas").iter().skip(1))
        .filter(|(sample, _)| is_ours(sample.as_u64().unwrap_or_default()))
        .filter_map(|(_, delta)| delta.as_f64())
        .sum();
    microseconds / 1000.0
}
