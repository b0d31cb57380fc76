//! Which offering the ticket is about: by its form, or else by subject and first comment.

use std::ops::Range;

use crate::assessment::{Conclusion, Evidence, Source};
use crate::judge::{Author, Doc, Line, evidence};
use crate::lexicon::{Class, Lexicon, beside};
use crate::policy::Policy;
use crate::signals::frame;
use crate::text::{Reader, paragraphs, sentences};
use crate::ticket::Record;

/// What the ticket is about, and why.
#[derive(Debug, Default)]
pub(crate) struct Problem {
    /// The offering's place in the policy.
    pub(crate) offering: Option<usize>,
    /// Why.
    pub(crate) evidence: Vec<Evidence>,
}

impl Problem {
    /// As the engineer says.
    pub(crate) fn chosen(offering: usize) -> Self {
        Self {
            offering: Some(offering),
            evidence: Vec::new(),
        }
    }
}

pub(crate) fn find(policy: &Policy, lexicon: &Lexicon, record: &Record, docs: &[Doc]) -> Problem {
    let form = record
        .ticket
        .ticket_form_id
        .and_then(|id| policy.forms.iter().find(|form| form.id == id));
    if let Some(offering) = form.and_then(|form| form.offering.as_ref()) {
        let id = record.ticket.ticket_form_id.unwrap_or_default().to_string();
        return Problem {
            offering: policy
                .offerings
                .iter()
                .position(|entry| &entry.id == offering),
            evidence: vec![Evidence {
                source: Source::TicketForm,
                start: 0,
                end: id.len(),
                quote: id,
                supports: Conclusion::ProblemOffering,
            }],
        };
    }
    by_subject(lexicon, record).unwrap_or_else(|| by_first_comment(record, docs))
}

/// The subject decides where it names exactly one offering, and no move from or to it.
fn by_subject(lexicon: &Lexicon, record: &Record) -> Option<Problem> {
    let subject = record.ticket.subject.as_deref()?;
    let mut named: Vec<(u8, Range<usize>)> = Vec::new();
    for sentence in sentences(subject, &paragraphs(subject, Reader::Mail).own) {
        let marks = lexicon.marks(&sentence.tokens);
        let moves = marks
            .iter()
            .any(|mark| matches!(mark.class, Class::Move | Class::Leave | Class::Carry));
        for mark in &marks {
            let Class::Offering(index) = mark.class else {
                continue;
            };
            let before = mark
                .tokens
                .start
                .checked_sub(1)
                .and_then(|before| sentence.tokens.get(before));
            let is_end = before.is_some_and(|token| {
                matches!(
                    token.norm.as_str(),
                    "from" | "to" | "into" | "->" | "off" | "leaving"
                )
            });
            let arrow = sentence
                .tokens
                .get(mark.tokens.end)
                .is_some_and(|token| token.is("->"));
            if (is_end && moves) || arrow {
                continue;
            }
            named.push((index, sentence.tokens.get(mark.tokens.start)?.range.clone()));
        }
    }
    let (index, range) = named.first()?.clone();
    named
        .iter()
        .all(|(other, _)| *other == index)
        .then(|| Problem {
            offering: Some(usize::from(index)),
            evidence: vec![Evidence {
                source: Source::TicketSubject,
                start: range.start,
                end: range.end,
                quote: subject.get(range).unwrap_or_default().to_owned(),
                supports: Conclusion::ProblemOffering,
            }],
        })
}

/// The requester's first public comment decides where only one offering is where things happen
/// or go wrong.
fn by_first_comment(record: &Record, docs: &[Doc]) -> Problem {
    let first = record.comments.iter().find(|comment| {
        comment.public
            && comment.author_id.is_some()
            && comment.author_id == record.ticket.requester_id
    });
    let Some(doc) = first.and_then(|comment| {
        docs.iter().find(|doc| {
            doc.author == Author::Customer
                && doc.source
                    == Source::Comment {
                        comment_id: comment.id,
                    }
        })
    }) else {
        return Problem::default();
    };
    let mut places: Vec<(usize, bool, Evidence)> = Vec::new();
    for line in doc.lines.iter() {
        for (index, mark) in line
            .offerings_in(&line.all())
            .filter(|(_, mark)| matches!(mark.class, Class::Offering(_)))
        {
            if happens_there(line, mark.tokens.start, mark.tokens.end) {
                let trouble = line.has(Class::Trouble);
                places.push((
                    index,
                    trouble,
                    evidence(doc, line, &mark.tokens, Conclusion::ProblemOffering),
                ));
            }
        }
    }
    let troubled: Vec<_> = places.iter().filter(|(_, trouble, _)| *trouble).collect();
    let decisive = if troubled.is_empty() {
        places.iter().collect()
    } else {
        troubled
    };
    match decisive.split_first() {
        Some((first, others)) if others.iter().all(|other| other.0 == first.0) => Problem {
            offering: Some(first.0),
            evidence: vec![first.2.clone()],
        },
        _ => Problem::default(),
    }
}

/// Whether a mention says where something is, rather than what is moved, bought or compared.
fn happens_there(line: &Line, start: usize, end: usize) -> bool {
    let clause = frame::clause(line, start);
    // "from the license file to cloud licensing" compares nothing.
    let fine = line
        .marks_in(Class::Fine, &clause)
        .any(|mark| !matches!(line.word(mark.tokens.end), "file" | "key" | "code"));
    let compared = fine && !line.has_in(Class::Trouble, &clause);
    let is_end_of_move = frame::roles(line, &clause).iter().any(|role| {
        role.place.start == start
            && matches!(role.kind, frame::RoleKind::From | frame::RoleKind::To)
    }) && [Class::Move, Class::Leave]
        .into_iter()
        .any(|class| line.has_in(class, &clause));
    let licence = (end..(end + 3).min(clause.end))
        .chain(start.saturating_sub(3).max(clause.start)..start)
        .any(|at| beside::LICENCE.contains(&line.word(at)));
    !compared && !is_end_of_move && !licence
}
