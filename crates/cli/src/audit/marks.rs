//! Where strings of JSON end, or may be broken, found 64 bytes at a time.

use wide::u8x16;

/// Bytes that are looked at in one go: as many as a mask has bits.
const STEP: usize = 64;

/// Walks over the marks of a line: quotes that no backslash stands before, characters after a
/// backslash other than those in [`PLAIN`], and control characters. Where there is none of these,
/// a string goes on and is sound.
///
/// It only goes forward: whether a backslash is itself escaped hangs on all those before it.
#[derive(Debug)]
pub(super) struct Marks<'a> {
    bytes: &'a [u8],
    /// Where the stretch starts that `mask` tells of.
    start: usize,
    /// A bit for each byte of the stretch, the first one lowest: whether it is a mark.
    mask: u64,
    /// Whether the stretch ends with a backslash that escapes the next one's first byte: 1 or 0.
    escaping: u64,
}

impl<'a> Marks<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut marks = Self {
            bytes,
            start: 0,
            mask: 0,
            escaping: 0,
        };
        marks.load();
        marks
    }

    /// The place of the first mark at or after `from`, which is no less than it was before.
    #[inline]
    pub(super) fn next(&mut self, from: usize) -> Option<usize> {
        loop {
            let offset = from.saturating_sub(self.start);
            if offset < STEP {
                let left = self.mask & (u64::MAX << offset);
                if left != 0 {
                    return Some(self.start + left.trailing_zeros() as usize);
                }
            }
            if self.start + STEP >= self.bytes.len() {
                return None;
            }
            self.start += STEP;
            self.load();
        }
    }

    #[inline(never)]
    fn load(&mut self) {
        let rest = self.bytes.get(self.start..).unwrap_or_default();
        let stretch = match rest.first_chunk() {
            Some(stretch) => Stretch::new(stretch),
            None => Stretch::new(&filled_up(rest)),
        };
        self.mask = stretch.marks(&mut self.escaping);
    }
}

/// The end of a line, with letters behind it that are no marks after a backslash either.
fn filled_up(rest: &[u8]) -> [u8; STEP] {
    let mut stretch = [b'n'; STEP];
    for (slot, byte) in stretch.iter_mut().zip(rest) {
        *slot = *byte;
    }
    stretch
}

/// What may follow a backslash without being a mark: the escapes that most texts have no others
/// of.
const PLAIN: [u8; 3] = *b"\"\\n";

/// A stretch of bytes by kinds, a bit for each byte.
#[derive(Default)]
struct Stretch {
    quotes: u64,
    backslashes: u64,
    plain: u64,
    controls: u64,
}

impl Stretch {
    #[inline]
    fn new(bytes: &[u8; STEP]) -> Self {
        let (parts, _) = bytes.as_chunks();
        let mut stretch = Self::default();
        for (at, part) in parts.iter().enumerate() {
            let part = u8x16::new(*part);
            let is = |byte: u8| part.simd_eq(u8x16::splat(byte));
            let bits = |of: u8x16| u64::from(of.to_bitmask()) << (16 * at);
            let [quote, backslash, n] = PLAIN.map(is);
            stretch.quotes |= bits(quote);
            stretch.backslashes |= bits(backslash);
            stretch.plain |= bits(quote | backslash | n);
            stretch.controls |= bits(part.simd_eq(part.min(u8x16::splat(0x1f))));
        }
        stretch
    }

    /// The marks; `escaping` tells whether the first byte is escaped, and then that of the next
    /// stretch.
    #[inline]
    fn marks(&self, escaping: &mut u64) -> u64 {
        let escaped = self.escaped(escaping);
        (self.quotes & !escaped) | (escaped & !self.plain) | self.controls
    }

    /// Which bytes stand after a backslash that is not itself escaped.
    ///
    /// Of a series of backslashes every second one is escaped. The subtraction carries a bit
    /// through each series, from its first backslash to the byte behind its last: what it leaves
    /// of the series, told apart by odd and even places, are the backslashes that escape.
    #[inline]
    fn escaped(&self, escaping: &mut u64) -> u64 {
        const ODD: u64 = 0xaaaa_aaaa_aaaa_aaaa;
        if self.backslashes == 0 {
            return std::mem::take(escaping);
        }
        let first = *escaping;
        let may_escape = self.backslashes & !first;
        let series = ((may_escape << 1) | ODD).wrapping_sub(may_escape) ^ ODD;
        *escaping = (series & self.backslashes) >> (STEP - 1);
        series ^ (self.backslashes | first)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Marks, PLAIN};

    /// All marks, looked at byte by byte.
    fn by_bytes(line: &[u8]) -> Vec<usize> {
        let mut found = Vec::new();
        let mut is_escaped = false;
        for (at, byte) in line.iter().enumerate() {
            let is_mark = match is_escaped {
                true => !PLAIN.contains(byte),
                false => *byte == b'"' || *byte < b' ',
            };
            if is_mark {
                found.push(at);
            }
            is_escaped = !is_escaped && *byte == b'\\';
        }
        found
    }

    fn all(line: &[u8]) -> Vec<usize> {
        let mut marks = Marks::new(line);
        let mut from = 0;
        std::iter::from_fn(|| {
            let at = marks.next(from)?;
            from = at + 1;
            Some(at)
        })
        .collect()
    }

    #[test]
    fn every_byte_is_told_apart() {
        for byte in 0..=u8::MAX {
            for before in ["", "\\", "\\\\", "\\\\\\"] {
                for length in [0, 15, 16, 60, 61, 62, 63, 64, 65, 130] {
                    let line = [&b"x".repeat(length), before.as_bytes(), &[byte], b"x"].concat();
                    assert_eq!(all(&line), by_bytes(&line), "{before}{byte} at {length}");
                }
            }
        }
    }

    #[test]
    fn marks_before_the_place_are_passed_over() {
        let line = "a\"b\"".repeat(50);
        for from in 0..=line.len() {
            let expected = by_bytes(line.as_bytes()).into_iter().find(|at| *at >= from);
            assert_eq!(Marks::new(line.as_bytes()).next(from), expected);
        }
    }

    proptest! {
        #[test]
        fn series_of_backslashes_are_read_as_by_the_byte(line in "[\\\\\\\\\\\\\"nu/x\n]{0,300}") {
            prop_assert_eq!(all(line.as_bytes()), by_bytes(line.as_bytes()));
        }
    }
}
