//! The first look at a line: what the sieve asks for, without building anything.
//!
//! It walks the whole line, so that a line that is no record is never passed over in silence: what
//! it accepts, the full reading accepts as well. Where it is not sure it gives up, and the line is
//! read in full.

use super::marks::Marks;

/// What a record tells before its texts are read.
#[derive(Debug, Default)]
pub(super) struct Facts<'a> {
    /// The tags of the ticket and of its organization.
    pub(super) tags: Vec<&'a str>,
    /// The ticket's form.
    pub(super) form: Option<u64>,
    /// The texts that a judgement reads, as they are written between their quotes.
    pub(super) texts: Vec<Written<'a>>,
    /// Whether a comment has its text only as HTML.
    pub(super) html_only: bool,
}

/// A string as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) escapes: Escapes,
}

/// What kinds of escapes a string has; the last one of these that it has any of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Escapes {
    /// None but those of two characters that stand for a mark, a tab or the end of a line.
    Short,
    /// Some of a mark's number.
    OfMarks,
    /// Some that may stand for a letter, or for nothing.
    Odd,
}

/// Looks at a line; `None` where it has to be read in full.
pub(super) fn skim(line: &[u8]) -> Option<Facts<'_>> {
    let mut skim = Skim {
        bytes: line,
        marks: Marks::new(line),
        at: 0,
        depth: 0,
        known: [&[]; 8],
        facts: Facts::default(),
    };
    skim.record()?;
    skim.space();
    (skim.at == line.len()).then_some(skim.facts)
}

/// Deeper nesting is left to the full reading, which allows a little more.
const DEEPEST: usize = 100;

struct Skim<'a> {
    bytes: &'a [u8],
    marks: Marks<'a>,
    at: usize,
    depth: usize,
    /// Objects in comments that were walked already, by the lengths of their keys.
    known: [&'a [u8]; 8],
    facts: Facts<'a>,
}

impl<'a> Skim<'a> {
    fn record(&mut self) -> Option<()> {
        let mut seen = Seen::default();
        self.object(|skim, key| match key {
            b"ticket" => {
                seen.once(0)?;
                skim.ticket()
            }
            b"organization" => {
                seen.once(1)?;
                skim.organization()
            }
            b"comments" => {
                seen.once(2)?;
                skim.comments()
            }
            b"today" => {
                seen.once(3)?;
                skim.day()
            }
            b"expected" => {
                seen.once(4)?;
                if skim.null() {
                    return Some(());
                }
                skim.object(|skim, _| skim.value())
            }
            // A page of an export is no record.
            b"tickets" => None,
            _ => skim.value(),
        })?;
        // A record without `ticket` is an error, which the full reading tells.
        (seen.has(0)).then_some(())
    }

    fn ticket(&mut self) -> Option<()> {
        let mut seen = Seen::default();
        self.object(|skim, key| match key {
            b"id" => {
                seen.once(0)?;
                skim.whole_number().map(drop)
            }
            b"tags" => {
                seen.once(1)?;
                skim.tags()
            }
            b"ticket_form_id" => {
                seen.once(2)?;
                if !skim.null() {
                    skim.facts.form = Some(skim.whole_number()?);
                }
                Some(())
            }
            _ => skim.value(),
        })
    }

    fn organization(&mut self) -> Option<()> {
        if self.null() {
            return Some(());
        }
        let mut seen = Seen::default();
        self.object(|skim, key| match key {
            b"tags" => {
                seen.once(0)?;
                skim.tags()
            }
            b"notes" | b"details" if skim.peek() == Some(b'"') => {
                let text = skim.string()?;
                skim.facts.texts.push(text);
                Some(())
            }
            _ => skim.value(),
        })
    }

    fn tags(&mut self) -> Option<()> {
        if self.null() {
            return Some(());
        }
        self.array(|skim| {
            let tag = skim.plain_string()?;
            skim.facts.tags.push(tag);
            Some(())
        })
    }

    fn comments(&mut self) -> Option<()> {
        if self.null() {
            return Some(());
        }
        self.array(Self::comment)
    }

