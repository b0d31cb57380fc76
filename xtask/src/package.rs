//! The files for the stores, and the sources for their reviewers.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::bundle::{self, Files};
use crate::manifest::Browser;
use crate::place::Place;
use crate::run::title;
use crate::{archive, source};

/// Builds everything that is handed in to a store.
pub(crate) fn package(place: &Place) -> Result<()> {
    bundle::build(place)?;
    title(
        "Pack",
        "zip files with sorted entries and fixed times: the same bytes on every machine",
    );
    for browser in Browser::ALL {
        archive::write(&of(place, browser), &bundle::read(place, browser)?)?;
    }
    archive::write(&sources(place), &source_files(place)?)?;
    for file in all(place) {
        println!(
            "   {} ({} KB)",
            file.display(),
            fs::metadata(&file)?.len() / 1024
        );
    }
    Ok(())
}

/// A browser's package.
pub(crate) fn of(place: &Place, browser: Browser) -> PathBuf {
    place.dist.join(format!("ferry-{}.zip", browser.name()))
}

/// The source archive.
pub(crate) fn sources(place: &Place) -> PathBuf {
    place.dist.join("ferry-source.zip")
}

/// All archives.
pub(crate) fn all(place: &Place) -> Vec<PathBuf> {
    let mut files = Browser::ALL.map(|browser| of(place, browser)).to_vec();
    files.push(sources(place));
    files
}

fn source_files(place: &Place) -> Result<Files> {
    source::project(place)?
        .into_iter()
        .map(|name| Ok((name.clone(), fs::read(place.root.join(&name))?)))
        .collect()
}
