//! Drives a real browser, with the shipped package in it, on a sandbox Zendesk.

mod browser;
mod driver;
pub mod wait;

pub use browser::{Browser, Kind, Setup};