    /// As `Comment::text` of the core chooses; a key that comes twice counts as it came last.
    fn comment(&mut self) -> Option<()> {
        let (mut plain, mut body, mut html) = (None, None, false);
        self.object(|skim, key| {
            let is_text = skim.peek() == Some(b'"');
            match key {
                b"plain_body" if is_text => plain = Some(skim.string()?),
                b"body" if is_text => body = Some(skim.string()?),
                _ => {
                    match key {
                        b"plain_body" => plain = None,
                        b"body" => body = None,
                        b"html_body" => html |= is_text,
                        _ => {}
                    }
                    skim.of_comment(key)?;
                }
            }
            Some(())
        })?;
        match plain.or(body) {
            Some(text) => self.facts.texts.push(text),
            None => self.facts.html_only |= html,
        }
        Some(())
    }

    /// A value that says nothing. Of what programs write beside a text most is the same in all
    /// comments: an object that is written as an earlier one, and so is as sound, is passed over.
    fn of_comment(&mut self, key: &[u8]) -> Option<()> {
        if self.peek() != Some(b'{') {
            return self.value();
        }
        let rest = self.bytes.get(self.at..)?;
        let known = self.known.get(key.len() % 8)?;
        if !known.is_empty() && rest.starts_with(known) {
            self.at += known.len();
            return Some(());
        }
        let start = self.at;
        self.value()?;
        *self.known.get_mut(key.len() % 8)? = self.bytes.get(start..self.at)?;
        Some(())
    }

    fn day(&mut self) -> Option<()> {
        if self.null() {
            return Some(());
        }
        let day = self.plain_string()?;
        (is_plain_day(day.as_bytes()) || day.parse::<ferry_core::NaiveDate>().is_ok()).then_some(())
    }

    fn value(&mut self) -> Option<()> {
        match self.peek()? {
            b'"' => self.string().map(drop),
            b'{' => self.object(|skim, _| skim.value()),
            b'[' => self.array(Self::value),
            b't' => self.literal(b"true"),
            b'f' => self.literal(b"false"),
            b'n' => self.literal(b"null"),
            _ => self.number(),
        }
    }

    /// Walks an object; `member` gets each key as written and takes the value.
    fn object(&mut self, mut member: impl FnMut(&mut Self, &'a [u8]) -> Option<()>) -> Option<()> {
        self.open(b'{')?;
        if !self.take(b'}') {
            loop {
                self.space();
                let key = self.key()?;
                self.expect(b':')?;
                self.space();
                member(self, key)?;
                if !self.take(b',') {
                    break;
                }
            }
            self.expect(b'}')?;
        }
        self.depth -= 1;
        Some(())
    }

    fn array(&mut self, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.open(b'[')?;
        if !self.take(b']') {
            loop {
                self.space();
                item(self)?;
                if !self.take(b',') {
                    break;
                }
            }
            self.expect(b']')?;
        }
        self.depth -= 1;
        Some(())
    }

    fn open(&mut self, mark: u8) -> Option<()> {
        self.depth += 1;
        (self.depth <= DEEPEST).then_some(())?;
        self.expect(mark)
    }

    /// A key without escapes: written with them it may be one of those that are looked for.
    #[inline]
    fn key(&mut self) -> Option<&'a [u8]> {
        (self.peek() == Some(b'"')).then_some(())?;
        let start = self.at + 1;
        let end = self.marks.next(start)?;
        let key = self.bytes.get(start..end)?;
        let is_whole = self.bytes.get(end) == Some(&b'"');
        self.at = end + 1;
        (is_whole && !key.contains(&b'\\')).then_some(key)
    }

