//! The command line: `ferry assess`, `ferry audit`, `ferry eval`.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write, stdin, stdout};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use ferry::{assess, audit, cases, eval, generate, record::Input};
use ferry_core::sieve::moving_words;
use ferry_core::{Judge, NaiveDate, Policy, Stage};

/// Judges Zendesk tickets for offering migrations.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// A policy file; GitLab's policy without it.
    #[arg(long, global = true, value_name = "FILE")]
    policy: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Reads records as JSON lines and writes one assessment a line.
    Assess {
        /// The file to read; standard input without it, or for `-`.
        file: Option<PathBuf>,
        /// The day to judge on, over each record's own.
        #[arg(long, value_name = "DATE")]
        today: Option<NaiveDate>,
    },
    /// Reports every ticket that needs something, from JSON lines of tickets or pages of Zendesk's
    /// incremental ticket export.
    Audit {
        /// Files, plain or packed with gzip or zstd; standard input without any, or for `-`.
        files: Vec<PathBuf>,
        /// How to report.
        #[arg(long, value_enum, default_value = "table")]
        format: audit::Format,
        /// Only tickets at these stages; without it, all stages that need something.
        #[arg(long, value_name = "STAGE", value_delimiter = ',', value_parser = stage)]
        stage: Vec<Stage>,
        /// The Zendesk host of the links; without it the one that a ticket itself names, or the
        /// policy's first.
        #[arg(long)]
        host: Option<String>,
        /// The day to judge on, over each record's own; records without one are judged as of today
        /// (UTC).
        #[arg(long, value_name = "DATE")]
        today: Option<NaiveDate>,
        /// A file for the numbers of tickets that came without comments and cannot be judged
        /// without them.
        #[arg(long, value_name = "FILE")]
        unjudged: Option<PathBuf>,
        /// How many threads work; without it one for each core.
        #[arg(long, value_name = "N")]
        threads: Option<usize>,
    },
    /// Writes made-up tickets, the same for the same seed, to measure the audit on.
    #[command(hide = true)]
    Generate {
        /// How many bytes at least; the last line is whole.
        #[arg(long)]
        bytes: u64,
        /// Another seed gives other tickets.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Writes the lexicon's names of offerings and words of moving, one a line, to measure other
    /// tools with.
    #[command(hide = true)]
    Words,
    /// Scores judged tickets: JSON lines, case files, or folders of case files.
    Eval {
        /// Files and folders.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Only the figures, without the cases that failed.
        #[arg(long)]
        brief: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(code) => ExitCode::from(code),
        // Who reads the output has seen enough, as `head` has.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "ferry: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<std::io::Error>()
        .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Runs a command and returns its exit code.
fn run(arguments: Arguments) -> Result<u8> {
    let policy = match &arguments.policy {
        Some(file) => read_policy(file)?,
        None => Policy::gitlab(),
    };
    match arguments.command {
        Command::Assess { file, today } => {
            let judge = Judge::new(&policy);
            let output = BufWriter::new(stdout().lock());
            let fine = match file.filter(|file| file != Path::new("-")) {
                Some(file) => {
                    let input = File::open(&file).with_context(|| format!("{}", file.display()))?;
                    assess::run(&judge, today, BufReader::new(input), output)?
                }
                None => assess::run(&judge, today, stdin().lock(), output)?,
            };
            Ok(u8::from(!fine))
        }
        Command::Audit {
            files,
            format,
            stage,
            host,
            today,
            unjudged,
            threads,
        } => {
            let options = audit::Options {
                files: if files.is_empty() {
                    vec!["-".into()]
                } else {
                    files
                },
                format,
                stages: if stage.is_empty() {
                    audit::LOUD.to_vec()
                } else {
                    stage
                },
                host,
                today,
                now: now()?,
                unjudged,
                threads: threads.unwrap_or_else(|| {
                    std::thread::available_parallelism().map_or(2, NonZeroUsize::get)
                }),
            };
            let end = audit::run(&policy, &options, &stop_on_interrupt()?, &mut stdout())?;
            Ok(match end {
                audit::End::Whole => 0,
                audit::End::BadLines => 1,
                audit::End::BadSources => 2,
                audit::End::Stopped => STOPPED,
            })
        }
        Command::Generate { bytes, seed } => {
            generate::run(bytes, seed, BufWriter::new(stdout().lock()))?;
            Ok(0)
        }
        Command::Words => {
            let words = moving_words(&policy);
            writeln!(stdout(), "{}", words.join("\n"))?;
            Ok(0)
        }
        Command::Eval { paths, brief } => {
            let mut read = Vec::new();
            for path in &paths {
                read.extend(read_cases(path)?);
            }
            let score = eval::score(&Judge::new(&policy), &read)?;
            write!(stdout(), "{}", score.report(!brief))?;
            Ok(u8::from(score.right != score.cases))
        }
    }
}

/// The exit code of a program that an interrupt ended, as shells know it.
const STOPPED: u8 = 130;

/// Becomes true at the first Ctrl-C; the second one ends the program at once.
fn stop_on_interrupt() -> Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        if seen.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(STOPPED));
        }
    })?;
    Ok(stop)
}

/// Today's date, in UTC.
fn now() -> Result<NaiveDate> {
    let days = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 86_400;
    NaiveDate::from_epoch_days(i32::try_from(days)?).context("the clock is off")
}

fn stage(name: &str) -> Result<Stage, String> {
    let stage: Stage = serde_json::from_value(name.into())
        .map_err(|_| "there is no such stage; docs/audit.md names them".to_owned())?;
    match stage {
        Stage::NoAction => Err("tickets that need nothing are not read".to_owned()),
        stage => Ok(stage),
    }
}

fn read_policy(file: &Path) -> Result<Policy> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
    Policy::from_json(&text).with_context(|| format!("{}", file.display()))
}

fn read_cases(path: &Path) -> Result<Vec<Input>> {
    if path.is_dir() {
        return cases::read_folder(path);
    }
    if path.extension().is_some_and(|extension| extension == "txt") {
        return Ok(vec![cases::read_file(path)?]);
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            Input::from_json(line)
                .with_context(|| format!("{}, line {}", path.display(), number + 1))
        })
        .collect()
}
