//! The bytes at which a string of JSON may end or be broken, found 64 bytes at a time.

use wide::u8x16;

/// Bytes that are looked at in one go: as many as a mask has bits.
const STEP: usize = 64;

/// Walks over the quotes, backslashes and control characters of a line.
#[derive(Debug)]
pub(super) struct Marks<'a> {
    bytes: &'a [u8],
    /// Where the stretch starts that `mask` tells of.
    start: usize,
    /// A bit for each byte of the stretch, the first one lowest: whether it is a mark.
    mask: u64,
}

impl<'a> Marks<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            start: 0,
            mask: mask(bytes),
        }
    }

    /// The place of the first mark at or after `from`.
    #[inline]
    pub(super) fn next(&mut self, mut from: usize) -> Option<usize> {
        loop {
            let offset = from.wrapping_sub(self.start);
            if offset < STEP {
                let left = self.mask & (u64::MAX << offset);
                if left != 0 {
                    return Some(self.start + left.trailing_zeros() as usize);
                }
                from = self.start + STEP;
            }
            let rest = self.bytes.get(from..).filter(|rest| !rest.is_empty())?;
            (self.start, self.mask) = (from, mask(rest));
        }
    }
}

/// The marks among the first bytes.
#[inline]
fn mask(bytes: &[u8]) -> u64 {
    if let Some(stretch) = bytes.first_chunk() {
        return mask_of(stretch);
    }
    // The end of the line, filled up with what is no mark.
    let mut stretch = [b' '; STEP];
    for (slot, byte) in stretch.iter_mut().zip(bytes) {
        *slot = *byte;
    }
    mask_of(&stretch)
}

#[inline]
fn mask_of(stretch: &[u8; STEP]) -> u64 {
    let (quote, backslash) = (u8x16::splat(b'"'), u8x16::splat(b'\\'));
    let last_control = u8x16::splat(0x1f);
    let (parts, _) = stretch.as_chunks();
    parts.iter().rev().fold(0, |mask, part| {
        let part = u8x16::new(*part);
        let marks =
            part.simd_eq(quote) | part.simd_eq(backslash) | part.simd_eq(part.min(last_control));
        (mask << 16) | u64::from(marks.to_bitmask())
    })
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn marks_are_found_wherever_they_stand() {
        // Longer than two stretches, so that marks stand at their borders and in the last one.
        for length in [0, 1, 15, 16, 17, 63, 64, 65, 128, 200] {
            for mark in [b'"', b'\\', b'\n', 0, 0x1f] {
                for at in 0..length {
                    let mut line = vec![b'x'; length];
                    line[at] = mark;
                    for from in 0..=length {
                        let expected = (from <= at).then_some(at);
                        assert_eq!(Marks::new(&line).next(from), expected);
                    }
                }
            }
        }
    }

    #[test]
    fn every_byte_is_told_apart() {
        for byte in 0..=u8::MAX {
            let is_mark = matches!(byte, b'"' | b'\\' | 0..=0x1f);
            assert_eq!(Marks::new(&[byte]).next(0).is_some(), is_mark, "{byte}");
            assert_eq!(Marks::new(&[byte; 64]).next(63).is_some(), is_mark);
        }
    }
}
