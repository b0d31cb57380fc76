//! The command line: `ferry assess`, `ferry eval`.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write, stdin, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use ferry::{assess, cases, eval, record::Input};
use ferry_core::{Judge, NaiveDate, Policy};

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
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "ferry: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments) -> Result<bool> {
    let policy = match &arguments.policy {
        Some(file) => read_policy(file)?,
        None => Policy::gitlab(),
    };
    let judge = Judge::new(&policy);
    match arguments.command {
        Command::Assess { file, today } => {
            let output = BufWriter::new(stdout().lock());
            match file.filter(|file| file != Path::new("-")) {
                Some(file) => {
                    let input = File::open(&file).with_context(|| format!("{}", file.display()))?;
                    assess::run(&judge, today, BufReader::new(input), output)
                }
                None => assess::run(&judge, today, stdin().lock(), output),
            }
        }
        Command::Eval { paths, brief } => {
            let mut read = Vec::new();
            for path in &paths {
                read.extend(read_cases(path)?);
            }
            let score = eval::score(&judge, &read)?;
            write!(stdout(), "{}", score.report(!brief))?;
            Ok(score.right == score.cases)
        }
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
