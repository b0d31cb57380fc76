//! Ferry's side: the traits of the client, answered by the world; and ways to break the protocol
//! from outside, to see whether the invariants notice.

use std::cell::{Cell, RefCell};

use ferry_protocol::{ApiCall, Composer, Outcome, PageState};
use ferry_zendesk::tags::{OnScreen, Page};
use ferry_zendesk::{Flow, Pause, Transport, Wait, Why};

use crate::tags::Tags;
use crate::world::{TICKET, World};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sabotage {
    None,
    /// Does not wait for the stamp's second to pass.
    NoSecond,
    /// Sends whatever stamp is valid at the moment.
    NoProtection,
    /// Removes one tag more than it was told.
    OneTagMore,
    /// Forgets one of the tags to remove, and still takes the answer for good.
    OneTagLess,
    /// Answers every reading of the ticket after a write with the tags as they were to be.
    ReplaysReading,
    /// Says that a write was done although it was not sent.
    ReportsDone,
}

pub(crate) struct Link<'a> {
    pub(crate) world: &'a RefCell<World>,
    pub(crate) sabotage: Sabotage,
    pub(crate) wrote: Cell<bool>,
    /// What the page's tags field shows, from when it was opened.
    pub(crate) page_tags: Tags,
    /// What a ticket is to look like in the end.
    pub(crate) wanted: Cell<Tags>,
}

impl Transport for &Link<'_> {
    async fn send(&self, mut call: ApiCall) -> Outcome {
        let mut world = self.world.borrow_mut();
        world.watch.call(&call);
        if let ApiCall::AddTags { body, .. } | ApiCall::RemoveTags { body, .. } = &mut call {
            self.wrote.set(true);
            match self.sabotage {
                Sabotage::NoProtection => body.updated_stamp = world.updated_second.to_string(),
                Sabotage::OneTagMore => body.tags.push("vip".to_owned()),
                Sabotage::OneTagLess => drop(body.tags.pop()),
                Sabotage::ReportsDone => return ok(200, "{}".to_owned()),
                _ => {}
            }
        }
        let outcome = world.answer(&call);
        let replayed = self.sabotage == Sabotage::ReplaysReading && self.wrote.get();
        if replayed && matches!(call, ApiCall::Ticket { .. }) {
            let (tags, second) = (self.wanted.get(), world.updated_second);
            return ok(
                200,
                format!(
                    r#"{{"ticket":{{"id":{TICKET},"status":"open","tags":{tags:?},"updated_at":"{second}"}}}}"#
                ),
            );
        }
        outcome
    }
}

impl Page for Link<'_> {
    async fn look(&self) -> Option<OnScreen> {
        let mut world = self.world.borrow_mut();
        let elsewhere = world.troubles.elsewhere_for > 0;
        let fault =
            !world.troubles.passing && world.troubles.rarity > 0 && world.random.once_in(60);
        let state = PageState {
            tab_agrees: !(fault && world.random.once_in(2)),
            layout: Some("grid".to_owned()),
            tags: Some(self.page_tags.owned()),
            composer: Some(Composer {
                channel: Some("web".to_owned()),
                has_text: false,
            }),
            edited: false,
            selectors: Vec::new(),
        };
        let ticket = if elsewhere || (fault && state.tab_agrees) {
            TICKET + 1
        } else {
            TICKET
        };
        world.watch.page_agrees = ticket == TICKET && state.tab_agrees;
        Some(OnScreen { ticket, state })
    }
}

impl Pause for Link<'_> {
    async fn wait(&self, wait: Wait) -> Flow {
        let mut world = self.world.borrow_mut();
        world.watch.note(|| format!("ferry: {wait:?}"));
        if self.sabotage != Sabotage::NoSecond || wait.why != Why::Stamp {
            world.pass(u64::from(wait.seconds) * 1_000);
        }
        let cancelled =
            world.troubles.rarity > 0 && !world.troubles.passing && world.random.once_in(25);
        if cancelled { Flow::Cancel } else { Flow::GoOn }
    }
}

fn ok(status: u16, body: String) -> Outcome {
    let content_type = "application/json".to_owned();
    Outcome::Response {
        status,
        content_type,
        retry_after: None,
        api_warn: None,
        body,
    }
}
