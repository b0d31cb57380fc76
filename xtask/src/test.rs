//! All checks, step by step, with their times.

use anyhow::{Result, bail};

use crate::install::{self, Need};
use crate::place::Place;
use crate::report::{Report, Tally};
use crate::run::{cargo, program, title};
use crate::{ceilings, check, lint, package, reproduce};

type Work = fn(&Place, &mut Tally) -> Result<()>;

/// The steps in their order: cheap ones first, and each after those whose results it uses.
const STEPS: &[(&str, Work)] = &[
    ("install", |place, _| install::ensure(place, Need::ALL)),
    ("format", |place, _| check::format(place)),
    ("types", |place, _| check::types(place)),
    ("adapter-tests", adapter_tests),
    ("package", |place, _| package::package(place)),
    ("ceilings", |place, _| ceilings::check(place)),
    ("add-on-linter", |place, _| lint::packages(place)),
    ("clippy", |place, _| check::clippy(place)),
    ("clippy-wasm", |place, _| check::clippy_wasm(place)),
    ("unit-and-corpus", unit_tests),
    ("clients", clients),
    ("e2e-chromium", |place, tally| {
        end_to_end(place, "chromium", tally)
    }),
    ("e2e-firefox", |place, tally| {
        end_to_end(place, "firefox", tally)
    }),
    ("reproducible", |place, _| reproduce::check(place)),
];

/// Names the steps.
pub(crate) fn list() {
    for (name, _) in STEPS {
        println!("{name}");
    }
}

/// Runs all steps, or those that are named. One that fails does not keep the others from running,
/// but without its tools or its package nothing further makes sense.
pub(crate) fn run(place: &Place, wanted: &[String]) -> Result<()> {
    if let Some(unknown) = wanted
        .iter()
        .find(|name| STEPS.iter().all(|(step, _)| step != name))
    {
        bail!("there is no step `{unknown}`; `--list` names them");
    }
    let mut report = Report::default();
    let mut going = true;
    for (name, work) in STEPS
        .iter()
        .filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|wanted| wanted == name))
    {
        if !going {
            break;
        }
        let passed = report.step(name, |tally| work(place, tally));
        going = passed || !matches!(*name, "install" | "package");
    }
    report.close()
}

fn adapter_tests(place: &Place, tally: &mut Tally) -> Result<()> {
    title("Tests of the page adapter", "in Node.js, without a browser");
    program("node", &place.root.join("extension"))
        .args(["--test", "tests/"])
        .run_reading(|line| tally.line(line))
}

fn unit_tests(place: &Place, tally: &mut Tally) -> Result<()> {
    title(
        "Unit and corpus tests",
        "every crate, and the judged tickets of tests/cases",
    );
    cargo(place, &["test", "--locked", "--workspace"]).run_reading(|line| tally.line(line))
}

fn clients(place: &Place, tally: &mut Tally) -> Result<()> {
    title(
        "Foreign clients",
        "zenpy and node-zendesk use the sandbox as if it were Zendesk",
    );
    program("bash", &place.root)
        .args(["tests/clients/run.sh"])
        .env("CARGO_TARGET_DIR", &place.target)
        .run_reading(|line| tally.line(line))
}

/// The whole system in a real browser, with the unpacked package as it ships.
fn end_to_end(place: &Place, browser: &str, tally: &mut Tally) -> Result<()> {
    title(
        &format!("End to end in {browser}"),
        "the shipped package on a sandbox Zendesk",
    );
    // The same selection of packages as for the unit tests: cargo builds everything only once.
    cargo(
        place,
        &["test", "--locked", "--workspace", "--test", "browsers"],
    )
    .env("FERRY_BROWSER", browser)
    .env("FERRY_DIST", &place.dist)
    .env("FERRY_TOOLS", place.tools())
    .run_reading(|line| tally.line(line))
}
