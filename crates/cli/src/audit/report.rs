//! How what was found is written: for people, for spreadsheets, for programs.

use std::fmt::Write as _;

use anyhow::Result;
use ferry_core::{Assessment, Policy, Stage};
use serde_json::Value;

use crate::assess;

/// The form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Columns for people.
    Table,
    /// Comma-separated values with a heading, for spreadsheets.
    Csv,
    /// The lines that `ferry assess` gives for these tickets.
    Jsonl,
}

/// Writes rows in one form.
#[derive(Debug)]
pub(super) struct Report {
    format: Format,
    /// The host of links, over the tickets' own.
    host: Option<String>,
    /// The host of links where nothing names one.
    usual_host: Option<String>,
    widths: Widths,
}

/// Fixed widths, so that rows can be written as they are found.
#[derive(Debug)]
struct Widths {
    offering: usize,
    level: usize,
    link: usize,
}

/// As long as the longest stage's name.
const STAGE: usize = 17;

/// Digits of a ticket's number for which room is kept.
const DIGITS: usize = 8;

const COLUMNS: [&str; 10] = [
    "ticket",
    "stage",
    "from",
    "to",
    "level",
    "date",
    "link",
    "remove",
    "add",
    "ops_issue",
];

impl Report {
    pub(super) fn new(policy: &Policy, format: Format, host: Option<String>) -> Self {
        let longest = |names: &mut dyn Iterator<Item = &String>| {
            names.map(String::len).max().unwrap_or_default()
        };
        let hosts = policy.hosts.iter().map(|entry| entry.host.len()).max();
        let host_width = host.as_ref().map(String::len).or(hosts).unwrap_or_default();
        Self {
            format,
            host,
            usual_host: policy.hosts.first().map(|entry| entry.host.clone()),
            widths: Widths {
                offering: longest(&mut policy.offerings.iter().map(|entry| &entry.id.0)).max(4),
                level: longest(&mut policy.levels.iter().map(|entry| &entry.id.0)).max(5),
                link: link_to("", 0).len() - 1 + host_width + DIGITS,
            },
        }
    }

    /// What comes before the first row.
    pub(super) fn heading(&self) -> String {
        match self.format {
            Format::Table => self.line(&COLUMNS.map(str::to_owned)),
            Format::Csv => format!("{}\n", COLUMNS.join(",")),
            Format::Jsonl => String::new(),
        }
    }

    /// Appends a ticket to `into`.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    pub(super) fn row(
        &self,
        case: Option<&Value>,
        assessment: &Assessment,
        own_host: Option<&str>,
        into: &mut String,
    ) -> Result<()> {
        let host = self
            .host
            .as_deref()
            .or(own_host)
            .or(self.usual_host.as_deref());
        let link = host.map_or_else(String::new, |host| link_to(host, assessment.ticket_id));
        match self.format {
            Format::Jsonl => {
                let line = assess::to_line(case, assessment)?;
                match (&self.host, line.strip_suffix('}')) {
                    (Some(_), Some(open)) => {
                        let _ = writeln!(into, "{open},\"link\":{}}}", Value::from(link));
                    }
                    _ => {
                        let _ = writeln!(into, "{line}");
                    }
                }
            }
            Format::Table => into.push_str(&self.line(&cells(assessment, link, "-"))),
            Format::Csv => {
                let cells = cells(assessment, link, "").map(|cell| quoted(&cell));
                let _ = writeln!(into, "{}", cells.join(","));
            }
        }
        Ok(())
    }

    fn line(&self, cells: &[String; COLUMNS.len()]) -> String {
        let Widths {
            offering,
            level,
            link,
        } = self.widths;
        let [
            ticket,
            stage,
            from,
            to,
            given,
            date,
            address,
            remove,
            add,
            ops,
        ] = cells;
        let line = format!(
            "{ticket:>DIGITS$}  {stage:<STAGE$}  {from:<offering$}  {to:<offering$}  \
             {given:<level$}  {date:<10}  {address:<link$}  {remove}  {add}  {ops}"
        );
        format!("{}\n", line.trim_end())
    }
}

fn link_to(host: &str, ticket: u64) -> String {
    format!("https://{host}/agent/tickets/{ticket}")
}

fn cells(assessment: &Assessment, link: String, nothing: &str) -> [String; COLUMNS.len()] {
    let or_nothing = |value: Option<String>| value.unwrap_or_else(|| nothing.to_owned());
    let tags = |tags: &[String]| or_nothing((!tags.is_empty()).then(|| tags.join(" ")));
    [
        assessment.ticket_id.to_string(),
        stage_name(assessment.stage),
        or_nothing(assessment.from.as_ref().map(|id| id.0.clone())),
        or_nothing(assessment.to.as_ref().map(|id| id.0.clone())),
        or_nothing(assessment.level.as_ref().map(|id| id.0.clone())),
        or_nothing(assessment.target_date.map(|date| date.to_string())),
        link,
        tags(&assessment.remove),
        tags(&assessment.add),
        or_nothing(assessment.ops_issue.clone()),
    ]
}

/// The stage as JSON names it.
pub(super) fn stage_name(stage: Stage) -> String {
    serde_json::to_value(stage)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// A cell by RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it:
/// the texts are a customer's.
fn quoted(cell: &str) -> String {
    let cell = match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    };
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn cells_are_quoted_and_are_no_formulas() {
        assert_eq!(quoted("retag"), "retag");
        assert_eq!(quoted("a,b \"c\""), "\"a,b \"\"c\"\"\"");
        assert_eq!(quoted("=HYPERLINK(1)"), "'=HYPERLINK(1)");
    }
}
