//! Reading what the page sends, by hand: the derived code for tagged enums within enums is
//! several times as large, and it is loaded with every ticket.

use serde_json::{Map, Value};

use crate::{
    Command, Composer, FromPage, Insertion, Outcome, PageState, Refusal, SelectorState, Theme,
};

/// An object whose members are taken out one by one; what is left over was not in the set.
pub(crate) struct Members(Map<String, Value>);

impl FromPage {
    /// The message, if it is one of the closed set; a member more or less, or of another kind,
    /// makes it none.
    pub fn read(message: Value) -> Option<Self> {
        let mut of = Members::of(message)?;
        let kind = of.text("type")?;
        let visit = of.number("visit")?;
        let read = match kind.as_str() {
            "ticket" => Self::Ticket {
                visit,
                ticket: of.long("ticket")?,
                host: of.text("host")?,
                theme: theme(&of.text("theme")?)?,
                rtl: of.flag("rtl")?,
                locale: of.text("locale")?,
            },
            "changed" => Self::Changed { visit },
            "command" => Self::Command {
                visit,
                command: command(&of.text("command")?)?,
            },
            "answer" => Self::Answer {
                id: of.number("id")?,
                visit,
                outcome: outcome(of.take("outcome")?)?,
            },
            "page" => Self::Page {
                id: of.number("id")?,
                visit,
                page: page(of.take("page")?)?,
            },
            "inserted" => Self::Inserted {
                id: of.number("id")?,
                visit,
                result: insertion(of.take("result")?)?,
            },
            "scrolled" => Self::Scrolled {
                id: of.number("id")?,
                visit,
                found: of.flag("found")?,
            },
            _ => return None,
        };
        of.and_no_more(read)
    }
}

pub(crate) fn outcome(value: Value) -> Option<Outcome> {
    let mut of = Members::of(value)?;
    let read = match of.text("outcome")?.as_str() {
        "response" => Outcome::Response {
            status: u16::try_from(of.number("status")?).ok()?,
            content_type: of.text("content_type")?,
            retry_after: of.or_null("retry_after", Members::number)?,
            api_warn: of.or_null("api_warn", Members::text)?,
            body: of.text("body")?,
        },
        "no_response" => Outcome::NoResponse,
        "refused" => Outcome::Refused {
            reason: refusal(&of.text("reason")?)?,
        },
        _ => return None,
    };
    of.and_no_more(read)
}

fn insertion(value: Value) -> Option<Insertion> {
    let mut of = Members::of(value)?;
    let read = match of.text("result")?.as_str() {
        "done" => Insertion::Done,
        "no_composer" => Insertion::NoComposer,
        "not_public" => Insertion::NotPublic {
            channel: of.or_null("channel", Members::text)?,
        },
        "has_text" => Insertion::HasText,
        "not_taken" => Insertion::NotTaken,
        "refused" => Insertion::Refused {
            reason: refusal(&of.text("reason")?)?,
        },
        _ => return None,
    };
    of.and_no_more(read)
}

pub(crate) fn page(value: Value) -> Option<PageState> {
    let mut of = Members::of(value)?;
    let read = PageState {
        tab_agrees: of.flag("tab_agrees")?,
        layout: of.or_null("layout", Members::text)?,
        tags: of.or_null("tags", |of, name| of.list(name, text))?,
        composer: of.or_null("composer", |of, name| composer(of.take(name)?))?,
        edited: of.flag("edited")?,
        selectors: of.list("selectors", selector)?,
    };
    of.and_no_more(read)
}

fn composer(value: Value) -> Option<Composer> {
    let mut of = Members::of(value)?;
    let read = Composer {
        channel: of.or_null("channel", Members::text)?,
        has_text: of.flag("has_text")?,
    };
    of.and_no_more(read)
}

fn selector(value: Value) -> Option<SelectorState> {
    let mut of = Members::of(value)?;
    let read = SelectorState {
        name: of.text("name")?,
        matched: of.or_null("matched", Members::number)?,
    };
    of.and_no_more(read)
}

fn theme(name: &str) -> Option<Theme> {
    match name {
        "light" => Some(Theme::Light),
        "dark" => Some(Theme::Dark),
        _ => None,
    }
}

fn command(name: &str) -> Option<Command> {
    match name {
        "toggle_sidebar" => Some(Command::ToggleSidebar),
        "insert_draft" => Some(Command::InsertDraft),
        "open_ops_issue" => Some(Command::OpenOpsIssue),
        _ => None,
    }
}

fn refusal(name: &str) -> Option<Refusal> {
    match name {
        "other_visit" => Some(Refusal::OtherVisit),
        "tab_disagrees" => Some(Refusal::TabDisagrees),
        "other_ticket" => Some(Refusal::OtherTicket),
        _ => None,
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

impl Members {
    pub(crate) fn of(value: Value) -> Option<Self> {
        match value {
            Value::Object(members) => Some(Self(members)),
            _ => None,
        }
    }

    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name)
    }

    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        text(self.take(name)?)
    }

    pub(crate) fn long(&mut self, name: &str) -> Option<u64> {
        self.take(name)?.as_u64()
    }

    pub(crate) fn number(&mut self, name: &str) -> Option<u32> {
        u32::try_from(self.long(name)?).ok()
    }

    fn flag(&mut self, name: &str) -> Option<bool> {
        self.take(name)?.as_bool()
    }

    fn list<T>(&mut self, name: &str, read: fn(Value) -> Option<T>) -> Option<Vec<T>> {
        match self.take(name)? {
            Value::Array(items) => items.into_iter().map(read).collect(),
            _ => None,
        }
    }

    /// `Some(None)`: the member is there, and null.
    pub(crate) fn or_null<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Self, &str) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.0.get(name)?.is_null() {
            self.0.remove(name);
            return Some(None);
        }
        read(self, name).map(Some)
    }

    pub(crate) fn and_no_more<T>(self, read: T) -> Option<T> {
        self.0.is_empty().then_some(read)
    }
}
