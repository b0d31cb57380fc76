//! The conversation of the extension's own pages with the adapter of an open agent page, over a
//! `runtime` port named `ferry-desk`: reads only, and not bound to the ticket on screen.
//!
//! Who may take part is told by the port's sender, which the browser vouches for.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::read::{Members, outcome, page};
use crate::{ApiCall, Outcome, PageState, RequestId};

/// What a page of the extension's own asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ToDesk {
    /// A call that reads. Answered by [`FromDesk::Answer`] with the same id; of [`ApiCall`], the
    /// adapter makes `ticket`, `comments`, `organization`, `me`, `user` and `search` for it.
    Read {
        /// Names the answer.
        id: RequestId,
        /// What to call.
        call: ApiCall,
    },
    /// Asks what the page shows of the ticket on screen. Answered by [`FromDesk::Page`].
    LookAtPage {
        /// Names the answer.
        id: RequestId,
    },
}

/// What the adapter tells such a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromDesk {
    /// The first message: which Zendesk this is.
    Here {
        /// `gitlab.zendesk.com`.
        host: String,
        /// The ticket on screen, if there is one.
        ticket: Option<u64>,
    },
    /// The answer to a call.
    Answer {
        /// The request.
        id: RequestId,
        /// What came back.
        outcome: Outcome,
    },
    /// What the page shows; `None` where no ticket is on screen.
    Page {
        /// The request.
        id: RequestId,
        /// What was found.
        page: Option<PageState>,
    },
}

impl FromDesk {
    /// The message, if it is one of the closed set.
    pub fn read(message: Value) -> Option<Self> {
        let mut of = Members::of(message)?;
        let kind = of.text("type")?;
        let read = match kind.as_str() {
            "here" => Self::Here {
                host: of.text("host")?,
                ticket: of.or_null("ticket", Members::long)?,
            },
            "answer" => Self::Answer {
                id: of.number("id")?,
                outcome: outcome(of.take("outcome")?)?,
            },
            "page" => Self::Page {
                id: of.number("id")?,
                page: of.or_null("page", |of, name| page(of.take(name)?))?,
            },
            _ => return None,
        };
        of.and_no_more(read)
    }
}
