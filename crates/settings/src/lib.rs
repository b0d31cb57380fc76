#![doc = include_str!("../README.md")]

mod changes;
mod feature;
mod import;
mod layers;
mod managed;
mod sparse;

pub use changes::{Change, changes};
pub use feature::Feature;
pub use import::{Import, Mode, imported, read_import};
pub use layers::{InForce, Layer, Mistake, in_force};
pub use managed::Managed;
pub use sparse::{Reading, Settings, VERSION};
