//! Finding the agent's migrations: one search, then each ticket is read and judged, a few at a time.

use std::rc::Rc;
use std::sync::Arc;

use ferry_core::{Judge, Policy};
use ferry_web::clock;
use ferry_zendesk::{
    About, Client, Error, Fault, Flow, Pause, Rights, Wait, Why, patiently, record,
};
use futures_util::StreamExt;
use futures_util::stream;
use leptos::prelude::{RwSignal, Set, Update};

use super::migrations::{Found, Part};
use crate::desk::{Desk, Reads};

/// How many tickets are read at the same time.
const AT_A_TIME: usize = 3;
/// Nobody works on more; each costs about three calls.
const MOST: usize = 100;

/// How far it is, for one Zendesk.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Progress {
    Searching,
    Reading { done: usize, all: usize },
    Ready(Summary),
    Failed(Error),
}

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Summary {
    /// Tickets that were read.
    pub(crate) read: usize,
    /// Tickets that could not be read.
    pub(crate) failed: usize,
    /// There are more than were looked at.
    pub(crate) more: bool,
}

/// Everything that is shown of the search in one Zendesk.
#[derive(Clone, Copy)]
pub(crate) struct Search {
    pub(crate) progress: RwSignal<Progress>,
    pub(crate) found: RwSignal<Vec<Found>>,
    /// Seconds that Zendesk asks to wait.
    pub(crate) waiting: RwSignal<Option<u32>>,
}

impl Search {
    pub(crate) fn new() -> Self {
        Self {
            progress: RwSignal::new(Progress::Searching),
            found: RwSignal::new(Vec::new()),
            waiting: RwSignal::new(None),
        }
    }
}

/// Searches one Zendesk and judges what it finds.
pub(crate) async fn run(desk: Rc<Desk>, policy: Arc<Policy>, search: Search) {
    let host = desk.host.clone();
    let client = Client::new(Reads::new(desk), host);
    let result = tickets(&client, &search).await;
    let (tickets, more) = match result {
        Ok(found) => found,
        Err(error) => return search.progress.set(Progress::Failed(error)),
    };
    let judge = Judge::new(&policy);
    let all = tickets.len();
    search.progress.set(Progress::Reading { done: 0, all });
    let outcomes: Vec<bool> = stream::iter(tickets)
        .map(|ticket| look_at(&client, &judge, search, ticket))
        .buffer_unordered(AT_A_TIME)
        .collect()
        .await;
    let failed = outcomes.iter().filter(|read| !**read).count();
    search.progress.set(Progress::Ready(Summary {
        read: all - failed,
        failed,
        more,
    }));
}

/// The agent's open tickets, and whether there are more than that.
async fn tickets(client: &Client<Reads>, search: &Search) -> Result<(Vec<u64>, bool), Error> {
    let me = patiently(client, search, async || client.me().await).await?;
    let Some(me) = me.id.filter(|_| me.rights() != Rights::SignedOut) else {
        return Err(Error {
            about: About::Me,
            fault: Fault::SignedOut,
        });
    };
    let query = format!("type:ticket status<solved assignee:{me}");
    let page = patiently(client, search, async || client.search(&query, 1).await).await?;
    let mut tickets: Vec<u64> = page.tickets.iter().map(|ticket| ticket.id).collect();
    let more = page.more || tickets.len() > MOST;
    tickets.truncate(MOST);
    Ok((tickets, more))
}

/// Reads a ticket and lists it if it is a migration; says whether it could be read.
async fn look_at(client: &Client<Reads>, judge: &Judge, search: Search, ticket: u64) -> bool {
    let read = record(client, &search, ticket, |_| {}).await;
    search.progress.update(|progress| {
        if let Progress::Reading { done, .. } = progress {
            *done += 1;
        }
    });
    let Ok(reading) = read else { return false };
    // The search's index is some minutes behind.
    let status = reading.record.ticket.status.as_deref();
    if matches!(status, Some("solved" | "closed")) {
        return true;
    }
    let assessment = judge.assess(&reading.record, clock::today());
    if Part::of(assessment.stage).is_some() {
        let found = Found {
            host: client.host().to_owned(),
            subject: reading.record.ticket.subject.unwrap_or_default(),
            assessment,
        };
        search.found.update(|all| all.push(found));
    }
    true
}

impl Pause for Search {
    async fn wait(&self, wait: Wait) -> Flow {
        for seconds in (1..=wait.seconds).rev() {
            // A second for the stamp is nothing to tell of.
            if wait.why != Why::Stamp {
                self.waiting.set(Some(seconds));
            }
            clock::sleep(1_000).await;
        }
        self.waiting.set(None);
        // Who does not want to wait closes the popup.
        Flow::GoOn
    }
}
