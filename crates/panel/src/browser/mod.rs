//! The browser's and the extension's interfaces, as far as the panel uses them.

pub(crate) mod badge;
pub(crate) mod chrome;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod document;
pub(crate) mod storage;
pub(crate) mod words;
