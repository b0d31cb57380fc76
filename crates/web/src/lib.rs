#![doc = include_str!("../README.md")]

mod chrome;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod port;
pub mod storage;
pub mod words;
