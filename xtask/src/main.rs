//! `cargo xtask`: everything that is done with this project, as typed commands.
//!
//! `./build.sh` is a thin door to it. Each command first installs what it needs and is missing.

mod adapter;
mod archive;
mod bench;
mod bundle;
mod ceilings;
mod check;
mod install;
mod leaks;
mod lint;
mod manifest;
mod node;
mod package;
mod place;
mod report;
mod reproduce;
mod run;
mod source;
mod test;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand};

use crate::install::Need;
use crate::place::Place;

/// Ferry: build, test, package, demonstrate.
#[derive(Parser)]
#[command(name = "./build.sh", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Shows Ferry at work: the shipped package in Chromium on a sandbox Zendesk. Without a
    /// display: a headless tour that leaves screenshots under target/demo
    Demo,
    /// Runs all checks, the end-to-end tests in Chromium and Firefox among them
    Test {
        /// Only these steps; `--list` names them
        steps: Vec<String>,
        /// Names the steps
        #[arg(long)]
        list: bool,
    },
    /// Builds the extension, unpacked, into dist/chrome, dist/edge and dist/firefox
    Build,
    /// Builds the zip files for the stores and the source archive for their reviewers
    Package,
    /// The quick checks: format, clippy (native and WebAssembly), types of the JavaScript
    Check,
    /// Renews the pictures of README.md and docs/pictures.md in docs/images
    Screenshots,
    /// Measures Ferry and writes the figures to docs/benchmarks.md
    Bench {
        /// Only this
        subject: Option<bench::Subject>,
    },
    /// Installs whatever is missing for all of the above
    Install,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The chain of causes, without a trace through this tool's own code.
            println!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let Some(command) = Arguments::parse().command else {
        Arguments::command().print_help()?;
        return Ok(());
    };
    let place = Place::here()?;
    match command {
        Command::Demo => tour(&place, &[]),
        Command::Screenshots => tour(&place, &["--docs"]),
        Command::Test { list: true, .. } => {
            test::list();
            Ok(())
        }
        Command::Test { steps, .. } => test::run(&place, &steps),
        Command::Build => {
            install::ensure(&place, Need::BUILD)?;
            bundle::build(&place)
        }
        Command::Package => {
            install::ensure(&place, Need::BUILD)?;
            package::package(&place)
        }
        Command::Check => {
            install::ensure(&place, Need::CHECK)?;
            check::all(&place)
        }
        Command::Bench { subject } => {
            install::ensure(&place, Need::BENCH)?;
            bench::run(&place, subject)
        }
        Command::Install => install::ensure(&place, Need::ALL),
    }
}

/// Builds the package and hands it to the tour, a program of the end-to-end tests' own.
fn tour(place: &Place, arguments: &[&str]) -> Result<()> {
    install::ensure(place, Need::DEMO)?;
    bundle::build(place)?;
    run::title(
        "Start the tour",
        "the sandbox Zendesk and a Chromium with Ferry in it",
    );
    run::cargo(
        place,
        &[
            "run",
            "--locked",
            "--package",
            "ferry-e2e",
            "--bin",
            "tour",
            "--",
        ],
    )
    .args(arguments)
    .run()
}
