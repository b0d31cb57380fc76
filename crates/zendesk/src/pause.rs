//! Waiting, where the person at the screen can see for what and how long, and can end it.

/// Waits on behalf of the client.
#[allow(
    async_fn_in_trait,
    reason = "one thread in the browser: `Send` would only be in the way"
)]
pub trait Pause {
    /// Waits for at least `wait.seconds`, or until the agent cancels.
    ///
    /// A user interface shows `wait` as a countdown with a cancel button while this runs.
    async fn wait(&self, wait: Wait) -> Flow;
}

/// A wait that is about to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// How long.
    pub seconds: u32,
    /// What for.
    pub why: Why,
}

/// What a wait is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Zendesk asked for fewer calls (429).
    RateLimited,
    /// Zendesk is unavailable for a moment (5xx).
    Unavailable,
    /// The ticket's stamp counts whole seconds: one must pass before it can protect a write.
    /// Always one second; no reason to alarm anybody with a countdown.
    Stamp,
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// The time has passed.
    GoOn,
    /// The agent cancelled.
    Cancel,
}
