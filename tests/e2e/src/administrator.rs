//! What an administrator ships with the browser's own policies: the ready files of the
//! documentation, where it says that they go, for one copy of the package.

use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use ring::digest::{SHA256, digest};

use crate::browser::Kind;
use crate::scene::Folders;

const FOR_CHROMIUM: &str = include_str!("../../../docs/team-policy/chrome-or-edge-linux.json");
const FOR_FIREFOX: &str = include_str!("../../../docs/team-policy/firefox-policies.json");

const CHROMIUMS_FOLDER: &str = "/etc/chromium/policies/managed";

/// What is shipped; it is taken back with this value.
pub struct Shipped {
    /// The Firefox that finds it.
    pub firefox: Option<PathBuf>,
    // Innermost first.
    made: Vec<PathBuf>,
}

impl Shipped {
    /// Ships the settings. Nothing, where Chromium's would have to be written by root and the tests
    /// are not.
    ///
    /// # Errors
    /// The files cannot be written, or there is no Firefox.
    pub fn to(kind: Kind, package: &Path, folders: &Folders) -> Result<Option<Self>> {
        let mut shipped = Self {
            firefox: None,
            made: Vec::new(),
        };
        match kind {
            Kind::Chromium => match shipped.add_for_chromium(package) {
                Err(error) if denied(&error) => return Ok(None),
                done => done?,
            },
            Kind::Firefox => {
                let folder = folders.target.join("e2e/managed/program");
                shipped.firefox = Some(firefox_of_its_own(&folder)?);
            }
        }
        Ok(Some(shipped))
    }

    /// Other browsers read the file too, but it speaks of this package alone.
    fn add_for_chromium(&mut self, package: &Path) -> Result<()> {
        let folder = Path::new(CHROMIUMS_FOLDER);
        let missing = folder.ancestors().filter(|folder| !folder.exists());
        self.made = missing.map(Path::to_path_buf).collect();
        fs::create_dir_all(folder)?;
        let id = id_of_unpacked(package)?;
        let file = folder.join(format!("ferry-e2e-{id}.json"));
        self.made.insert(0, file.clone());
        Ok(fs::write(file, FOR_CHROMIUM.replace("EXTENSION_ID", &id))?)
    }
}

impl Drop for Shipped {
    fn drop(&mut self) {
        for path in &self.made {
            // A folder that somebody else has put something into stays.
            let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
        }
    }
}

fn denied(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<std::io::Error>();
    error.is_some_and(|error| error.kind() == ErrorKind::PermissionDenied)
}

/// Chromium derives the id of a package without a key from its folder: the hash's first half, in the
/// letters from `a` to `p`.
fn id_of_unpacked(package: &Path) -> Result<String> {
    let path = package.to_str().context("the package's path is not text")?;
    let hash = digest(&SHA256, path.as_bytes());
    let mut hex = String::new();
    for byte in &hash.as_ref()[..16] {
        write!(hex, "{byte:02x}")?;
    }
    let digits = hex.chars().filter_map(|digit| digit.to_digit(16));
    Ok(digits
        .filter_map(|digit| char::from_digit(10 + digit, 26))
        .collect())
}

/// A folder that looks like Firefox's, with another `distribution`: Firefox looks for it beside its
/// program. What is installed, and every other Firefox, stays as it is.
fn firefox_of_its_own(folder: &Path) -> Result<PathBuf> {
    let program = firefox()?;
    let (installed, name) = (program.parent(), program.file_name());
    let (installed, name) = installed.zip(name).context("Firefox is in a folder")?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder.join("distribution"))?;
    let policies = folder.join("distribution/policies.json");
    fs::write(policies, FOR_FIREFOX)?;
    for entry in fs::read_dir(installed)? {
        let entry = entry?;
        if entry.file_name() != "distribution" && entry.file_name() != *name {
            symlink(entry.path(), folder.join(entry.file_name()))?;
        }
    }
    // A link would be followed to where it leads.
    fs::copy(&program, folder.join(name))?;
    Ok(folder.join(name).canonicalize()?)
}

/// The program itself, not a script that starts it.
fn firefox() -> Result<PathBuf> {
    let path = std::env::var_os("PATH").context("no PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| ["firefox-esr", "firefox"].map(|name| folder.join(name)))
        .filter_map(|file| file.canonicalize().ok())
        .find(|file| file.with_file_name("libxul.so").is_file())
        .context("Firefox is not there; `./build.sh install` installs it")
}
