//! The closed set of messages between the page adapter (content script) and the panel (extension
//! page in a frame). `extension/adapter/protocol.js` checks the same set on its side.
//!
//! The channel is a `runtime` port that the panel opens to the adapter of its own tab with
//! `tabs.connect(tab, {name: "ferry-panel", frameId: 0})`, or, in Firefox, where a page in a frame
//! has no `tabs`, a `MessagePort` that the adapter hands to the frame. The first message is [`ToPage::Hello`]
//! with the secret that the adapter put behind the `#` of the frame's address, in a closed shadow
//! root that the page cannot read; a port with another secret is closed.
//!
//! Every request carries the visit that it was made for: a number that the adapter raises
//! whenever the ticket on screen changes. The adapter refuses a request of another visit, and the
//! panel drops an answer to one.

mod desk;
mod from_page;
mod read;
mod to_background;
mod to_page;

pub use desk::{FromDesk, ToDesk};
pub use from_page::{
    Command, Composer, FromPage, Insertion, Outcome, PageState, Refusal, SelectorState, Theme,
};
pub use to_background::{ToBackground, Tone};
pub use to_page::{ApiCall, Shape, Side, TagsBody, ToPage};

/// The protocol's version; both sides come from the same package, so another one means that the
/// extension was updated under an open page.
pub const VERSION: u32 = 1;

/// Counts the tickets shown in one browser tab since the page was loaded.
pub type Visit = u32;

/// Names one request, so that its answer can be told from others.
pub type RequestId = u32;

#[cfg(test)]
mod tests;
