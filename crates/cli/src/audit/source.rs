//! Where lines come from: files and standard input, plain or packed, in blocks of whole lines.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context, Result};
use flate2::bufread::MultiGzDecoder;
use memchr::memrchr;

/// Bytes of a block, more only where one line is longer.
const BLOCK: usize = 1 << 18;

/// Bytes that a pipe holds.
const PIPE: usize = 1 << 16;

const GZIP: &[u8] = b"\x1f\x8b";
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";

/// Whole lines, each with its end; the source's last one may have none.
#[derive(Debug)]
pub(super) struct Block {
    /// The lines, and behind them what is left of earlier ones: clearing memory takes as long as
    /// a good part of the work on it.
    memory: Vec<u8>,
    length: usize,
}

impl Block {
    /// The lines.
    pub(super) fn lines(&self) -> &[u8] {
        self.memory.get(..self.length).unwrap_or_default()
    }

    /// The memory, for another block.
    pub(super) fn into_memory(self) -> Vec<u8> {
        self.memory
    }
}

/// The size of a source as it is stored; `None` for standard input and the like.
pub(super) fn size(path: &Path) -> Option<u64> {
    let about = std::fs::metadata(path).ok().filter(|_| !is_stdin(path))?;
    about.is_file().then_some(about.len())
}

/// Whether a name stands for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// A source that is read, unpacked.
pub(super) type Input = Box<dyn Read + Send>;

/// Opens a source and unpacks what is packed, which its first bytes tell, not its name. The bytes
/// that are read of it, as stored, are added to `progress`.
///
/// # Errors
/// Where it cannot be opened or read.
pub(super) fn open(path: &PathBuf, progress: Arc<AtomicU64>) -> Result<Input> {
    let raw: Input = match is_stdin(path) {
        true => Box::new(io::stdin()),
        false => Box::new(File::open(path).context("cannot be opened")?),
    };
    let mut counted = Counted {
        inner: raw,
        progress,
    };
    let mut head = Vec::new();
    counted.by_ref().take(4).read_to_end(&mut head)?;
    let (is_gzip, is_zstd) = (head.starts_with(GZIP), head.starts_with(ZSTD));
    let whole = io::Cursor::new(head).chain(counted);
    Ok(match (is_gzip, is_zstd) {
        (true, _) => Box::new(MultiGzDecoder::new(BufReader::with_capacity(
            1 << 16,
            whole,
        ))),
        (_, true) => Box::new(zstd::Decoder::new(whole)?),
        _ => Box::new(whole),
    })
}

struct Counted<R> {
    inner: R,
    progress: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.progress.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Cuts a source into blocks.
pub(super) struct Blocks<R> {
    input: R,
    /// Bytes to ask for at a time: a pipe gives less than a file and must not be waited for.
    step: usize,
    /// The beginning of a line whose end is not read yet.
    rest: Vec<u8>,
    ended: bool,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(input: R, is_file: bool) -> Self {
        Self {
            input,
            step: if is_file { BLOCK } else { PIPE },
            rest: Vec::new(),
            ended: false,
        }
    }

    /// The next block, in memory that was a block's before; `None` at the end.
    ///
    /// # Errors
    /// Where the source cannot be read on; all whole lines before have been given out then.
    pub(super) fn next(&mut self, mut memory: Vec<u8>) -> io::Result<Option<Block>> {
        let mut length = self.rest.len();
        if memory.len() < length {
            memory.resize(length, 0);
        }
        if let Some(head) = memory.get_mut(..length) {
            head.copy_from_slice(&self.rest);
        }
        self.rest.clear();
        while !self.ended {
            // A long line is read in ever longer steps, so that its bytes are moved only once.
            let wanted = length + self.step.max(length);
            if memory.len() < wanted {
                memory.resize(wanted, 0);
            }
            let read = match self
                .input
                .read(memory.get_mut(length..).unwrap_or_default())
            {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                // The source broke off, most likely inside a line.
                Err(error) => return Err(error),
            };
            self.ended = read == 0;
            let fresh = memory.get(length..length + read).unwrap_or_default();
            if let Some(end) = memrchr(b'\n', fresh) {
                let (_, rest) = fresh.split_at(end + 1);
                self.rest.extend_from_slice(rest);
                length += end + 1;
                break;
            }
            length += read;
        }
        Ok((length > 0).then_some(Block { memory, length }))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use super::Blocks;

    /// Gives a few bytes at a time, and then an error, if there is one.
    struct Drops<'a>(&'a [u8], Option<io::ErrorKind>);

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty()
                && let Some(kind) = self.1.take()
            {
                return Err(kind.into());
            }
            let length = self.0.len().min(buffer.len()).min(7);
            let (now, later) = self.0.split_at(length);
            buffer[..length].copy_from_slice(now);
            self.0 = later;
            Ok(length)
        }
    }

    fn check(text: &str, failure: Option<io::ErrorKind>, expected: &[&str]) {
        let mut blocks = Blocks::new(Drops(text.as_bytes(), failure), false);
        let mut lines = Vec::new();
        let ended = loop {
            match blocks.next(Vec::new()) {
                Ok(Some(block)) => {
                    let text = String::from_utf8(block.lines().to_vec()).unwrap();
                    lines.extend(text.lines().map(str::to_owned));
                }
                Ok(None) => break None,
                Err(error) => break Some(error.kind()),
            }
        };
        assert_eq!(lines, expected);
        assert_eq!(ended, failure);
    }

    #[test]
    fn lines_stay_whole() {
        check("", None, &[]);
        check(
            "a\nlonger than a drop\n\nend",
            None,
            &["a", "longer than a drop", "", "end"],
        );
    }

    #[test]
    fn a_source_that_breaks_off_loses_only_its_last_line() {
        let failure = Some(io::ErrorKind::UnexpectedEof);
        check(
            "first line\nsecond line\nthi",
            failure,
            &["first line", "second line"],
        );
    }
}
