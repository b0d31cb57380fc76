#![doc = include_str!("../README.md")]

pub mod assess;
pub mod audit;
pub mod cases;
pub mod eval;
pub mod generate;
pub mod record;
