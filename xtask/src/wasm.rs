//! The panel as a WebAssembly module: compiled, bound to JavaScript, made small.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::leaks;
use crate::node;
use crate::place::Place;
use crate::run::{cargo, program, title};

/// The name of the module and its JavaScript in the package.
const NAME: &str = "ferry_panel";
const TARGET: &str = "wasm32-unknown-unknown";
/// Leptos: views without their whole structure in their types, which makes the module smaller.
const SMALL_VIEWS: &str = "--cfg\u{1f}erase_components";

/// Builds the panel and gives the folder that holds the module and its JavaScript.
pub(crate) fn build(place: &Place) -> Result<PathBuf> {
    title(
        "Build the panel",
        "Rust to WebAssembly, in the profile that ships",
    );
    // As nothing but a `cdylib`: beside an `rlib`, cargo leaves out link-time optimisation.
    cargo(
        place,
        &["rustc", "--locked", "--package", "ferry-panel", "--lib"],
    )
    .args([
        "--crate-type",
        "cdylib",
        "--profile",
        "wasm",
        "--target",
        TARGET,
    ])
    .env(
        "CARGO_ENCODED_RUSTFLAGS",
        format!("{}\u{1f}{SMALL_VIEWS}", leaks::remap_flags(place)?),
    )
    .run()?;
    let pkg = place.target.join("ferry/pkg");
    if pkg.exists() {
        fs::remove_dir_all(&pkg)?;
    }
    bind(
        &place
            .target
            .join(TARGET)
            .join("wasm")
            .join(format!("{NAME}.wasm")),
        &pkg,
    )?;
    shrink(place, &pkg.join(format!("{NAME}_bg.wasm")))?;
    Ok(pkg)
}

/// Writes the module without its names and the JavaScript that loads it.
fn bind(module: &Path, pkg: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .out_name(NAME)
        .web(true)?
        // Otherwise `init()` without an address fails.
        .omit_default_module_path(false)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(pkg)
        .with_context(|| format!("cannot bind {}", module.display()))
}

/// Runs the pinned wasm-opt; it reads the features that it may use from the module itself.
fn shrink(place: &Place, module: &Path) -> Result<()> {
    let small = module.with_extension("small");
    program(node::tool(&place.npm_tools(), "wasm-opt"), &place.root)
        .args(["-Oz", "--strip-debug", "--strip-producers", "-o"])
        .arg(&small)
        .arg(module)
        .run()?;
    fs::rename(small, module)?;
    Ok(())
}
