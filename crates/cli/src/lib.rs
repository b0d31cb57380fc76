#![doc = include_str!("../README.md")]

pub mod assess;
pub mod cases;
pub mod eval;
pub mod record;
