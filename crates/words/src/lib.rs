#![doc = include_str!("../README.md")]

pub mod evidence;
pub mod headline;
pub mod text;
pub mod trouble;

pub use text::{Text, text};
