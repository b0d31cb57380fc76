//! What the fuzz targets share: an assessment's invariants, and a Zendesk made of the fuzzer's
//! bytes.

mod held;
mod poll;
mod zendesk;

pub use held::{POLICY, assess_and_hold};
pub use poll::at_once;
pub use zendesk::{HOST, Screen, TICKET, Waiting, Zendesk};
