//! `ferry audit`: all tickets of an instance in one pass; what needs something is reported.
//!
//! As many threads as there are cores read blocks of lines and work on them, and this one writes
//! what comes out in the order of the input. Nothing is kept but the block that each works on.

mod filter;
#[cfg(test)]
mod filter_tests;
mod marks;
mod pool;
mod progress;
mod read;
mod report;
mod skim;
mod source;
mod totals;
mod worker;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Write, stderr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use anyhow::{Context, Result};
use ferry_core::{Judge, NaiveDate, Policy, Stage};

use self::filter::Filter;
use self::pool::{Done, Pool};
use self::progress::Progress;
pub use self::report::Format;
use self::report::Report;
use self::totals::Totals;
use self::worker::Work;

/// What to audit, and how to tell of it.
#[derive(Debug, Clone)]
pub struct Options {
    /// Files of JSON lines, plain or packed with gzip or zstd; `-` is standard input.
    pub files: Vec<PathBuf>,
    /// The form of the report.
    pub format: Format,
    /// The stages to report.
    pub stages: Vec<Stage>,
    /// The Zendesk host of links, over that of each ticket's own address.
    pub host: Option<String>,
    /// The day to judge on, over each record's own.
    pub today: Option<NaiveDate>,
    /// The day for records that have none.
    pub now: NaiveDate,
    /// Where to write the numbers of tickets that cannot be judged without their comments.
    pub unjudged: Option<PathBuf>,
    /// How many threads work.
    pub threads: usize,
}

/// How an audit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Everything was read and judged.
    Whole,
    /// Some lines could not be read.
    BadLines,
    /// Some sources could not be read, or not to their end.
    BadSources,
    /// It was stopped; what was found until then is written.
    Stopped,
}

/// The stages at which a ticket needs something.
pub const LOUD: [Stage; 7] = [
    Stage::ContactCustomer,
    Stage::AwaitCustomer,
    Stage::OpenOpsIssue,
    Stage::AwaitSupportOps,
    Stage::Retag,
    Stage::Expired,
    Stage::AskSupportOps,
];

/// Audits all sources and writes the report to `output`, and what people should know to standard
/// error. `stop` ends it early, with what was found so far.
///
/// # Errors
/// Where the policy cannot be searched for or a report not be written.
pub fn run(
    policy: &Policy,
    options: &Options,
    stop: &Arc<AtomicBool>,
    output: &mut dyn Write,
) -> Result<End> {
    let unjudged = match &options.unjudged {
        Some(file) => Some(File::create(file).with_context(|| format!("{}", file.display()))?),
        None => None,
    };
    let work = Arc::new(Work {
        judge: Judge::new(policy),
        filter: Filter::new(policy)?,
        report: Report::new(policy, options.format, options.host.clone()),
        today: options.today,
        now: options.now,
        stages: options.stages.clone(),
    });
    output.write_all(work.report.heading().as_bytes())?;
    let pool = Pool::start(&work, &options.files, options.threads, stop);
    let mut audit = Audit {
        options,
        output,
        unjudged,
        progress: Progress::new(options.files.iter().map(|file| source::size(file)).sum()),
        source: 0,
        line: 0,
        totals: Totals::default(),
    };
    let result = audit.collect(&pool, stop);
    audit.progress.end();
    result?;
    let stopped = stop.load(Ordering::Relaxed);
    write!(stderr(), "{}", audit.totals.tell(stopped, options))?;
    Ok(audit.totals.end(stopped))
}

/// How long results may wait together.
const PAUSE: Duration = Duration::from_millis(2);

/// An audit under way.
struct Audit<'a> {
    options: &'a Options,
    output: &'a mut dyn Write,
    unjudged: Option<File>,
    progress: Progress,
    /// The source that the next block continues, and how many of its lines are done.
    source: usize,
    line: u64,
    totals: Totals,
}

impl Audit<'_> {
    /// Takes what the pool gives until all is done, or all that was begun when it was stopped.
    fn collect(&mut self, pool: &Pool, stop: &AtomicBool) -> Result<()> {
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        loop {
            match pool.results.recv_timeout(Duration::from_millis(100)) {
                Ok((place, done)) => {
                    waiting.insert(place, done);
                }
                Err(RecvTimeoutError::Timeout) => {
                    // The reader may wait for standard input for ever.
                    if stop.load(Ordering::Relaxed) && pool.begun() == next {
                        break;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
            waiting.extend(pool.results.try_iter());
            while let Some(done) = waiting.remove(&next) {
                next += 1;
                self.done(done)?;
            }
            let (tickets, found) = (self.totals.tickets, self.totals.found());
            self.progress.at(pool.bytes_read(), tickets, found);
            // To be woken for each block would cost the workers more than it is worth.
            std::thread::sleep(PAUSE);
        }
        self.output.flush()?;
        Ok(())
    }

    fn done(&mut self, done: Done) -> Result<()> {
        if done.source != self.source {
            (self.source, self.line) = (done.source, 0);
        }
        let name = self.options.files.get(done.source);
        let name = name.map_or_else(String::new, |name| name.display().to_string());
        let outcome = match done.outcome {
            Ok(outcome) => outcome,
            Err(error) => {
                self.totals.bad_sources += 1;
                return self.complain(&format!("{name}: {error:#}"));
            }
        };
        for (line, error) in &outcome.bad {
            let line = self.line + line + 1;
            self.complain(&format!("{name}, line {line}: {error:#}"))?;
        }
        self.line += outcome.lines;
        self.totals.add(&outcome);
        if let Some(file) = &mut self.unjudged {
            for ticket in &outcome.unjudged {
                writeln!(file, "{ticket}")?;
            }
        }
        if !outcome.rows.is_empty() {
            let output = &mut self.output;
            self.progress.aside(|| {
                output.write_all(outcome.rows.as_bytes())?;
                output.flush()
            })?;
        }
        Ok(())
    }

    fn complain(&self, message: &str) -> Result<()> {
        self.progress
            .aside(|| writeln!(stderr(), "ferry: {message}"))?;
        Ok(())
    }
}
