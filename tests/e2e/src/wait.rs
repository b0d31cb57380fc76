//! Waiting for conditions: as short as they take, and long enough for a slow machine.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// For whoever waits at a slower pace.
pub const SECOND: Duration = Duration::from_secs(1);

const CEILING: Duration = Duration::from_secs(40);
const PAUSE: Duration = Duration::from_millis(50);

/// Probes until there is something. An error of the probe counts as nothing yet, because a page
/// that changes makes elements stale; the last one is told when the time is up.
pub async fn until<T>(what: &str, mut probe: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let started = Instant::now();
    loop {
        let last = match probe().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => String::new(),
            Err(error) => format!(": {error:#}"),
        };
        if started.elapsed() > CEILING {
            bail!("waited {} s in vain: {what}{last}", CEILING.as_secs());
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Probes until it holds.
pub async fn holds(what: &str, mut probe: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    until(what, async || Ok(probe().await?.then_some(()))).await
}
