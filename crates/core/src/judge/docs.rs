//! All texts of a ticket, cleaned, cut into sentences and marked with the lexicon, in the order
//! in which they count.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use chrono::NaiveDate;
use rustc_hash::{FxHashSet, FxHasher};

use crate::assessment::Source;
use crate::dates::{self, DateMention};
use crate::lexicon::{Class, Lexicon, Mark};
use crate::signals::frame;
use crate::text::{Readable, Reader, Sentence, paragraphs, sentences};
use crate::ticket::{Comment, Record};

/// Which tokens of a line.
pub(crate) type Place = Range<usize>;

/// One text of the ticket.
#[derive(Debug)]
pub(crate) struct Doc {
    /// Where it stands.
    pub(crate) source: Source,
    /// The text as the source has it, for quotes.
    pub(crate) source_text: String,
    /// The text as read.
    pub(crate) readable: Readable,
    /// Who wrote it.
    pub(crate) author: Author,
    /// Whether the customer does not see it.
    pub(crate) internal: bool,
    /// The day it was written on, where known.
    pub(crate) date: Option<NaiveDate>,
    /// Its sentences.
    pub(crate) lines: Vec<Line>,
}

impl Doc {
    /// The line that stands at a byte of the text, with all its tokens.
    pub(crate) fn line_at(&self, byte: usize) -> Option<(usize, Place)> {
        let at = self
            .lines
            .iter()
            .position(|line| line.sentence.range().end > byte)?;
        Some((at, self.lines.get(at)?.all()))
    }
}

/// Who wrote a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Author {
    /// The requester or somebody else who is no colleague.
    Customer,
    /// An agent or administrator.
    Staff,
    /// A program that copies the organization's notes.
    Bot,
    /// The organization's own notes and details.
    Organization,
}

/// A sentence with what was found in it.
#[derive(Debug)]
pub(crate) struct Line {
    /// Its tokens.
    pub(crate) sentence: Sentence,
    /// The lexicon's phrases in it.
    pub(crate) marks: Vec<Mark>,
    /// The dates in it.
    pub(crate) dates: Vec<DateMention>,
    /// Its parts between marks and words after which something new begins.
    pub(crate) clauses: Vec<Place>,
}

impl Line {
    fn new(lexicon: &Lexicon, sentence: Sentence, written: Option<NaiveDate>) -> Self {
        Self {
            marks: lexicon.marks(&sentence.tokens),
            dates: dates::find(&sentence.tokens, written),
            clauses: frame::clauses(&sentence),
            sentence,
        }
    }

    pub(crate) fn has(&self, class: Class) -> bool {
        self.marks.iter().any(|mark| mark.class == class)
    }

    pub(crate) fn has_in(&self, class: Class, place: &Place) -> bool {
        self.marks_in(class, place).next().is_some()
    }

    /// Whether one of some words stands in a place.
    pub(crate) fn says(&self, place: &Place, words: &[&str]) -> bool {
        place.clone().any(|at| words.contains(&self.word(at)))
    }

    pub(crate) fn marks_in<'a>(
        &'a self,
        class: Class,
        place: &'a Place,
    ) -> impl Iterator<Item = &'a Mark> {
        self.inside(place).filter(move |mark| mark.class == class)
    }

    /// The phrases that stand in a place as a whole.
    fn inside<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Mark> {
        self.marks
            .iter()
            .filter(|mark| mark.tokens.start >= place.start && mark.tokens.end <= place.end)
    }

    /// Whether an offering is called by one of its names.
    pub(crate) fn names_offering(&self) -> bool {
        self.marks
            .iter()
            .any(|mark| matches!(mark.class, Class::Offering(_)))
    }

    /// Offerings named or described in a place, in order.
    pub(crate) fn offerings_in<'a>(
        &'a self,
        place: &'a Place,
    ) -> impl Iterator<Item = (usize, &'a Mark)> {
        self.inside(place).filter_map(|mark| match mark.class {
            Class::Offering(index) | Class::Described(index) => Some((usize::from(index), mark)),
            _ => None,
        })
    }

    pub(crate) fn levels_in<'a>(
        &'a self,
        place: &'a Place,
    ) -> impl Iterator<Item = (usize, &'a Mark)> {
        self.inside(place).filter_map(|mark| match mark.class {
            Class::Level(index) => Some((usize::from(index), mark)),
            _ => None,
        })
    }

    pub(crate) fn all(&self) -> Place {
        0..self.sentence.tokens.len()
    }

    pub(crate) fn word(&self, at: usize) -> &str {
        self.sentence
            .tokens
            .get(at)
            .map_or("", |token| token.norm.as_str())
    }
}

