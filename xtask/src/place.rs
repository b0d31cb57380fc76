//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders that commands work in.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The project.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, also for everything else that is made on the way.
    pub(crate) target: PathBuf,
    /// Where the packages go.
    pub(crate) dist: PathBuf,
}

impl Place {
    /// The project that this program was built from. `CARGO_TARGET_DIR` and `FERRY_DIST` move the
    /// other two folders, so that two people can build in one checkout.
    pub(crate) fn here() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask has no parent folder")?
            .to_path_buf();
        let folder = |variable: &str, usual: &str| {
            root.join(env::var_os(variable).unwrap_or_else(|| usual.into()))
        };
        Ok(Self {
            target: folder("CARGO_TARGET_DIR", "target"),
            dist: folder("FERRY_DIST", "dist"),
            root,
        })
    }

    /// Programs that were installed for this project alone.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join(".tools")
    }

    /// The pinned npm packages that the build runs.
    pub(crate) fn npm_tools(&self) -> PathBuf {
        self.root.join("xtask/tools")
    }
}
