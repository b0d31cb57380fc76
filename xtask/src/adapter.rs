//! The page adapter's scripts as they ship: without comments, and with short local names. It is
//! loaded with every agent page, so its size counts; global names stay, for they are its modules.

use std::fs;

use anyhow::Result;

use crate::bundle::Files;
use crate::node;
use crate::place::Place;
use crate::run::program;
use crate::source;

/// All scripts of `extension/adapter`, made small one by one.
pub(crate) fn build(place: &Place) -> Result<Files> {
    let folder = place.root.join("extension/adapter");
    let terser = node::tool(&place.npm_tools(), "terser");
    let mut files = Files::new();
    for name in source::files_under(&folder)?
        .into_iter()
        .filter(|name| name.ends_with(".js"))
    {
        let small = place.target.join("ferry").join("small.js");
        program(&terser, &folder)
            .args([&name, "--compress", "ecma=2020", "--mangle", "--output"])
            .arg(&small)
            .read()?;
        files.push((format!("adapter/{name}"), fs::read(small)?));
    }
    Ok(files)
}
