//! Which files the project consists of.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::place::Place;
use crate::run::program;

/// Folders that are made, not written.
const MADE: &[&str] = &["target", "dist", "node_modules", ".git"];

/// The project's own files, sorted: what git would commit or, in a source archive without git,
/// everything that was not made.
pub(crate) fn project(place: &Place) -> Result<Vec<String>> {
    if !place.root.join(".git").exists() {
        return files_under(&place.root);
    }
    let listed = program("git", &place.root)
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .read()?;
    let mut names: Vec<String> = listed
        .split('\0')
        // A file that was deleted but not yet committed is still listed.
        .filter(|name| !name.is_empty() && place.root.join(name).is_file())
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// All files below a folder but those in folders that are made, as sorted relative paths with `/`.
pub(crate) fn files_under(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    collect(folder, "", &mut names)?;
    names.sort();
    Ok(names)
}

fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = entry
            .file_name()
            .into_string()
            .ok()
            .context("a file name is not text")?;
        if MADE.contains(&name.as_str()) {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), names)?;
        } else {
            names.push(path);
        }
    }
    Ok(())
}
