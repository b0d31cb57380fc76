//! Whether anything grows over many ticket switches, in the page and in the panel.

use anyhow::Result;
use ferry_e2e::Scene;
use serde_json::Value;

use crate::figures::counters;

/// One that has a banner and one that needs nothing.
const TICKETS: [u64; 2] = [1004, 1015];

/// Switches before the first count: what is made once is made then.
const WARM_UP: usize = 20;

const PANEL: &str = "return {
    heap: performance.memory.usedJSHeapSize,
    nodes: document.querySelectorAll('*').length,
}";

pub(crate) async fn measure(scene: &Scene, switches: usize) -> Result<String> {
    scene.page().open(TICKETS[0]).await?;
    switch(scene, WARM_UP).await?;
    let before = count(scene).await?;
    switch(scene, switches).await?;
    let after = count(scene).await?;
    let row = |what: &str, value: &dyn Fn(&Count) -> f64| {
        let (first, last) = (value(&before), value(&after));
        format!(
            "| {what} | {first:.0} | {last:.0} | {:+.0} |\n",
            last - first
        )
    };
    let page =
        |key: &'static str| move |count: &Count| count.page[key].as_f64().unwrap_or_default();
    let panel =
        |key: &'static str| move |count: &Count| count.panel[key].as_f64().unwrap_or_default();
    Ok(format!(
        "Over {switches} ticket switches within one page, after {WARM_UP} to warm up and with rubbish collected; \
         the page's figures are those of sandbox page, its editor and adapter together.\n\n\
         | | before | after | growth |\n| --- | --- | --- | --- |\n{}{}{}{}{}{}",
        row(
            "page: JavaScript heap, kB",
            &|count| page("JSHeapUsedSize")(count) / 1000.0
        ),
        row("page: DOM nodes", &page("Nodes")),
        row("page: event listeners", &page("JSEventListeners")),
        row("page: frames", &page("Frames")),
        row("panel: JavaScript heap, kB", &|count| panel("heap")(count)
            / 1000.0),
        row("panel: elements", &panel("nodes")),
    ))
}

struct Count {
    page: Value,
    panel: Value,
}

async fn count(scene: &Scene) -> Result<Count> {
    scene.page().settled().await?;
    let panel = scene
        .panel()
        .inside(async |driver| Ok(driver.execute(PANEL, vec![]).await?.json().clone()))
        .await?;
    Ok(Count {
        page: counters(scene).await?,
        panel,
    })
}

async fn switch(scene: &Scene, times: usize) -> Result<()> {
    for round in 0..times {
        let ticket = TICKETS[(round + 1) % TICKETS.len()];
        scene.page().go_to_ticket(ticket).await?;
    }
    // Back on the ticket that it began with.
    scene.page().go_to_ticket(TICKETS[0]).await?;
    scene.panel().banner("await_support_ops").await.map(drop)
}
