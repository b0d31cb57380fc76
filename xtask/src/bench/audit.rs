//! `ferry audit` on made-up tickets, beside what else one would search them with.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::chart::{self, Bar};
use super::median;
use crate::place::Place;
use crate::run::{cargo, exists, title};

const BYTES: u64 = 1_000_000_000;

/// jq is given this part of the file; the whole would take minutes.
const JQ_PART: u64 = 20;

const ROUNDS: usize = 7;

pub(crate) fn measure(place: &Place) -> Result<String> {
    title("Benchmark the audit", "1 GB of made-up tickets");
    cargo(
        place,
        &["build", "--locked", "--release", "--package", "ferry"],
    )
    .run()?;
    let ferry = place.target.join("release/ferry");
    let folder = place.target.join("bench");
    fs::create_dir_all(&folder)?;
    let tickets = folder.join("tickets.ndjson");
    let lines = generate(&ferry, &tickets)?;
    let size = fs::metadata(&tickets)?.len();
    let words = words(&ferry, &folder)?;

    let mut audit = Tool::default();
    let mut ripgrep = Tool::default();
    let report = folder.join("report.jsonl");
    for _ in 0..ROUNDS {
        audit.time(
            Command::new(&ferry)
                .args(["audit", "--format", "jsonl"])
                .arg(&tickets),
            &report,
        )?;
        if exists("rg") {
            let counted = folder.join("rg.txt");
            ripgrep.time(
                Command::new("rg")
                    .args(["-c", "-i", "-F", "-f"])
                    .arg(&words)
                    .arg(&tickets),
                &counted,
            )?;
        }
    }
    let found = same_as_assess(&ferry, &tickets, &report)?;
    let jq = if exists("jq") {
        Some(jq(&tickets, &words, &folder)?)
    } else {
        None
    };

    let seconds = median(&audit.seconds);
    let rate = |seconds: f64| format!("{:.0} MB/s", size as f64 / 1e6 / seconds);
    let mut bars = vec![Bar::new("ferry audit", seconds, "s")];
    let mut rows = vec![format!(
        "| `ferry audit` | {seconds:.2} s | {} | {:.2} s | {:.0} MB | |",
        rate(seconds),
        median(&audit.processor),
        audit.memory / 1e6
    )];
    if exists("rg") {
        let other = median(&ripgrep.seconds);
        bars.push(Bar::new("rg -ci", other, "s"));
        rows.push(format!(
            "| `rg -ci -F -f words` | {other:.2} s | {} | {:.2} s | {:.0} MB | {:.2} |",
            rate(other),
            median(&ripgrep.processor),
            ripgrep.memory / 1e6,
            other / seconds
        ));
    }
    if let Some(other) = jq {
        bars.push(Bar::new("jq (by a twentieth)", other, "s"));
        rows.push(format!(
            "| `jq 'select(… | test(words; \"i\"))'`, a {JQ_PART}th of the file, times {JQ_PART} | {other:.0} s | {} | | | {:.0} |",
            rate(other),
            other / seconds
        ));
    }
    fs::write(
        place.root.join("docs/images/benchmark-audit.svg"),
        chart::bars("1 GB of tickets, seconds (logarithmic)", &bars),
    )?;
    Ok(format!(
        "{} tickets in {:.2} GB, seed 1; {found} of them need something, and the report is byte for \
         byte what `ferry assess` says of them. Medians of {ROUNDS} rounds, the programs in turn, \
         the file in the page cache.\n\n\
         | program | time | speed | processor time | memory at most | times as long as the audit |\n\
         | --- | --- | --- | --- | --- | --- |\n{}\n\n\
         ![Chart of these times](images/benchmark-audit.svg)",
        lines,
        size as f64 / 1e9,
        rows.join("\n"),
    ))
}

/// Makes the tickets, unless they are there, and counts them.
fn generate(ferry: &Path, tickets: &Path) -> Result<usize> {
    let output = Command::new(ferry)
        .args(["generate", "--bytes", &BYTES.to_string()])
        .stdout(File::create(tickets)?)
        .status()?;
    if !output.success() {
        bail!("`ferry generate` ended with {output}");
    }
    // Reading it once also brings it into the page cache.
    Ok(BufReader::with_capacity(1 << 20, File::open(tickets)?)
        .split(b'\n')
        .count())
}