    #[inline]
    fn string(&mut self) -> Option<Written<'a>> {
        self.expect(b'"')?;
        let start = self.at;
        let mut escapes = Escapes::Short;
        loop {
            self.at = self.marks.next(self.at)?;
            match self.bytes.get(self.at)? {
                // After a backslash it would be no mark.
                b'"' => {
                    let bytes = self.bytes.get(start..self.at)?;
                    self.at += 1;
                    return Some(Written { bytes, escapes });
                }
                b' '.. => escapes = escapes.max(self.rare_escape()?),
                // A control character, which no reader takes.
                _ => return None,
            }
        }
    }

    /// Walks over the rest of an escape that is a mark of its own.
    #[cold]
    #[inline(never)]
    fn rare_escape(&mut self) -> Option<Escapes> {
        let (kind, length) = match self.bytes.get(self.at)? {
            b'/' | b'r' | b't' => (Escapes::Short, 1),
            b'b' | b'f' => (Escapes::Odd, 1),
            b'u' => {
                let digits = self.bytes.get(self.at + 1..self.at + 5)?;
                // Halves of a pair are left to the full reading, which knows which ones fit.
                let c = char::from_u32(hex(digits)?)?;
                // Some programs write all of `<`, `>` and `&` so.
                match c.is_ascii_punctuation() {
                    true => (Escapes::OfMarks, 5),
                    false => (Escapes::Odd, 5),
                }
            }
            _ => return None,
        };
        self.at += length;
        Some(kind)
    }

    fn plain_string(&mut self) -> Option<&'a str> {
        let string = self.string()?.bytes;
        (!string.contains(&b'\\')).then_some(())?;
        std::str::from_utf8(string).ok()
    }

    fn whole_number(&mut self) -> Option<u64> {
        let digits = self.digits()?;
        let next = self.peek();
        (!matches!(next, Some(b'.' | b'e' | b'E'))).then_some(())?;
        std::str::from_utf8(digits).ok()?.parse().ok()
    }

    fn number(&mut self) -> Option<()> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        self.digits()?;
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.fraction()?;
        }
        // A number with an exponent may be too large for the full reading.
        (!matches!(self.peek(), Some(b'e' | b'E'))).then_some(())
    }

    /// A whole number, at most as long as every reader takes.
    fn digits(&mut self) -> Option<&'a [u8]> {
        let digits = self.fraction()?;
        (digits.len() == 1 || !digits.starts_with(b"0")).then_some(digits)
    }

    fn fraction(&mut self) -> Option<&'a [u8]> {
        let rest = self.bytes.get(self.at..)?;
        let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += length;
        (1..=18).contains(&length).then(|| rest.get(..length))?
    }

    fn null(&mut self) -> bool {
        self.peek() == Some(b'n') && self.literal(b"null").is_some()
    }

    fn literal(&mut self, word: &[u8]) -> Option<()> {
        self.bytes.get(self.at..)?.starts_with(word).then_some(())?;
        self.at += word.len();
        Some(())
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    fn space(&mut self) {
        if self.peek() == Some(b' ') {
            self.spaces();
        }
    }

    #[inline(never)]
    fn spaces(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    #[inline]
    fn take(&mut self, mark: u8) -> bool {
        self.space();
        let there = self.peek() == Some(mark);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, mark: u8) -> Option<()> {
        self.take(mark).then_some(())
    }
}

/// Whether a text is a day of any year, as `2026-11-23`; told of most of them, not of all.
fn is_plain_day(text: &[u8]) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else {
        return false;
    };
    let year = [y1, y2, y3, y4].iter().all(|digit| digit.is_ascii_digit());
    year && matches!((m1, m2), (b'0', b'1'..=b'9') | (b'1', b'0'..=b'2'))
        && matches!(
            (d1, d2),
            (b'0', b'1'..=b'9') | (b'1', b'0'..=b'9') | (b'2', b'0'..=b'8')
        )
}

/// The value of hexadecimal digits.
pub(super) fn hex(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, digit| {
        Some(value * 16 + char::from(*digit).to_digit(16)?)
    })
}

/// Which keys an object has had; of a key that comes twice the full reading takes the last.
#[derive(Default)]
struct Seen(u8);

impl Seen {
    fn once(&mut self, key: u8) -> Option<()> {
        let fresh = !self.has(key);
        self.0 |= 1 << key;
        fresh.then_some(())
    }

    fn has(&self, key: u8) -> bool {
        self.0 & (1 << key) != 0
    }
}
