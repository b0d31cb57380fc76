//! Texts, each read by itself: cleaned, cut into sentences, marked with the lexicon. Whoever judges
//! a ticket again, or while its comments still come, keeps them, so that no text is read twice.

use std::sync::Arc;

use chrono::NaiveDate;

use super::docs::Line;
use crate::lexicon::Lexicon;
use crate::text::{Readable, Reader, paragraphs, sentences};
use crate::ticket::{Comment, Record, day};

/// What was read of a ticket's texts, for [`Judge::assess_read`](crate::Judge::assess_read). It is
/// of the judge that read it.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    comments: Vec<Text>,
    organization: Vec<Text>,
}

/// One text, read; what is made of it depends on nothing else of the ticket.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// As the source has it, for quotes.
    pub(super) source: Arc<str>,
    reading: Reading,
    /// As read.
    pub(super) readable: Arc<Readable>,
    /// The author's own sentences.
    pub(super) own: Arc<[Line]>,
    /// Those of lines with `>` in a note: part of the note, unless they repeat a text of the ticket.
    pub(super) quoted: Vec<Line>,
}

/// How a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reading {
    is_html: bool,
    reader: Reader,
    /// Its dates are counted from this day.
    written: Option<NaiveDate>,
}

impl Texts {
    /// Reads comments that were not read before. `opened` is for those without a time of their own.
    pub(super) fn read(
        &mut self,
        lexicon: &Lexicon,
        comments: &[Comment],
        opened: Option<NaiveDate>,
    ) {
        let wanted = comments.iter().map(|comment| {
            let (text, is_html) = comment.text();
            let reading = Reading {
                is_html,
                reader: if comment.public {
                    Reader::Mail
                } else {
                    Reader::Note
                },
                written: comment.created_at.as_deref().and_then(day).or(opened),
            };
            (text, reading)
        });
        renew(&mut self.comments, lexicon, wanted);
    }

    /// Reads all of a ticket's texts that were not read before.
    pub(super) fn read_all(&mut self, lexicon: &Lexicon, record: &Record) {
        let opened = record.ticket.created_at.as_deref().and_then(day);
        self.read(lexicon, &record.comments, opened);
        let reading = Reading {
            is_html: false,
            reader: Reader::Note,
            written: opened,
        };
        let wanted = organization_texts(record).map(|text| (text, reading));
        renew(&mut self.organization, lexicon, wanted);
    }

    /// In the order of the record's comments.
    pub(super) fn comments(&self) -> &[Text] {
        &self.comments
    }

    /// In the order of [`organization_texts`].
    pub(super) fn organization(&self) -> &[Text] {
        &self.organization
    }
}

/// An organization's details and notes; empty ones too, so that each has its place.
pub(super) fn organization_texts(record: &Record) -> impl Iterator<Item = &str> {
    let organization = record.organization.iter();
    let texts = organization.flat_map(|organization| [&organization.details, &organization.notes]);
    texts.map(|text| text.as_deref().unwrap_or_default())
}

/// Keeps what stands where it is wanted, and reads the rest.
fn renew<'a>(
    texts: &mut Vec<Text>,
    lexicon: &Lexicon,
    wanted: impl Iterator<Item = (&'a str, Reading)>,
) {
    let mut count = 0;
    for (at, (source, reading)) in wanted.enumerate() {
        count = at + 1;
        let text = || Text::read(lexicon, source, reading);
        match texts.get_mut(at) {
            Some(known) if known.reading == reading && *known.source == *source => {}
            Some(other) => *other = text(),
            None => texts.push(text()),
        }
    }
    texts.truncate(count);
}

impl Text {
    fn read(lexicon: &Lexicon, source: &str, reading: Reading) -> Self {
        let readable = Readable::new(source, reading.is_html);
        let found = paragraphs(&readable.text, reading.reader);
        let lines = |paragraphs: &[_]| -> Vec<Line> {
            let sentences = sentences(&readable.text, paragraphs).into_iter();
            sentences
                .map(|sentence| Line::new(lexicon, sentence, reading.written))
                .collect()
        };
        Self {
            own: lines(&found.own).into(),
            quoted: lines(&found.quoted),
            source: source.into(),
            reading,
            readable: Arc::new(readable),
        }
    }

    /// The day it was written on, where known.
    pub(super) fn written(&self) -> Option<NaiveDate> {
        self.reading.written
    }

    /// Whether the customer does not see it.
    pub(super) fn is_internal(&self) -> bool {
        self.reading.reader == Reader::Note
    }
}
