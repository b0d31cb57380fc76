//! A transport that answers from a list and remembers what it was asked.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use ferry_protocol::{ApiCall, Composer, Outcome, PageState};
use ferry_zendesk::tags::{OnScreen, Page};
use ferry_zendesk::{Flow, Pause, Transport, Wait};

pub(crate) const HOST: &str = "example.zendesk.com";

/// Answers call after call; asked beyond the end, no answer comes.
#[derive(Debug, Default)]
pub(crate) struct Script {
    answers: RefCell<VecDeque<Outcome>>,
    pub(crate) calls: RefCell<Vec<ApiCall>>,
}

impl Script {
    pub(crate) fn new(answers: impl IntoIterator<Item = Outcome>) -> Self {
        Self {
            answers: RefCell::new(answers.into_iter().collect()),
            ..Self::default()
        }
    }

    pub(crate) fn calls(&self) -> Vec<ApiCall> {
        self.calls.borrow().clone()
    }
}

impl Transport for &Script {
    async fn send(&self, call: ApiCall) -> Outcome {
        self.calls.borrow_mut().push(call);
        self.answers
            .borrow_mut()
            .pop_front()
            .unwrap_or(Outcome::NoResponse)
    }
}

/// Lets no time pass and notes what it was asked to wait for; cancels the waits from `cancel_at`.
#[derive(Debug, Default)]
pub(crate) struct Waits {
    pub(crate) waits: RefCell<Vec<Wait>>,
    pub(crate) cancel_at: Option<usize>,
}

impl Pause for Waits {
    async fn wait(&self, wait: Wait) -> Flow {
        self.waits.borrow_mut().push(wait);
        let cancelled = self
            .cancel_at
            .is_some_and(|at| self.waits.borrow().len() > at);
        if cancelled { Flow::Cancel } else { Flow::GoOn }
    }
}

/// A page that always shows the same.
#[derive(Debug)]
pub(crate) struct Shows(pub(crate) Option<OnScreen>);

impl Page for Shows {
    async fn look(&self) -> Option<OnScreen> {
        self.0.clone()
    }
}

pub(crate) fn on_screen(ticket: u64, tags: &[&str], draft: bool) -> OnScreen {
    let state = PageState {
        tab_agrees: true,
        layout: None,
        tags: Some(tags.iter().map(|tag| (*tag).to_owned()).collect()),
        composer: Some(Composer {
            channel: None,
            has_text: draft,
        }),
        edited: false,
        selectors: Vec::new(),
    };
    OnScreen { ticket, state }
}

pub(crate) fn json(status: u16, body: &str) -> Outcome {
    response(status, "application/json", None, body)
}

pub(crate) fn response(
    status: u16,
    content_type: &str,
    retry_after: Option<u32>,
    body: &str,
) -> Outcome {
    let (content_type, body) = (content_type.to_owned(), body.to_owned());
    Outcome::Response {
        status,
        content_type,
        retry_after,
        api_warn: None,
        body,
    }
}

/// Nothing here really waits: a future is ready the first time that it is asked.
pub(crate) fn at_once<R>(future: impl Future<Output = R>) -> R {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => unreachable!("nothing waits"),
    }
}
