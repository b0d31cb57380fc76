//! Waiting in sight of the agent: a countdown that can be cancelled.

use ferry_zendesk::{Flow, Pause, Wait, Why};
use leptos::prelude::{GetUntracked, RwSignal, Set};

use crate::browser::clock;

/// A wait that the agent sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Countdown {
    pub(crate) seconds: u32,
    pub(crate) cancelled: bool,
}

/// Shows waits in a signal.
#[derive(Clone, Copy)]
pub(crate) struct PanelPause(pub(crate) RwSignal<Option<Countdown>>);

impl Pause for PanelPause {
    async fn wait(&self, wait: Wait) -> Flow {
        if wait.why == Why::Stamp {
            clock::sleep(wait.seconds.saturating_mul(1_000)).await;
            return Flow::GoOn;
        }
        for seconds in (1..=wait.seconds).rev() {
            self.0.set(Some(Countdown {
                seconds,
                cancelled: false,
            }));
            clock::sleep(1_000).await;
            if self
                .0
                .get_untracked()
                .is_none_or(|countdown| countdown.cancelled)
            {
                self.0.set(None);
                return Flow::Cancel;
            }
        }
        self.0.set(None);
        Flow::GoOn
    }
}
