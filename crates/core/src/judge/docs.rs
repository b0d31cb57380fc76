//! All texts of a ticket with who wrote them, in the order in which they count.

use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::{FxHashSet, FxHasher};

use super::texts::{Text, Texts};
use crate::assessment::Source;
use crate::dates::{self, DateMention};
use crate::lexicon::{Class, Lexicon, Mark};
use crate::signals::frame;
use crate::text::{Readable, Sentence};
use crate::ticket::{Comment, Record};

/// Which tokens of a line.
pub(crate) type Place = Range<usize>;

/// One text of the ticket.
#[derive(Debug)]
pub(crate) struct Doc {
    /// Where it stands.
    pub(crate) source: Source,
    /// The text as the source has it, for quotes.
    pub(crate) source_text: Arc<str>,
    /// The text as read.
    pub(crate) readable: Arc<Readable>,
    /// Who wrote it.
    pub(crate) author: Author,
    /// Whether the customer does not see it.
    pub(crate) internal: bool,
    /// The day it was written on, where known.
    pub(crate) date: Option<NaiveDate>,
    /// Its sentences.
    pub(crate) lines: Arc<[Line]>,
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
#[derive(Debug, Clone)]
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
    /// Marks a sentence that was written on a day.
    pub(super) fn new(lexicon: &Lexicon, sentence: Sentence, written: Option<NaiveDate>) -> Self {
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

/// All texts: copies of the organization's notes by a program first, then the notes themselves,
/// then all other comments, oldest first.
pub(crate) fn in_order(record: &Record, texts: &Texts) -> Vec<Doc> {
    let (mut copies, mut notes, mut others) = (Vec::new(), Vec::new(), Vec::new());
    let all = || texts.comments().iter().chain(texts.organization());
    let mut said = Said {
        known: FxHashSet::default(),
        is_asked: all().any(|text| !text.quoted.is_empty()),
    };
    for (comment, text) in record.comments.iter().zip(texts.comments()) {
        let author = author(record, comment);
        let source = Source::Comment {
            comment_id: comment.id,
        };
        let into = if author == Author::Bot {
            &mut copies
        } else {
            &mut others
        };
        into.push(said.doc(source, text, author));
    }
    let sources = [Source::OrganizationDetails, Source::OrganizationNotes];
    for (source, text) in sources.into_iter().zip(texts.organization()) {
        if !text.source.trim().is_empty() {
            notes.push(said.doc(source, text, Author::Organization));
        }
    }
    copies.append(&mut notes);
    copies.append(&mut others);
    copies
}

fn author(record: &Record, comment: &Comment) -> Author {
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
    match (
        staff || (!known && !comment.public && !is_requester),
        by_program,
    ) {
        (true, true) if !comment.public => Author::Bot,
        (true, _) => Author::Staff,
        (false, _) => Author::Customer,
    }
}

/// What the texts up to here said, to tell repetitions.
struct Said {
    known: FxHashSet<u64>,
    /// Whether any text quotes: if not, nothing need be known.
    is_asked: bool,
}

impl Said {
    fn doc(&mut self, source: Source, text: &Text, author: Author) -> Doc {
        if self.is_asked {
            let own = text.own.iter();
            self.known
                .extend(own.map(|line| fingerprint(&line.sentence)));
        }
        let mut lines = Arc::clone(&text.own);
        if !text.quoted.is_empty() {
            let quoted = text.quoted.iter();
            let new = quoted.filter(|line| !self.known.contains(&fingerprint(&line.sentence)));
            let mut all = text.own.to_vec();
            let start = |line: &Line| line.sentence.range().start;
            for line in new {
                let place = all.partition_point(|other| start(other) <= start(line));
                all.insert(place, line.clone());
            }
            lines = all.into();
        }
        let first = lines.first().map(|line| &line.sentence);
        if author == Author::Customer && first.is_some_and(is_automatic_reply) {
            lines = Arc::default();
        }
        Doc {
            source,
            source_text: Arc::clone(&text.source),
            readable: Arc::clone(&text.readable),
            author,
            internal: text.is_internal(),
            date: text.written(),
            lines,
        }
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
