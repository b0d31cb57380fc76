//! Fetches the real CKEditor 5. It is never committed and never shipped: its licence is its own.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The version that the page is written for.
pub const CKEDITOR_VERSION: &str = "48.5.2";

/// SHA-256 of npm's archive of that version.
const SHA256: &str = "746745f3b90c839b992058844f025500dd4e297928d0b4981e2e063e8b9fcb37";

/// The files of the archive that the page loads, and the licence that goes with them.
const FILES: [&str; 3] = [
    "dist/browser/ckeditor5.js",
    "dist/browser/ckeditor5.css",
    "LICENSE.md",
];

/// Puts CKEditor's browser build into `folder` with npm, unless it is there already. The folder to
/// give to [`Config::ckeditor`](crate::Config::ckeditor).
pub fn fetch_ckeditor(folder: &Path) -> io::Result<PathBuf> {
    let home = folder.join(format!("ckeditor5-{CKEDITOR_VERSION}"));
    if FILES.iter().all(|file| home.join(file).is_file()) {
        return Ok(home);
    }
    fs::create_dir_all(folder)?;
    run(Command::new("npm").current_dir(folder).args([
        "pack",
        "--silent",
        "--ignore-scripts",
        &format!("ckeditor5@{CKEDITOR_VERSION}"),
    ]))?;
    let archive = folder.join(format!("ckeditor5-{CKEDITOR_VERSION}.tgz"));
    let digest = ring::digest::digest(&ring::digest::SHA256, &fs::read(&archive)?);
    let digest: String = digest
        .as_ref()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    if digest != SHA256 {
        return Err(io::Error::other(format!(
            "ckeditor5 {CKEDITOR_VERSION} has another content: SHA-256 {digest}"
        )));
    }
    fs::create_dir_all(&home)?;
    let wanted = FILES.map(|file| format!("package/{file}"));
    run(Command::new("tar")
        .arg("-xzf")
        .arg(&archive)
        .arg("-C")
        .arg(&home)
        .arg("--strip-components=1")
        .args(wanted))?;
    fs::remove_file(&archive)?;
    Ok(home)
}

fn run(command: &mut Command) -> io::Result<()> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(io::Error::other(format!(
        "{:?} failed: {said}",
        command.get_program()
    )))
}
