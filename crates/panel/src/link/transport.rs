//! Zendesk and the page, as seen from one visit to one ticket.

use std::rc::Rc;

use ferry_protocol::{ApiCall, Insertion, Outcome, PageState, Refusal, ToPage, Visit};
use ferry_zendesk::Transport;
use ferry_zendesk::tags::{OnScreen, Page};

use super::port::{Answer, Link};

/// The port, bound to a visit: what is asked through it belongs to that ticket only.
#[derive(Clone)]
pub(crate) struct PageLink {
    link: Rc<Link>,
    visit: Visit,
    ticket: u64,
}

impl PageLink {
    pub(crate) fn new(link: Rc<Link>, visit: Visit, ticket: u64) -> Self {
        Self {
            link,
            visit,
            ticket,
        }
    }

    /// Puts a draft into the composer.
    pub(crate) async fn insert(&self, html: String, text: String) -> Insertion {
        let visit = self.visit;
        let request = |id| ToPage::InsertReply {
            id,
            visit,
            html,
            text,
        };
        match self.link.ask(visit, request).await {
            Some(Answer::Inserted(result)) => result,
            _ => Insertion::NotTaken,
        }
    }

    /// Scrolls to a comment; says whether the page has it.
    pub(crate) async fn scroll_to(&self, comment_id: u64, audit_id: Option<u64>) -> bool {
        let visit = self.visit;
        let request = |id| ToPage::ScrollTo {
            id,
            visit,
            comment_id,
            audit_id,
        };
        matches!(
            self.link.ask(visit, request).await,
            Some(Answer::Scrolled(true))
        )
    }

    async fn state(&self) -> Option<PageState> {
        let visit = self.visit;
        match self
            .link
            .ask(visit, |id| ToPage::LookAtPage { id, visit })
            .await?
        {
            Answer::Page(state) => Some(state),
            _ => None,
        }
    }
}

impl Transport for PageLink {
    async fn send(&self, call: ApiCall) -> Outcome {
        let visit = self.visit;
        match self
            .link
            .ask(visit, |id| ToPage::Call { id, visit, call })
            .await
        {
            Some(Answer::Call(outcome)) => outcome,
            Some(_) => Outcome::Refused {
                reason: Refusal::OtherVisit,
            },
            None => Outcome::NoResponse,
        }
    }
}

impl Page for PageLink {
    async fn look(&self) -> Option<OnScreen> {
        let state = self.state().await?;
        Some(OnScreen {
            ticket: self.ticket,
            state,
        })
    }
}
