//! npm packages: pinned by a lock file in each folder, installed once per lock file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::place::Place;
use crate::run::{program, title};

/// The folders with npm packages, apart from the build's own tools.
const PARTS: &[&str] = &["extension", "tests/clients", "tests/e2e"];

/// Those of [`PARTS`] that are there.
pub(crate) fn parts(place: &Place) -> Vec<PathBuf> {
    PARTS
        .iter()
        .map(|part| place.root.join(part))
        .filter(|folder| folder.join("package-lock.json").is_file())
        .collect()
}

/// Installs a folder's packages, unless those of its present lock file are there.
pub(crate) fn install(folder: &Path, why: &str) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("no package-lock.json in {}", folder.display()))?;
    let stamp = folder.join("node_modules/.ferry-installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    title(
        &format!("Install npm packages of {}", folder.display()),
        why,
    );
    program("npm", folder)
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        .run()?;
    fs::write(stamp, lock)?;
    Ok(())
}

/// A program of a folder's npm packages.
pub(crate) fn tool(folder: &Path, name: &str) -> PathBuf {
    folder.join("node_modules/.bin").join(name)
}
