//! How calls get to Zendesk: through the page, which has the agent's session.

use ferry_protocol::{ApiCall, Outcome};

/// Sends one call and brings what came back.
///
/// The panel does it with a message to the page adapter; tests do it with a model.
#[allow(
    async_fn_in_trait,
    reason = "one thread in the browser: `Send` would only be in the way"
)]
pub trait Transport {
    /// Sends `call`. Never fails: what went wrong is an [`Outcome`] too.
    async fn send(&self, call: ApiCall) -> Outcome;
}
