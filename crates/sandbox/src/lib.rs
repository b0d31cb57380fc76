#![doc = include_str!("../README.md")]

mod api;
mod app;
mod call;
mod certificate;
mod ckeditor;
mod clock;
mod control;
mod effects;
mod faults;
mod http;
mod markup;
mod model;
mod page;
mod reply;
mod requests;
mod seed;
mod server;
mod session;
mod switches;
mod world;

pub use ckeditor::{CKEDITOR_VERSION, fetch_ckeditor};
pub use control::Control;
pub use faults::{Effect, Fault, When};
pub use requests::Logged;
pub use seed::{Seed, records, seeds};
pub use server::{Config, Sandbox};
pub use session::Role;
pub use switches::{
    CsrfFailure, DeleteAnswer, Direction, Layout, PageBehaviour, PostAnswer, StaleSubmit, Switches,
    Theme,
};
pub use world::events::Event;
