//! The browser's and the extension's interfaces, as far as only the panel uses them.

pub(crate) mod badge;
pub(crate) mod chrome;

pub(crate) use ferry_web::{clipboard, clock, document, storage, words};
