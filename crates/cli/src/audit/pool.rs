//! The threads: each reads a block of the input and then works on it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Error, Result};

use super::filter::Scratch;
use super::source::{self, Block, Blocks, Input};
use super::worker::{Outcome, Work};

/// What came of a block, or why a source could not be read to its end.
#[derive(Debug)]
pub(super) struct Done {
    /// The source, by its place among those named.
    pub(super) source: usize,
    pub(super) outcome: Result<Outcome>,
}

/// Threads at work. They end by themselves at the end of all sources; one that waits for standard
/// input ends with the program.
#[derive(Debug)]
pub(super) struct Pool {
    /// What was done, each with its place in the order of the input.
    pub(super) results: Receiver<(u64, Done)>,
    begun: Arc<AtomicU64>,
    bytes_read: Arc<AtomicU64>,
}

impl Pool {
    pub(super) fn start(
        work: &Arc<Work>,
        files: &[PathBuf],
        threads: usize,
        stop: &Arc<AtomicBool>,
    ) -> Self {
        let threads = threads.max(1);
        // So many that the workers go on while who takes the results pauses.
        let (sender, results) = sync_channel(32 * threads);
        let begun = Arc::new(AtomicU64::new(0));
        let bytes_read = Arc::new(AtomicU64::new(0));
        let files = files.to_vec();
        let reader = Reader {
            files: files.into_iter().enumerate(),
            open: None,
            stop: Arc::clone(stop),
            begun: Arc::clone(&begun),
            bytes_read: Arc::clone(&bytes_read),
        };
        let reader = Arc::new(Mutex::new(reader));
        for _ in 0..threads {
            let (work, reader, sender) = (Arc::clone(work), Arc::clone(&reader), sender.clone());
            thread::spawn(move || work_on(&work, &reader, &sender));
        }
        Self {
            results,
            begun,
            bytes_read,
        }
    }

    /// How many blocks have been begun.
    pub(super) fn begun(&self) -> u64 {
        self.begun.load(Ordering::Relaxed)
    }

    /// How many bytes of the sources have been read, as they are stored.
    pub(super) fn bytes_read(&self) -> u64 {
        self.bytes_read.load(Ordering::Relaxed)
    }
}

/// Reads a block and works on it, again and again. Each thread reads for itself, one at a time:
/// what it has read is then in its own core's cache.
fn work_on(work: &Work, reader: &Mutex<Reader>, results: &SyncSender<(u64, Done)>) {
    let mut scratch = Scratch::default();
    let mut memory = Vec::new();
    loop {
        let task = reader
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .next(&mut memory);
        let Some(Task {
            place,
            source,
            block,
        }) = task
        else {
            return;
        };
        let outcome = block.map(|block| {
            let outcome = work.block(block.lines(), &mut scratch);
            memory = block.into_memory();
            outcome
        });
        if results.send((place, Done { source, outcome })).is_err() {
            return;
        }
    }
}

/// A block to work on, or why its source could not be read on.
struct Task {
    place: u64,
    source: usize,
    block: Result<Block>,
}

/// All sources, one after the other.
struct Reader {
    /// The sources that are still to be opened.
    files: std::iter::Enumerate<std::vec::IntoIter<PathBuf>>,
    /// The one that is being read.
    open: Option<(usize, Blocks<Input>)>,
    stop: Arc<AtomicBool>,
    begun: Arc<AtomicU64>,
    bytes_read: Arc<AtomicU64>,
}

impl Reader {
    /// What is to be done next; `None` where nothing is left.
    fn next(&mut self, memory: &mut Vec<u8>) -> Option<Task> {
        let (source, block) = loop {
            if self.stop.load(Ordering::Relaxed) {
                return None;
            }
            let Some((source, blocks)) = &mut self.open else {
                let (source, file) = self.files.next()?;
                match self.blocks(&file) {
                    Ok(blocks) => self.open = Some((source, blocks)),
                    Err(error) => break (source, Err(error)),
                }
                continue;
            };
            let source = *source;
            match blocks.next(std::mem::take(memory)) {
                Ok(Some(block)) => break (source, Ok(block)),
                Ok(None) => self.open = None,
                Err(error) => {
                    self.open = None;
                    break (source, Err(Error::from(error)));
                }
            }
        };
        Some(Task {
            place: self.begun.fetch_add(1, Ordering::Relaxed),
            source,
            block,
        })
    }

    fn blocks(&self, file: &PathBuf) -> Result<Blocks<Input>> {
        let input = source::open(file, Arc::clone(&self.bytes_read))?;
        Ok(Blocks::new(input, source::size(file).is_some()))
    }
}
