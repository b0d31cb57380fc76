//! What ran, how long it took, what came out.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// Collects the results of steps and counts the tests in them.
#[derive(Default)]
pub(crate) struct Report {
    steps: Vec<(String, Duration, Result<()>)>,
    pub(crate) tally: Tally,
}

impl Report {
    /// Runs a step; a failure is kept, so that one run shows all of them.
    pub(crate) fn step(&mut self, name: &str, work: impl FnOnce(&mut Tally) -> Result<()>) -> bool {
        let started = Instant::now();
        let result = work(&mut self.tally);
        if let Err(error) = &result {
            println!("\n   FAILED {name}: {error:#}");
        }
        let passed = result.is_ok();
        self.steps
            .push((name.to_owned(), started.elapsed(), result));
        passed
    }

    /// Prints the table of steps, and as the last line the count of all tests.
    pub(crate) fn close(mut self) -> Result<()> {
        println!("\n── Steps");
        let mut whole = Duration::ZERO;
        for (name, time, result) in &self.steps {
            whole += *time;
            let word = if result.is_ok() { "ok" } else { "FAILED" };
            println!("   {:<22}{:>8.1} s  {word}", name, time.as_secs_f64());
        }
        println!("   {:<22}{:>8.1} s", "all", whole.as_secs_f64());
        for (name, _, result) in &self.steps {
            match result {
                Ok(()) => self.tally.passed += 1,
                Err(error) => {
                    self.tally.failed += 1;
                    println!("\n   {name}: {error:#}");
                }
            }
        }
        println!(
            "\n{} passed, {} failed",
            self.tally.passed, self.tally.failed
        );
        if self.tally.failed > 0 {
            bail!("not everything passed");
        }
        Ok(())
    }
}

/// Tests counted from what test runners print.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// Counts a line of cargo test (`test result: ok. 3 passed; 0 failed; ...`) or of node's
    /// runner (`# pass 3`, `ℹ fail 0`).
    pub(crate) fn line(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |word: &str| word.parse::<usize>().unwrap_or(0);
        match words[..] {
            [
                "test",
                "result:",
                _,
                passed,
                "passed;",
                failed,
                "failed;",
                ..,
            ] => {
                self.passed += number(passed);
                self.failed += number(failed);
            }
            ["#" | "ℹ", "pass", passed] => self.passed += number(passed),
            ["#" | "ℹ", "fail", failed] => self.failed += number(failed),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn counts_what_runners_print() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
            "# pass 4",
            "ℹ fail 1",
        ] {
            tally.line(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 6,
                failed: 2
            }
        );
    }
}
