//! How soon the banner is there: from the last byte that the API gives, and from the frame's
//! coming.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use ferry_e2e::{Scene, wait};
use serde_json::json;

use crate::figures::{HEAD, devtools, row};

/// Written into the page before anything else runs: notes when the panel's frame comes and when
/// it first shows something. The frame's own element is the only `div` beside the body.
const WATCH: &str = r#"
    window.ferrySeen = {frame: null, shown: null};
    const look = () => {
        const host = document.querySelector("html > div");
        if (!host) return;
        window.ferrySeen.frame ??= performance.now();
        if (host.style.visibility === "visible" && host.getBoundingClientRect().height > 0)
            window.ferrySeen.shown ??= performance.now();
    };
    new MutationObserver(look).observe(document, {childList: true, subtree: true, attributes: true, attributeFilter: ["style"]});
"#;

/// What was noted, in milliseconds of Unix time; nothing until the banner is there.
const READ: &str = r#"
    const {frame, shown} = window.ferrySeen ?? {};
    return shown ? {frame: performance.timeOrigin + frame, shown: performance.timeOrigin + shown} : null;
"#;

const SHORT: u64 = 1001;
const LONG: u64 = 1003;

pub(crate) async fn measure(scene: &Scene, rounds: usize) -> Result<String> {
    let (mut own_short, mut own_long) = (Vec::new(), Vec::new());
    let (mut boot, mut all) = (Vec::new(), Vec::new());
    scene.control().fill(SHORT, 100);
    scene.control().fill(LONG, 5000);
    let watch = json!({ "source": WATCH });
    devtools(scene, "Page.addScriptToEvaluateOnNewDocument", watch).await?;
    let (mut calls, mut twice) = (0, 0);
    // The first round warms the caches of browser and sandbox.
    for round in 0..=rounds {
        for (ticket, own) in [(SHORT, &mut own_short), (LONG, &mut own_long)] {
            scene.page().load("/nothing-here").await?;
            scene.control().clear_requests();
            let seen = banner(scene, ticket).await?;
            if round == 0 {
                continue;
            }
            own.push(seen.shown - seen.last_byte);
            twice = twice.max(seen.twice);
            if ticket == SHORT {
                boot.push(seen.first_call - seen.frame);
                all.push(seen.shown - seen.frame);
                calls = calls.max(seen.calls);
            }
        }
    }
    Ok(format!(
        "{rounds} rounds, each in a newly loaded page. The page's times are its own; those of the API are \
         when the sandbox had its answer ready, so that its way to the browser counts as Ferry's.\n\n\
         {HEAD}{}{}{}{}\n\
         On a ticket of 100 comments Ferry makes {calls} calls before its banner; {twice} were made twice.\n\n",
        row(
            "last answer of the API to the banner, 100 comments",
            "10 ms",
            "ms",
            &own_short
        ),
        row("the same, 5,000 comments", "40 ms", "ms", &own_long),
        row(
            "the panel's frame put in to its first call (boot)",
            "80 ms",
            "ms",
            &boot
        ),
        row(
            "the panel's frame put in to the banner, 100 comments",
            "",
            "ms",
            &all
        ),
    ))
}

/// What was seen until a banner; times in milliseconds.
struct Seen {
    frame: f64,
    shown: f64,
    first_call: f64,
    last_byte: f64,
    calls: usize,
    twice: usize,
}

/// Loads a ticket and waits for its banner.
async fn banner(scene: &Scene, ticket: u64) -> Result<Seen> {
    let path = format!("/agent/tickets/{ticket}");
    scene.page().load(&path).await?;
    let seen = wait::until(&format!("a banner on ticket {ticket}"), async || {
        let seen = scene.page().script(READ).await?;
        Ok((!seen.is_null()).then_some(seen))
    })
    .await?;
    let time = |key: &str| seen[key].as_f64().with_context(|| format!("no `{key}`"));
    let (frame, shown) = (time("frame")?, time("shown")?);
    let milliseconds = |microseconds: u64| microseconds as f64 / 1000.0;
    let calls: Vec<(String, f64, f64)> = scene
        .ferrys_calls()
        .into_iter()
        .filter_map(|call| {
            let answered = milliseconds(call.answered?);
            let address = format!("{}?{}", call.path, call.query);
            (answered <= shown).then_some((address, milliseconds(call.came), answered))
        })
        .collect();
    let addresses: BTreeSet<&String> = calls.iter().map(|(address, ..)| address).collect();
    Ok(Seen {
        frame,
        shown,
        first_call: calls
            .iter()
            .map(|call| call.1)
            .fold(f64::INFINITY, f64::min),
        last_byte: calls.iter().map(|call| call.2).fold(frame, f64::max),
        calls: calls.len(),
        twice: calls.len() - addresses.len(),
    })
}
