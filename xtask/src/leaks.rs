//! Keeps paths of the building machine out of what ships, and checks that none is left.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::place::Place;
use crate::run::program;

/// Flags for rustc, in Cargo's encoding, that replace this machine's paths in panic messages.
pub(crate) fn remap_flags(place: &Place) -> Result<String> {
    let mut flags: Vec<String> = Vec::new();
    let mut remap = |from: PathBuf, to: &str| {
        flags.push(format!("--remap-path-prefix={}={to}", from.display()));
    };
    // rustc lets the last match win: the narrower ones come last.
    remap(place.root.clone(), "/ferry");
    remap(place.target.clone(), "/ferry/target");
    let (sysroot, commit) = rustc(place)?;
    remap(
        sysroot.join("lib/rustlib/src/rust"),
        &format!("/rustc/{commit}"),
    );
    for registry in registries()? {
        remap(registry, "/crates");
    }
    Ok(flags.join("\u{1f}"))
}

/// Fails if a file's bytes hold one of this machine's paths.
pub(crate) fn check(place: &Place, files: &[(String, Vec<u8>)]) -> Result<()> {
    let mut paths = vec![
        place.root.clone(),
        place.target.clone(),
        cargo_home()?,
        rustc(place)?.0,
    ];
    paths.extend(
        registries()?
            .iter()
            .filter_map(|folder| folder.file_name())
            .map(PathBuf::from),
    );
    paths.extend(std::env::home_dir());
    // One path part alone ("/root" in a container) could be a word of any text.
    for path in paths
        .iter()
        .map(|path| path.display().to_string())
        .filter(|path| path.len() > 3)
    {
        let needle = if path.matches('/').count() == 1 {
            format!("{path}/")
        } else {
            path
        };
        for (name, bytes) in files {
            if bytes
                .windows(needle.len())
                .any(|part| part == needle.as_bytes())
            {
                bail!("{name} holds a path of this machine: {needle}");
            }
        }
    }
    Ok(())
}

/// The compiler's folder and commit.
fn rustc(place: &Place) -> Result<(PathBuf, String)> {
    let ask = |question: &str| program("rustc", &place.root).args([question]).read();
    let sysroot = program("rustc", &place.root)
        .args(["--print", "sysroot"])
        .read()?;
    let version = ask("-vV")?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .context("rustc does not say its commit")?;
    Ok((PathBuf::from(sysroot.trim()), commit.to_owned()))
}

/// The folders that hold the sources of dependencies, one per registry. They are there by now: this
/// tool itself was built from them.
fn registries() -> Result<Vec<PathBuf>> {
    let sources = cargo_home()?.join("registry/src");
    let mut folders = fs::read_dir(&sources)
        .with_context(|| sources.display().to_string())?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    folders.sort();
    Ok(folders)
}

fn cargo_home() -> Result<PathBuf> {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .context("no home folder")
}
