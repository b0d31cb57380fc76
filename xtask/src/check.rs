//! The quick checks, each a step of its own.

use anyhow::Result;

use crate::node;
use crate::place::Place;
use crate::run::{cargo, program, title};

/// All of them.
pub(crate) fn all(place: &Place) -> Result<()> {
    format(place)?;
    clippy(place)?;
    clippy_wasm(place)?;
    types(place)
}

pub(crate) fn format(place: &Place) -> Result<()> {
    title("Format", "one look for all Rust code");
    cargo(place, &["fmt", "--all", "--check"]).run()
}

pub(crate) fn clippy(place: &Place) -> Result<()> {
    title("Clippy", "warnings are errors");
    cargo(
        place,
        &["clippy", "--locked", "--workspace", "--all-targets"],
    )
    .args(["--", "-D", "warnings"])
    .run()
}

pub(crate) fn clippy_wasm(place: &Place) -> Result<()> {
    title("Clippy for WebAssembly", "the pages as they ship");
    cargo(place, &["clippy", "--locked"])
        .args(["--package", "ferry-panel", "--package", "ferry-pages"])
        .args(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"])
        .run()
}

pub(crate) fn types(place: &Place) -> Result<()> {
    title("Types", "the extension's JavaScript is type-checked");
    let extension = place.root.join("extension");
    program(node::tool(&extension, "tsc"), &extension)
        .args(["--noEmit"])
        .run()
}
