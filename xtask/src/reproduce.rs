//! Proves that anyone with the source archive gets the same packages.

use std::fs;

use anyhow::{Result, bail};

use crate::place::Place;
use crate::run::title;
use crate::{archive, node, package};

/// Unpacks the source archive into another folder, builds there from nothing, compares all bytes.
pub(crate) fn check(place: &Place) -> Result<()> {
    title(
        "Build again elsewhere",
        "from the source archive, as a store's reviewer would",
    );
    let root = place.target.join("ferry/again");
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    archive::unpack(&package::sources(place), &root)?;
    let again = Place {
        target: root.join("target"),
        dist: root.join("dist"),
        root,
    };
    node::install(&again.npm_tools(), "the same pinned tools")?;
    package::package(&again)?;
    for (first, second) in package::all(place).iter().zip(package::all(&again)) {
        if fs::read(first)? != fs::read(&second)? {
            bail!("{} and {} differ", first.display(), second.display());
        }
    }
    println!("   all archives are the same, byte for byte");
    fs::remove_dir_all(again.root)?;
    Ok(())
}
