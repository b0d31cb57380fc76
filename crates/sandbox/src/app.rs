//! From a request that was read to the answer, or to none.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::api;
use crate::call::Call;
use crate::clock::stamp;
use crate::control;
use crate::effects;
use crate::faults::{Effect, When};
use crate::page::Page;
use crate::reply::Reply;
use crate::world::World;

/// What all connections share.
#[derive(Debug)]
pub(crate) struct App {
    world: Mutex<World>,
    page: Page,
}

/// The connection breaks without an answer.
#[derive(Debug)]
pub(crate) struct Broken;

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an injected fault breaks the connection")
    }
}

impl std::error::Error for Broken {}

impl App {
    /// An app over a world.
    pub(crate) fn new(world: World, page: Page) -> Arc<Self> {
        Arc::new(Self {
            world: Mutex::new(world),
            page,
        })
    }

    /// The world. A panic elsewhere leaves it usable: every change is one step.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request.
    pub(crate) async fn answer(&self, call: Call) -> Result<Reply, Broken> {
        if call.path.starts_with("/api/v2/") {
            return self.api(&call).await;
        }
        if call.path.starts_with("/api/") {
            return Ok(api::answer(&mut self.world(), &call, &[]));
        }
        if call.path.starts_with("/__sandbox") {
            return Ok(control::http::answer(&mut self.world(), &call));
        }
        Ok(self.page.answer(&mut self.world(), &call))
    }

    async fn api(&self, call: &Call) -> Result<Reply, Broken> {
        let (number, faults) = {
            let mut world = self.world();
            let at = stamp(world.clock.now());
            (world.requests.note(call, at), world.faults.strike(call))
        };
        let mut instead = None;
        for fault in &faults {
            match fault {
                Effect::Latency { milliseconds } => pause(*milliseconds).await,
                Effect::TimeoutBefore { milliseconds } => {
                    pause(*milliseconds).await;
                    return Err(Broken);
                }
                Effect::Happens {
                    when: When::Before,
                    what,
                } => self.world().happen(what),
                other => instead = instead.or_else(|| effects::instead(other)),
            }
        }
        let mut reply = match instead {
            Some(reply) => reply,
            None => api::answer(&mut self.world(), call, &faults),
        };
        for fault in &faults {
            match fault {
                Effect::TimeoutAfter { milliseconds } => {
                    pause(*milliseconds).await;
                    return Err(Broken);
                }
                Effect::Happens {
                    when: When::After,
                    what,
                } => self.world().happen(what),
                other => reply = effects::spoil(other, reply),
            }
        }
        self.world().requests.answered(number, reply.status);
        Ok(reply)
    }
}

async fn pause(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}
