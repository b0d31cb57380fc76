//! The conversation with the page adapter.

mod pause;
mod port;
mod transport;

pub(crate) use pause::{Countdown, PanelPause};
pub(crate) use port::Link;
pub(crate) use transport::PageLink;
