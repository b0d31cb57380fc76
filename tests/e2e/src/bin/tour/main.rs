//! Shows Ferry at work. With a display it opens a Chromium for a person; without one it walks
//! through the tickets of every stage itself, says what it does and keeps pictures.

mod album;
mod walk;

use std::path::Path;

use anyhow::Result;
use clap::Parser;
use ferry_e2e::{Folders, Kind, Scene, wait};

use crate::album::Album;

/// Ferry's tour.
#[derive(Parser)]
struct Arguments {
    /// Renew the pictures of README.md
    #[arg(long)]
    docs: bool,
    /// Walk without a window, even where there is a display
    #[arg(long)]
    headless: bool,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let folders = Folders::usual();
        if display && !arguments.headless && !arguments.docs {
            return show(&folders).await;
        }
        let mut album = Album::new(folders.target.join("demo"));
        if arguments.docs {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
            album = album.also_for_docs(root.join("docs/images"));
        }
        let scene = Scene::start(Kind::Chromium, &folders, false).await?;
        let walked = walk::all(&scene, &album).await;
        scene.end().await?;
        walked
    })
}

/// Opens the first ticket and leaves the rest to the person, until the browser is closed.
async fn show(folders: &Folders) -> Result<()> {
    let seeds = ferry_sandbox::seeds();
    let scene = Scene::start(Kind::Chromium, folders, true).await?;
    scene.page().open(seeds[0].id).await?;
    println!(
        "\nChromium shows ticket {}. Others to try, in its address bar:",
        seeds[0].id
    );
    for seed in &seeds {
        println!(
            "   {}/agent/tickets/{}  {}",
            ferry_e2e::ORIGIN,
            seed.id,
            seed.what
        );
    }
    println!("\nClose the browser to end the demo.");
    while scene
        .browser
        .driver
        .windows()
        .await
        .is_ok_and(|windows| !windows.is_empty())
    {
        tokio::time::sleep(wait::SECOND).await;
    }
    Ok(())
}
