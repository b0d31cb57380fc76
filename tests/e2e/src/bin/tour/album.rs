//! The pictures of the tour.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use ferry_e2e::Scene;

/// The pictures that README.md and docs/pictures.md show.
const FOR_DOCS: &[&str] = &[
    "banner",
    "dark-banner",
    "draft",
    "retag-light",
    "dark",
    "collapsed",
    "popup",
    "popup-dark",
    "options-policy",
    "options-policy-dark",
    "options-templates",
    "options-templates-dark",
    "options-try",
    "options-try-dark",
    "health",
    "health-dark",
    "welcome",
    "welcome-dark",
];

/// Keeps pictures in a folder.
pub(crate) struct Album {
    folder: PathBuf,
    docs: Option<PathBuf>,
}

impl Album {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, docs: None }
    }

    pub(crate) fn also_for_docs(self, docs: PathBuf) -> Self {
        Self {
            docs: Some(docs),
            ..self
        }
    }

    /// Keeps what is on screen, once it has come to rest.
    pub(crate) async fn keep(&self, scene: &Scene, name: &str) -> Result<()> {
        scene.page().settled().await?;
        let file = self.folder.join(format!("{name}.png"));
        scene.keep_picture(&file).await?;
        println!("     {}", shown(&file).display());
        if let Some(docs) = self.docs.as_ref().filter(|_| FOR_DOCS.contains(&name)) {
            std::fs::create_dir_all(docs)?;
            let copy = docs.join(format!("{name}.png"));
            std::fs::copy(&file, &copy).with_context(|| copy.display().to_string())?;
        }
        Ok(())
    }
}

/// A path as short as it can be said from here.
fn shown(file: &Path) -> PathBuf {
    let file = file.canonicalize().unwrap_or_else(|_| file.to_path_buf());
    let here = std::env::current_dir().unwrap_or_default();
    file.strip_prefix(here)
        .map(Path::to_path_buf)
        .unwrap_or(file)
}