fn words(ferry: &Path, folder: &Path) -> Result<PathBuf> {
    let words = folder.join("words.txt");
    let output = Command::new(ferry).arg("words").output()?;
    fs::write(&words, output.stdout)?;
    Ok(words)
}

/// What was measured of a program, round by round.
#[derive(Default)]
struct Tool {
    seconds: Vec<f64>,
    processor: Vec<f64>,
    /// Bytes, the most of all rounds.
    memory: f64,
}

impl Tool {
    fn time(&mut self, command: &mut Command, output: &Path) -> Result<()> {
        command
            .stdin(Stdio::null())
            .stdout(File::create(output)?)
            .stderr(Stdio::null());
        let started = Instant::now();
        let mut child = command.spawn()?;
        let mut last = Usage::default();
        let status = loop {
            if let Some(usage) = Usage::of(child.id()) {
                last = usage;
            }
            if let Some(status) = child.try_wait()? {
                break status;
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        if !status.success() {
            bail!("{command:?} ended with {status}");
        }
        self.seconds.push(started.elapsed().as_secs_f64());
        self.processor.push(last.processor);
        self.memory = self.memory.max(last.memory);
        Ok(())
    }
}

/// What the kernel says of a running process.
#[derive(Default)]
struct Usage {
    processor: f64,
    memory: f64,
}

impl Usage {
    fn of(process: u32) -> Option<Self> {
        /// Clock ticks a second, the same on all of today's Linux.
        const TICKS: f64 = 100.0;
        let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
        let peak = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kilobytes: f64 = peak.trim().trim_end_matches(" kB").parse().ok()?;
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        let (_, after_name) = stat.rsplit_once(')')?;
        let ticks = after_name.split_whitespace().skip(11).take(2);
        let ticks: f64 = ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
        Some(Self {
            processor: ticks / TICKS,
            memory: kilobytes * 1024.0,
        })
    }
}

/// Compares the report with what `ferry assess` says of the tickets that need something, and
/// gives their number.
fn same_as_assess(ferry: &Path, tickets: &Path, report: &Path) -> Result<usize> {
    title(
        "Compare",
        "the report with what `ferry assess` says of all tickets",
    );
    let mut child = Command::new(ferry)
        .arg("assess")
        .arg(tickets)
        .stdout(Stdio::piped())
        .spawn()?;
    let assessed = child.stdout.take().context("no output")?;
    let mut report = BufReader::new(File::open(report)?).lines();
    let mut found = 0;
    for line in BufReader::new(assessed).lines() {
        let line = line?;
        if line.contains("\"stage\":\"no_action\"") || line.contains("\"stage\":\"done\"") {
            continue;
        }
        found += 1;
        if report.next().transpose()?.as_ref() != Some(&line) {
            bail!("the audit does not report what `ferry assess` says: {line}");
        }
    }
    if !child.wait()?.success() || report.next().is_some() {
        bail!("the audit reports more than `ferry assess` says");
    }
    Ok(found)
}

/// Seconds that jq would take for the whole file, by a part of it.
fn jq(tickets: &Path, words: &Path, folder: &Path) -> Result<f64> {
    title("jq", "on a part of the file; it takes a while");
    let part = folder.join("part.ndjson");
    let mut bytes = Vec::new();
    let share = fs::metadata(tickets)?.len() / JQ_PART;
    File::open(tickets)?.take(share).read_to_end(&mut bytes)?;
    let whole = bytes.iter().rposition(|&byte| byte == b'\n').unwrap_or(0);
    let share = whole as f64 / fs::metadata(tickets)?.len() as f64;
    File::create(&part)?.write_all(bytes.get(..=whole).unwrap_or_default())?;
    let words = fs::read_to_string(words)?;
    let pattern: Vec<String> = words.lines().map(|word| word.replace('.', "\\.")).collect();
    let select = "select([.comments[].plain_body, .organization.notes] | map(strings) | join(\" \") \
                  | test($words; \"i\")) | .ticket.id";
    let mut tool = Tool::default();
    let mut command = Command::new("jq");
    command
        .args(["-c", "--arg", "words", &pattern.join("|"), select])
        .arg(&part);
    tool.time(&mut command, &folder.join("jq.txt"))?;
    Ok(median(&tool.seconds) / share)
}
