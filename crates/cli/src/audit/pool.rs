//! The threads: one reads, some work.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Error, Result};

use super::filter::Scratch;
use super::source::{self, Block, Blocks};
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

type Task = (u64, usize, Result<Block>);

impl Pool {
    pub(super) fn start(
        work: &Arc<Work>,
        files: &[PathBuf],
        threads: usize,
        stop: &Arc<AtomicBool>,
    ) -> Self {
        let threads = threads.max(1);
        // So few blocks wait that memory stays small however fast the reader is.
        let (tasks, queue) = sync_channel(threads);
        let (sender, results) = sync_channel(2 * threads);
        let (used, spare) = channel();
        let queue = Arc::new(Mutex::new(queue));
        for _ in 0..threads {
            let (work, queue) = (Arc::clone(work), Arc::clone(&queue));
            let (sender, used) = (sender.clone(), used.clone());
            thread::spawn(move || work_on(&work, &queue, &sender, &used));
        }
        let begun = Arc::new(AtomicU64::new(0));
        let bytes_read = Arc::new(AtomicU64::new(0));
        let reader = Reader {
            tasks,
            spare,
            stop: Arc::clone(stop),
            begun: Arc::clone(&begun),
            bytes_read: Arc::clone(&bytes_read),
        };
        let files = files.to_vec();
        thread::spawn(move || reader.read_all(&files));
        Self {
            results,
            begun,
            bytes_read,
        }
    }

    /// How many blocks have been handed to the workers.
    pub(super) fn begun(&self) -> u64 {
        self.begun.load(Ordering::Relaxed)
    }

    /// How many bytes of the sources have been read, as they are stored.
    pub(super) fn bytes_read(&self) -> u64 {
        self.bytes_read.load(Ordering::Relaxed)
    }
}

fn work_on(
    work: &Work,
    queue: &Mutex<Receiver<Task>>,
    results: &SyncSender<(u64, Done)>,
    used: &Sender<Vec<u8>>,
) {
    let mut scratch = Scratch::default();
    loop {
        let task = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((place, source, block)) = task else {
            return;
        };
        let outcome = block.map(|block| {
            let outcome = work.block(block.lines(), &mut scratch);
            // The reader may be gone already; then nobody needs the memory.
            let _ = used.send(block.into_memory());
            outcome
        });
        if results.send((place, Done { source, outcome })).is_err() {
            return;
        }
    }
}

struct Reader {
    tasks: SyncSender<Task>,
    spare: Receiver<Vec<u8>>,
    stop: Arc<AtomicBool>,
    begun: Arc<AtomicU64>,
    bytes_read: Arc<AtomicU64>,
}

impl Reader {
    fn read_all(&self, files: &[PathBuf]) {
        for (source, file) in files.iter().enumerate() {
            if let Err(error) = self.read(source, file)
                && !self.hand_on(source, Err(error))
            {
                return;
            }
        }
    }

    fn read(&self, source: usize, file: &PathBuf) -> Result<()> {
        let input = source::open(file, Arc::clone(&self.bytes_read))?;
        let mut blocks = Blocks::new(input, source::size(file).is_some());
        while !self.stop.load(Ordering::Relaxed) {
            let memory = self.spare.try_recv().unwrap_or_default();
            let Some(block) = blocks.next(memory).map_err(Error::from)? else {
                break;
            };
            if !self.hand_on(source, Ok(block)) {
                break;
            }
        }
        Ok(())
    }

    /// Gives the workers something to do; `false` where none is left.
    fn hand_on(&self, source: usize, task: Result<Block>) -> bool {
        let place = self.begun.fetch_add(1, Ordering::Relaxed);
        self.tasks.send((place, source, task)).is_ok()
    }
}
