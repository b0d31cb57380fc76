//! Zip files whose bytes depend on nothing but their content.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::bundle::Files;

/// Writes `files`, which are sorted, with one time and one of two modes. The compressor is locked
/// by Cargo.lock and pure Rust, so that it gives the same bytes everywhere.
pub(crate) fn write(archive: &Path, files: &Files) -> Result<()> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let mode = if bytes.starts_with(b"#!") {
            0o755
        } else {
            0o644
        };
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(DateTime::default())
            .unix_permissions(mode);
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    fs::create_dir_all(archive.parent().context("an archive is in a folder")?)?;
    fs::write(archive, zip.finish()?.into_inner())?;
    Ok(())
}

/// Unpacks an archive into a folder that is not there yet.
pub(crate) fn unpack(archive: &Path, folder: &Path) -> Result<()> {
    zip::ZipArchive::new(fs::File::open(archive)?)?
        .extract(folder)
        .with_context(|| format!("cannot unpack {}", archive.display()))
}
