//! Judged tickets in the readable form that `tests/cases/README.md` describes.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use ferry_core::Record;
use ferry_core::ticket::{Comment, Organization, Ticket, User, Via};
use serde_json::{Map, Value};

use crate::record::Input;

const REQUESTER: u64 = 9001;
const CUSTOMER: u64 = 9002;
const AGENT: u64 = 100;
const COLLEAGUE: u64 = 101;
const BOT: u64 = 102;

/// Reads all case files below a folder, in the order of their names.
///
/// # Errors
/// The file that cannot be read, and why.
pub fn read_folder(folder: &Path) -> Result<Vec<Input>> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    files.iter().map(|file| read_file(file)).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("{}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    Ok(())
}

/// Reads one case file.
///
/// # Errors
/// The line that cannot be read, and why.
pub fn read_file(file: &Path) -> Result<Input> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    parse(&name, &text).with_context(|| format!("{}", file.display()))
}

/// Reads a case from its text.
///
/// # Errors
/// The line that cannot be read, and why.
pub fn parse(name: &str, text: &str) -> Result<Input> {
    let (head, sections) = split(text);
    let mut case = Case::default();
    head.lines()
        .filter(|line| !line.trim().is_empty())
        .try_for_each(|line| case.head_line(line))?;
    for (title, body) in sections {
        case.section(&title, body.trim_matches('\n'))
            .with_context(|| format!("=== {title}"))?;
    }
    case.finish(name)
}

fn split(text: &str) -> (String, Vec<(String, String)>) {
    let mut head = String::new();
    let mut sections: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("=== ") {
            sections.push((title.trim().to_owned(), String::new()));
            continue;
        }
        let into = sections.last_mut().map_or(&mut head, |(_, body)| body);
        into.push_str(line);
        into.push('\n');
    }
    (head, sections)
}

#[derive(Default)]
struct Case {
    today: Option<ferry_core::NaiveDate>,
    ticket: Ticket,
    organization: Option<Organization>,
    comments: Vec<Comment>,
    expected: Map<String, Value>,
}

impl Case {
    fn head_line(&mut self, line: &str) -> Result<()> {
        let (key, value) = line
            .split_once(':')
            .with_context(|| format!("no key in {line:?}"))?;
        let value = value.trim();
        match key.trim() {
            "today" => {
                self.today = Some(
                    value
                        .parse()
                        .ok()
                        .with_context(|| format!("no date: {value:?}"))?,
                )
            }
            "why" => {}
            "form" => {
                self.ticket.ticket_form_id =
                    none_or(value).map(str::parse).transpose().context("form")?
            }
            "ticket tags" => self.ticket.tags = list(value),
            "organization tags" => self.organization().tags = list(value),
            "subject" => self.ticket.subject = Some(value.to_owned()),
            "status" => self.ticket.status = Some(value.to_owned()),
            other => bail!("unknown key {other:?}"),
        }
        Ok(())
    }

    fn organization(&mut self) -> &mut Organization {
        self.organization.get_or_insert_with(|| Organization {
            id: 7001,
            name: Some("Customer".to_owned()),
            ..Organization::default()
        })
    }

    fn section(&mut self, title: &str, body: &str) -> Result<()> {
        match title {
            "organization notes" => self.organization().notes = Some(body.to_owned()),
            "organization details" => self.organization().details = Some(body.to_owned()),
            "expected" => self.expected = expected(body)?,
            _ => {
                let mut words = title.split_whitespace();
                let (visibility, author, date) = (words.next(), words.next(), words.next());
                self.comments.push(comment(
                    self.comments.len(),
                    visibility,
                    author,
                    date,
                    body,
                )?);
            }
        }
        Ok(())
    }

    fn finish(mut self, name: &str) -> Result<Input> {
        self.ticket.id = 500_000;
        self.ticket.requester_id = Some(REQUESTER);
        self.ticket.organization_id = self
            .organization
            .as_ref()
            .map(|organization| organization.id);
        self.ticket.created_at = self
            .comments
            .first()
            .and_then(|comment| comment.created_at.clone());
        Ok(Input {
            case: Some(Value::String(name.to_owned())),
            today: Some(self.today.context("no `today`")?),
            expected: Some(self.expected),
            record: Record {
                ticket: self.ticket,
                comments: self.comments,
                users: users(),
                organization: self.organization,
            },
        })
    }
}

fn comment(
    index: usize,
    visibility: Option<&str>,
    author: Option<&str>,
    date: Option<&str>,
    body: &str,
) -> Result<Comment> {
    let public = match visibility {
        Some("public") => true,
        Some("internal") => false,
        other => bail!("neither public nor internal: {other:?}"),
    };
    let (author, channel) = match author {
        Some("requester") => (REQUESTER, "web"),
        Some("customer") => (CUSTOMER, "email"),
        Some("agent") => (AGENT, "web"),
        Some("colleague") => (COLLEAGUE, "web"),
        Some("bot") => (BOT, "api"),
        other => bail!("unknown author {other:?}"),
    };
    Ok(Comment {
        id: 1000 + u64::try_from(index)?,
        author_id: Some(author),
        public,
        plain_body: Some(body.to_owned()),
        created_at: Some(date.context("no date")?.to_owned()),
        via: Some(Via {
            channel: Some(channel.to_owned()),
        }),
        ..Comment::default()
    })
}

fn users() -> Vec<User> {
    [
        (REQUESTER, "end-user"),
        (CUSTOMER, "end-user"),
        (AGENT, "agent"),
        (COLLEAGUE, "agent"),
        (BOT, "admin"),
    ]
    .into_iter()
    .map(|(id, role)| User {
        id,
        role: Some(role.to_owned()),
        ..User::default()
    })
    .collect()
}

fn expected(body: &str) -> Result<Map<String, Value>> {
    body.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let (key, value) = line
                .split_once(':')
                .with_context(|| format!("no key in {line:?}"))?;
            let value = value.trim();
            let value = match key.trim() {
                "remove" | "add" => Value::from(list(value)),
                _ => none_or(value).map_or(Value::Null, Value::from),
            };
            Ok((key.trim().to_owned(), value))
        })
        .collect()
}

fn none_or(value: &str) -> Option<&str> {
    (!matches!(value, "none" | "null" | "")).then_some(value)
}

fn list(value: &str) -> Vec<String> {
    none_or(value)
        .map(|value| {
            value
                .split(',')
                .map(|item| item.trim().to_owned())
                .filter(|item| !item.is_empty())
                .collect()
        })
        .unwrap_or_default()
}
