//! Drives a real browser, with the shipped package in it, on a sandbox Zendesk.

mod browser;
mod driver;
mod panel;
mod scene;
mod shadow;
mod ticket_page;
mod toolbar;
pub mod wait;

pub use browser::{Browser, Kind, Setup};
pub use panel::Panel;
pub use scene::{Folders, Scene};
pub use ticket_page::{ORIGIN, TicketPage};