/// Reads all texts: copies of the organization's notes by a program first, then the notes
/// themselves, then all other comments, oldest first.
pub(crate) fn read(lexicon: &Lexicon, record: &Record) -> Vec<Doc> {
    let mut comments: Vec<(u8, Doc)> = Vec::new();
    let mut seen = FxHashSet::default();
    let opened = record.ticket.created_at.as_deref().and_then(day);
    for comment in &record.comments {
        let doc = comment_doc(lexicon, record, comment, &mut seen, opened);
        comments.push((if doc.author == Author::Bot { 0 } else { 2 }, doc));
    }
    if let Some(organization) = &record.organization {
        let fields = [
            (Source::OrganizationDetails, &organization.details),
            (Source::OrganizationNotes, &organization.notes),
        ];
        for (source, text) in fields {
            let text = text.as_deref().unwrap_or_default();
            if !text.trim().is_empty() {
                let doc = make(
                    lexicon,
                    source,
                    text,
                    false,
                    Author::Organization,
                    true,
                    opened,
                    &mut seen,
                );
                comments.push((1, doc));
            }
        }
    }
    comments.sort_by_key(|(rank, _)| *rank);
    comments.into_iter().map(|(_, doc)| doc).collect()
}

/// The day of an RFC 3339 time stamp.
pub(crate) fn day(stamp: &str) -> Option<NaiveDate> {
    stamp.get(..10).and_then(|date| date.parse().ok())
}

fn comment_doc(
    lexicon: &Lexicon,
    record: &Record,
    comment: &Comment,
    seen: &mut FxHashSet<u64>,
    opened: Option<NaiveDate>,
) -> Doc {
    let staff = comment.author_id.is_some_and(|author| {
        record
            .users
            .iter()
            .any(|user| user.id == author && user.is_staff())
    });
    let is_requester =
        comment.author_id.is_some() && comment.author_id == record.ticket.requester_id;
    let known = comment
        .author_id
        .is_some_and(|author| record.users.iter().any(|user| user.id == author));
    let by_program = comment.via.as_ref().and_then(|via| via.channel.as_deref()) == Some("api");
    // Only colleagues write internal comments; an author that is not side-loaded is told so.
    let author = match (
        staff || (!known && !comment.public && !is_requester),
        by_program,
    ) {
        (true, true) if !comment.public => Author::Bot,
        (true, _) => Author::Staff,
        (false, _) => Author::Customer,
    };
    let (text, is_html) = comment.text();
    let source = Source::Comment {
        comment_id: comment.id,
    };
    let date = comment.created_at.as_deref().and_then(day).or(opened);
    make(
        lexicon,
        source,
        text,
        is_html,
        author,
        !comment.public,
        date,
        seen,
    )
}

#[allow(clippy::too_many_arguments)]
fn make(
    lexicon: &Lexicon,
    source: Source,
    text: &str,
    is_html: bool,
    author: Author,
    internal: bool,
    date: Option<NaiveDate>,
    seen: &mut FxHashSet<u64>,
) -> Doc {
    let readable = Readable::new(text, is_html);
    let reader = if internal { Reader::Note } else { Reader::Mail };
    let found = paragraphs(&readable.text, reader);
    let mut own = sentences(&readable.text, &found.own);
    own.iter().for_each(|sentence| {
        seen.insert(fingerprint(sentence));
    });
    let quoted = sentences(&readable.text, &found.quoted);
    own.extend(
        quoted
            .into_iter()
            .filter(|sentence| !seen.contains(&fingerprint(sentence))),
    );
    own.sort_by_key(|sentence| sentence.range().start);
    if author == Author::Customer && own.first().is_some_and(is_automatic_reply) {
        own.clear();
    }
    let lines = own
        .into_iter()
        .map(|sentence| Line::new(lexicon, sentence, date))
        .collect();
    Doc {
        source,
        source_text: text.to_owned(),
        readable,
        author,
        internal,
        date,
        lines,
    }
}

/// "Automatic reply: I'm out of the office until ...": nobody wrote it for this ticket.
fn is_automatic_reply(first: &Sentence) -> bool {
    let text: Vec<&str> = first
        .tokens
        .iter()
        .map(|token| token.norm.as_str())
        .collect();
    let text = text.join(" ");
    [
        "automatic reply",
        "automatic response",
        "auto reply",
        "autoreply",
        "out of office",
        "out of the office",
        "automatische antwort",
        "abwesenheitsnotiz",
        "reponse automatique",
        "respuesta automatica",
    ]
    .iter()
    .any(|mark| text.contains(mark))
}

/// Tells whether two sentences say the same, however they are wrapped.
fn fingerprint(sentence: &Sentence) -> u64 {
    let mut hasher = FxHasher::default();
    for token in &sentence.tokens {
        token.norm.hash(&mut hasher);
    }
    hasher.finish()
}
