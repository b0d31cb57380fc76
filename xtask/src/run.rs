//! Running other programs: shows what runs and why, and fails with the command's name.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::place::Place;

/// Announces a step and says why it is done.
pub(crate) fn title(what: &str, why: &str) {
    println!("\n── {what}: {why}");
}

/// A program to run, in a folder.
pub(crate) struct Run(Command);

/// Cargo, in the project, with its target folder.
pub(crate) fn cargo(place: &Place, arguments: &[&str]) -> Run {
    let mut run = program("cargo", &place.root);
    run.0.args(arguments).env("CARGO_TARGET_DIR", &place.target);
    // Cargo drops its colours when its output is read by a program.
    if std::io::stdout().is_terminal() {
        run.0.env("CARGO_TERM_COLOR", "always");
    }
    run
}

/// Any program, in a folder.
pub(crate) fn program(name: impl AsRef<OsStr>, folder: &Path) -> Run {
    let mut command = Command::new(name);
    command.current_dir(folder);
    Run(command)
}

impl Run {
    pub(crate) fn args<I: IntoIterator<Item: AsRef<OsStr>>>(mut self, arguments: I) -> Self {
        self.0.args(arguments);
        self
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.0.arg(argument);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    fn shown(&self) -> String {
        let words = std::iter::once(self.0.get_program()).chain(self.0.get_args());
        words
            .map(|word| word.to_string_lossy())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Runs it to its end, its output shown as it comes.
    pub(crate) fn run(mut self) -> Result<()> {
        let shown = self.shown();
        println!("   $ {shown}");
        let started = Instant::now();
        let status = self
            .0
            .status()
            .with_context(|| format!("cannot start `{shown}`"))?;
        if !status.success() {
            bail!("`{shown}` ended with {status}");
        }
        println!("   {:.1} s", started.elapsed().as_secs_f64());
        Ok(())
    }

    /// As [`Run::run`], and hands each line of its standard output to `line`.
    pub(crate) fn run_reading(mut self, mut line: impl FnMut(&str)) -> Result<()> {
        let shown = self.shown();
        println!("   $ {shown}");
        let mut child = self
            .0
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start `{shown}`"))?;
        if let Some(output) = child.stdout.take() {
            for text in BufReader::new(output).split(b'\n') {
                let text = text?;
                let text = String::from_utf8_lossy(&text);
                println!("{text}");
                line(&text);
            }
        }
        let status = child.wait()?;
        if !status.success() {
            bail!("`{shown}` ended with {status}");
        }
        Ok(())
    }

    /// Its standard output, with nothing shown.
    pub(crate) fn read(self) -> Result<String> {
        let shown = self.shown();
        let (output, status) = self.output()?;
        if !status.success() {
            bail!("`{shown}` ended with {status}");
        }
        Ok(output)
    }

    /// As [`Run::read`], for programs whose status repeats what they print.
    pub(crate) fn read_whatever_it_says(self) -> Result<String> {
        Ok(self.output()?.0)
    }

    fn output(mut self) -> Result<(String, ExitStatus)> {
        let shown = self.shown();
        let output = self
            .0
            .stderr(Stdio::inherit())
            .output()
            .with_context(|| format!("cannot start `{shown}`"))?;
        Ok((String::from_utf8(output.stdout)?, output.status))
    }
}

/// Whether a program of that name can be started from the search path.
pub(crate) fn exists(name: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}
