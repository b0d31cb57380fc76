//! How far the audit is, on a terminal.

use std::io::{IsTerminal, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar on standard error; nothing at all where that is no terminal.
#[derive(Debug)]
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// A bar for so many bytes, or a count of bytes where nobody knows how many will come.
    pub(super) fn new(bytes: Option<u64>) -> Self {
        if !stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let (bar, template) = match bytes {
            Some(bytes) => (
                ProgressBar::new(bytes),
                "{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left; {msg}",
            ),
            None => (
                ProgressBar::no_length(),
                "{spinner} {bytes}, {bytes_per_sec}; {msg}",
            ),
        };
        bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(5));
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// Shows where the audit is.
    pub(super) fn at(&self, bytes: u64, tickets: u64, found: u64) {
        self.0.set_position(bytes);
        self.0
            .set_message(format!("{found} of {tickets} tickets need something"));
    }

    /// Writes something that the bar must not be in the way of.
    pub(super) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.0.suspend(write)
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}
