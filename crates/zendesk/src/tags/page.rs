//! What the agent's page shows: whether it is about the right ticket, and what a tag change could
//! surprise.

use std::collections::BTreeSet;
use std::fmt;

use ferry_protocol::PageState;

use super::change::TagChange;
use super::changes::Changes;
use super::reason::Reason;

/// The agent's page.
#[allow(
    async_fn_in_trait,
    reason = "one thread in the browser: `Send` would only be in the way"
)]
pub trait Page {
    /// Looks at the page now; `None`: no ticket is on screen, or the page does not answer.
    async fn look(&self) -> Option<OnScreen>;
}

/// A ticket page at the moment it was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnScreen {
    /// The ticket in the address.
    pub ticket: u64,
    /// What the page shows of it.
    pub state: PageState,
}

/// Something the agent should know; none of it stops a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// There is text in the composer that was not sent.
    Draft,
    /// The agent did something in other fields of the ticket that may not be submitted.
    Edits,
    /// The page's tags field shows something else than Zendesk has: it is old, or was edited.
    PageTags(Changes),
    /// The page still shows tags that were removed: submitting it may bring them back.
    PageStillShows {
        /// The tags.
        tags: Vec<String>,
    },
    /// Another update came first; Ferry looked at it and tried once more.
    Conflict(Changes),
    /// Others changed more than what Ferry changed, at the same time.
    OthersChanged(Changes),
    /// Zendesk ignored what protects the write; the ticket was read again.
    Unprotected {
        /// The keys that it ignored.
        keys: Vec<String>,
    },
}

/// What the page shows that the agent should know before the tags of a ticket with `tags` change.
pub fn notices(state: &PageState, tags: &BTreeSet<String>) -> Vec<Notice> {
    let mut notices = Vec::new();
    if state
        .composer
        .as_ref()
        .is_some_and(|composer| composer.has_text)
    {
        notices.push(Notice::Draft);
    }
    if state.edited {
        notices.push(Notice::Edits);
    }
    if let Some(shown) = &state.tags {
        let changes = Changes::between(tags, shown);
        if !changes.is_empty() {
            notices.push(Notice::PageTags(changes));
        }
    }
    notices
}

/// Whether the agent had better make the change in the page's own tags field and submit it together
/// with what is waiting there: a page that still shows the tag would bring it back by that submit.
pub fn better_together(change: &TagChange, state: &PageState, tags: &[String]) -> bool {
    let Some(shown) = &state.tags else {
        return false;
    };
    let waiting = !notices(state, &tags.iter().cloned().collect()).is_empty();
    waiting && change.remove().iter().any(|tag| shown.contains(tag))
}

/// Whether the page is about the change's ticket.
pub(super) fn agrees(change: &TagChange, seen: Option<OnScreen>) -> Result<PageState, Reason> {
    let Some(OnScreen { ticket, state }) = seen else {
        return Err(Reason::OtherTicket { on_screen: None });
    };
    if ticket != change.ticket() {
        return Err(Reason::OtherTicket {
            on_screen: Some(ticket),
        });
    }
    if !state.tab_agrees {
        return Err(Reason::TabDisagrees);
    }
    Ok(state)
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Draft => f.write_str(
                "There is text in the composer that was not sent. It stays as it is; to be safest, \
                 send it first, then change the tag.",
            ),
            Self::Edits => f.write_str(
                "Something was changed in other fields of this ticket and may not be submitted. It \
                 stays as it is; to be safest, submit it first, then change the tag.",
            ),
            Self::PageTags(changes) => write!(
                f,
                "The page's tags field differs from the ticket ({changes}). It may hold an edit \
                 that was not submitted, or be older than the ticket."
            ),
            Self::PageStillShows { tags } => write!(
                f,
                "The page still shows {}. Submitting the ticket from this page may bring it back; \
                 Ferry looks again after you submit.",
                tags.join(", ")
            ),
            Self::Conflict(changes) => write!(
                f,
                "Somebody else updated the ticket first ({changes}). The support-level tags were \
                 still the same, so Ferry tried once more."
            ),
            Self::OthersChanged(changes) => write!(
                f,
                "Others changed the ticket at the same time ({changes}). Ferry did not touch that."
            ),
            Self::Unprotected { keys } => write!(
                f,
                "Zendesk ignored a part of the request that protects it ({}). Ferry read the \
                 ticket again; please report this.",
                keys.join(", ")
            ),
        }
    }
}
