//! Drives a real browser, with the shipped package in it, on a sandbox Zendesk.

mod administrator;
pub mod axe;
mod background;
mod browser;
mod command;
mod copies;
mod devtools;
mod driver;
mod first_run;
mod looks;
mod own_page;
mod own_window;
mod panel;
mod scene;
mod shadow;
mod ticket_page;
pub mod wait;

pub use administrator::Shipped;
pub use browser::{Browser, Kind, Setup};
pub use copies::copy_of_package;
pub use devtools::devtools;
pub use own_page::OwnPage;
pub use panel::Panel;
pub use scene::{Folders, Scene};
pub use thirtyfour::{ElementRect as Rect, WebDriver};
pub use ticket_page::{ORIGIN, TicketPage};
