//! Puts the extension together, one folder for each browser.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::manifest::{self, Browser};
use crate::place::Place;
use crate::run::title;
use crate::{adapter, ceilings, leaks, source, wasm};

/// Files by their path in an archive, sorted.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

/// Builds all packages, unpacked. What is tested is what ships: the zip files hold these files.
pub(crate) fn build(place: &Place) -> Result<()> {
    let pkg = wasm::build(place)?;
    title(
        "Put the packages together",
        "one folder per browser, with its own manifest",
    );
    let adapter = adapter::build(place)?;
    for browser in Browser::ALL {
        let mut files = files(place, browser, &pkg)?;
        files.extend_from_slice(&adapter);
        files.sort();
        leaks::check(place, &files)?;
        let folder = place.dist.join(browser.name());
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        for (name, bytes) in &files {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().context("a file is in a folder")?)?;
            fs::write(file, bytes)?;
        }
        println!("   {} ({} files)", folder.display(), files.len());
    }
    ceilings::check(place)
}

/// What is in one browser's package beside the adapter. The list says what ships; all else of
/// `extension/` does not.
fn files(place: &Place, browser: Browser, pkg: &Path) -> Result<Files> {
    let extension = place.root.join("extension");
    let mut files: Files = vec![(
        "manifest.json".to_owned(),
        manifest::of(browser, &extension)?.into_bytes(),
    )];
    let mut take = |folder: &Path, prefix: &str, wanted: fn(&str) -> bool| -> Result<()> {
        for name in source::files_under(folder)?
            .into_iter()
            .filter(|name| wanted(name))
        {
            let bytes = fs::read(folder.join(&name))?;
            files.push((format!("{prefix}{name}"), bytes));
        }
        Ok(())
    };
    take(&extension.join("static"), "", |_| true)?;
    take(&extension.join("_locales"), "_locales/", |name| {
        name.ends_with(".json")
    })?;
    take(&extension, "", |name| name == "background.js")?;
    take(pkg, "pkg/", |name| {
        name.ends_with(".js") || name.ends_with(".wasm")
    })?;
    take(&place.root, "", |name| name == "LICENSE")?;
    Ok(files)
}

/// The files of an unpacked package.
pub(crate) fn read(place: &Place, browser: Browser) -> Result<Files> {
    let folder = place.dist.join(browser.name());
    let names = source::files_under(&folder)?;
    names
        .into_iter()
        .map(|name| Ok((name.clone(), fs::read(folder.join(&name))?)))
        .collect()
}
