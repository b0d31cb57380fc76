//! The shipped package in Chromium: measured by a program of the end-to-end tests' own.

use std::fs;

use anyhow::Result;

use crate::bundle;
use crate::place::Place;
use crate::run::{cargo, title};

pub(crate) fn measure(place: &Place) -> Result<String> {
    bundle::build(place)?;
    title(
        "Benchmark the page",
        "the shipped package in Chromium, on the sandbox",
    );
    let figures = place.target.join("bench/page.md");
    fs::create_dir_all(place.target.join("bench"))?;
    cargo(
        place,
        &[
            "run",
            "--locked",
            "--package",
            "ferry-e2e",
            "--bin",
            "measure",
            "--",
        ],
    )
    .arg(&figures)
    .run()?;
    Ok(fs::read_to_string(figures)?)
}
