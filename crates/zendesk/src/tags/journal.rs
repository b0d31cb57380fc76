//! What was done to tickets in this session, for the sidebar and for the note that agents owe
//! each other after a tag change.

use super::report::Report;
use super::words::joined;

/// One change and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When, as the caller writes times.
    pub at: String,
    /// On which ticket.
    pub ticket: u64,
    /// What was asked for: "add a; remove b".
    pub what: String,
    /// Whether it took back an earlier change.
    pub undoes: bool,
    /// The result in sentences, for the note.
    pub result: String,
    /// The result, for whoever shows it in another language.
    pub report: Report,
}

/// The changes of a session, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journal {
    entries: Vec<Entry>,
}

impl Entry {
    /// Describes `report`, which ended at `at`.
    pub fn new(at: impl Into<String>, report: &Report) -> Self {
        let change = &report.change;
        let asked = [("add", change.add()), ("remove", change.remove())];
        let asked = asked.iter().filter(|(_, tags)| !tags.is_empty());
        let parts = asked.map(|(verb, tags)| format!("{verb} {}", joined(tags)));
        Self {
            at: at.into(),
            ticket: change.ticket(),
            what: parts.collect::<Vec<_>>().join("; "),
            undoes: change.undoes(),
            result: report.to_string(),
            report: report.clone(),
        }
    }
}

impl Journal {
    /// Adds the newest entry.
    pub fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// What was done to `ticket`, oldest first.
    pub fn of(&self, ticket: u64) -> impl Iterator<Item = &Entry> {
        self.entries
            .iter()
            .filter(move |entry| entry.ticket == ticket)
    }

    /// What was done to `ticket` as the plain text of an internal note; `None`: nothing.
    pub fn note(&self, ticket: u64) -> Option<String> {
        let lines: Vec<String> = self.of(ticket).map(line).collect();
        (!lines.is_empty()).then(|| {
            format!(
                "Support-level tags (changed with Ferry):\n{}",
                lines.concat()
            )
        })
    }
}

fn line(entry: &Entry) -> String {
    let Entry {
        at,
        what,
        undoes,
        result,
        ..
    } = entry;
    let undo = if *undoes { "undo: " } else { "" };
    format!("- {at}: {undo}{what}. {result}\n")
}
