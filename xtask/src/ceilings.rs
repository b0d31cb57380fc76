//! The sizes that the package must not outgrow: it is loaded in every ticket's tab.

use std::fs;
use std::io::Write;

use anyhow::{Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::manifest::Browser;
use crate::place::Place;
use crate::source::files_under;

const KB: usize = 1024;

/// Fails where a part of the unpacked package is over its ceiling, gzipped.
pub(crate) fn check(place: &Place) -> Result<()> {
    let folder = place.dist.join(Browser::Chrome.name());
    let names = files_under(&folder)?;
    let gzipped = |wanted: &dyn Fn(&str) -> bool| -> Result<usize> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        for name in names.iter().filter(|name| wanted(name)) {
            encoder.write_all(&fs::read(folder.join(name))?)?;
        }
        Ok(encoder.finish()?.len())
    };
    let mut over = Vec::new();
    for (what, ceiling, size) in [
        (
            "panel module",
            420 * KB,
            gzipped(&|name| name == "pkg/ferry_panel_bg.wasm")?,
        ),
        // Loaded only while somebody looks at options or popup.
        (
            "pages module",
            480 * KB,
            gzipped(&|name| name == "pkg/ferry_pages_bg.wasm")?,
        ),
        // All its scripts together, as the browser reads them.
        (
            "page adapter",
            8 * KB,
            gzipped(&|name| name.starts_with("adapter/"))?,
        ),
    ] {
        let line = format!("{what}: {size} bytes gzipped, ceiling {ceiling}");
        println!("   {line}");
        if size > ceiling {
            over.push(line);
        }
    }
    if !over.is_empty() {
        bail!("too large: {}", over.join("; "));
    }
    Ok(())
}
