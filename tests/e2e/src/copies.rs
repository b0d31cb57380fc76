//! Copies of the package that tests may change.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::browser::Kind;
use crate::scene::Folders;

/// Copies the package for a browser into a folder of the test's own, anew each time.
///
/// # Errors
/// The package is not there, or cannot be copied.
pub fn copy_of_package(kind: Kind, folders: &Folders, name: &str) -> Result<PathBuf> {
    let to = folders.target.join("e2e").join(name).join(kind.name());
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    copy(&kind.package(&folders.dist), &to)?;
    Ok(to.canonicalize()?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
