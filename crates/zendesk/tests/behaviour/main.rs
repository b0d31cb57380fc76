//! The client and the protocol against answers written down in advance.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod envelopes;
mod paging;
mod plan;
mod protocol;
mod reports;
mod script;
mod support;
mod trouble;
