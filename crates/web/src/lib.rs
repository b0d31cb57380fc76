#![doc = include_str!("../README.md")]

pub mod chrome;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod port;
pub mod settings;
pub mod storage;
pub mod troubles;
pub mod words;
