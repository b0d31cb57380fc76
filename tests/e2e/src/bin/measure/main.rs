//! Measures Ferry in real Chromium: what the page feels of it. Writes the figures as Markdown.

mod banner;
mod figures;
mod growth;
mod quiet;

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;
use ferry_e2e::{Folders, Kind, Scene};

/// Ferry's benchmark in the page.
#[derive(Parser)]
struct Arguments {
    /// The file to write
    output: PathBuf,
    /// How often each thing is measured
    #[arg(long, default_value_t = 20)]
    rounds: usize,
    /// How many ticket switches to look for growth over
    #[arg(long, default_value_t = 500)]
    switches: usize,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let text = runtime.block_on(async {
        let scene = Scene::start(Kind::Chromium, &Folders::usual(), false).await?;
        let text = measure(&scene, &arguments).await;
        scene.end().await?;
        text
    })?;
    Ok(std::fs::write(&arguments.output, text)?)
}

async fn measure(scene: &Scene, arguments: &Arguments) -> Result<String> {
    scene.renew().await?;
    // Hundreds of tickets an hour are no mistake here.
    scene
        .control()
        .switch(|switches| switches.requests_per_minute = u32::MAX);
    let mut text = banner::measure(scene, arguments.rounds).await?;
    text += &quiet::measure(scene, arguments.rounds).await?;
    text += &growth::measure(scene, arguments.switches).await?;
    Ok(text)
}
