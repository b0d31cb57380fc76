//! Benchmarks, whose figures go to docs/benchmarks.md with the machine that they are from.

mod audit;
mod chart;
mod page;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::place::Place;
use crate::run::{program, title};

/// What to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Subject {
    /// `ferry audit` on 1 GB, beside ripgrep and jq.
    Audit,
    /// The shipped package in Chromium, on the sandbox.
    Page,
}

/// Measures one subject, or all of them.
pub(crate) fn run(place: &Place, subject: Option<Subject>) -> Result<()> {
    if subject.is_none_or(|subject| subject == Subject::Audit) {
        renew(place, "audit", &audit::measure(place)?)?;
    }
    if subject.is_none_or(|subject| subject == Subject::Page) {
        renew(place, "page", &page::measure(place)?)?;
    }
    Ok(())
}

/// Puts figures into the document, between the marks of their section.
fn renew(place: &Place, section: &str, figures: &str) -> Result<()> {
    let file = place.root.join("docs/benchmarks.md");
    let text = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
    let (open, close) = (
        format!("<!-- {section} -->\n"),
        format!("<!-- /{section} -->"),
    );
    let parts = text.split_once(&open).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(&close)?;
        Some((before, after))
    });
    let Some((before, after)) = parts else {
        bail!("{} has no section `{section}`", file.display());
    };
    let text = format!(
        "{before}{open}\n{}\n\n{}\n\n{close}{after}",
        machine(place)?,
        figures.trim()
    );
    fs::write(&file, text)?;
    title("Written", "docs/benchmarks.md");
    println!("\n{figures}");
    Ok(())
}

/// The machine, the day and the state of the project.
fn machine(place: &Place) -> Result<String> {
    let about = |file: &str, key: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(key));
        line.and_then(|line| Some(line.split_once(':')?.1.trim().to_owned()))
            .unwrap_or_else(|| "unknown".to_owned())
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let read = |name: &str, arguments: &[&str]| -> Result<String> {
        let output = program(name, &place.root).args(arguments).read()?;
        Ok(output.trim().to_owned())
    };
    Ok(format!(
        "Measured on {} at {}: {cores} cores of {}, {} of memory, Linux {}; load before: {}.",
        read("date", &["-u", "+%Y-%m-%d"])?,
        read("git", &["describe", "--always", "--dirty"])?,
        about("/proc/cpuinfo", "model name"),
        about("/proc/meminfo", "MemTotal"),
        read("uname", &["-r"])?,
        first_word("/proc/loadavg"),
    ))
}

fn first_word(file: impl AsRef<Path>) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.split(' ').next().unwrap_or("unknown").to_owned()
}

/// The middle one of some figures.
fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}
