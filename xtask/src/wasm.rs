//! The pages as WebAssembly modules: compiled, bound to JavaScript, made small. The panel has one of
//! its own, because it is loaded in every ticket's tab.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::leaks;
use crate::node;
use crate::place::Place;
use crate::run::{cargo, program, title};

/// The packages; a module and its JavaScript have the package's name with `_`.
const PACKAGES: [&str; 2] = ["ferry-panel", "ferry-pages"];
const TARGET: &str = "wasm32-unknown-unknown";
/// Leptos: views without their whole structure in their types, which makes the module smaller.
const SMALL_VIEWS: &str = "--cfg\u{1f}erase_components";

/// Builds all modules and gives the folder that holds them and their JavaScript.
pub(crate) fn build(place: &Place) -> Result<PathBuf> {
    let pkg = place.target.join("ferry/pkg");
    if pkg.exists() {
        fs::remove_dir_all(&pkg)?;
    }
    for package in PACKAGES {
        title(
            &format!("Build {package}"),
            "Rust to WebAssembly, in the profile that ships",
        );
        compile(place, package)?;
        let name = package.replace('-', "_");
        let module = place.target.join(TARGET).join("wasm");
        bind(&module.join(format!("{name}.wasm")), &name, &pkg)?;
        let bound = pkg.join(format!("{name}_bg.wasm"));
        forget_the_place(&bound)?;
        shrink(place, &bound)?;
    }
    Ok(pkg)
}

fn compile(place: &Place, package: &str) -> Result<()> {
    // As nothing but a `cdylib`: beside an `rlib`, cargo leaves out link-time optimisation.
    cargo(place, &["rustc", "--locked", "--package", package, "--lib"])
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
        .run()
}

/// Writes the module without its names and the JavaScript that loads it.
fn bind(module: &Path, name: &str, pkg: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        // Otherwise `init()` without an address fails.
        .omit_default_module_path(false)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(pkg)
        .with_context(|| format!("cannot bind {}", module.display()))
}

/// `wasm_split_helpers`, which Leptos brings, exports a name with a hash of the folder that cargo
/// unpacked it into. Nobody asks for it, and it would be another one on each machine.
fn forget_the_place(module: &Path) -> Result<()> {
    const BEFORE_HASH: &[u8] = b"_WASM_SPLIT_MARKER_";
    const HASH: usize = 16;
    let mut bytes = fs::read(module)?;
    let found: Vec<usize> = bytes
        .windows(BEFORE_HASH.len())
        .enumerate()
        .filter_map(|(at, part)| (part == BEFORE_HASH).then_some(at + BEFORE_HASH.len()))
        .collect();
    for at in found {
        let hash = bytes.get_mut(at..at + HASH);
        hash.context("a split marker without its hash")?.fill(b'0');
    }
    Ok(fs::write(module, bytes)?)
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
