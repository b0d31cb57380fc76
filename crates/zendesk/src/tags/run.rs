//! The protocol from the first look to the report.

use super::change::TagChange;
use super::conclude::conclude;
use super::page::{self, Notice, Page};
use super::reading::Reading;
use super::reason::Reason;
use super::report::{Report, Stop};
use super::step::{Step, perform};
use crate::client::Client;
use crate::error::{About, Error, Fault};
use crate::patience::{patiently, waited};
use crate::pause::{Pause, Wait, Why};
use crate::transport::Transport;

/// How often a ticket may be found changed while waiting for a second in which it is not.
const QUIET_TRIES: u8 = 4;

/// What has to pass until a stamp cannot be of the second that is running.
const SECOND: Wait = Wait {
    seconds: 1,
    why: Why::Stamp,
};

/// Changes a ticket's support-level tags, and reports what is true afterwards.
///
/// Takes a second or more before each write (see [`Why::Stamp`]). The future may be dropped at
/// any time; a write that was sent may then take effect unseen.
pub async fn run<T, G, P>(client: &Client<T>, page: &G, pause: &P, change: &TagChange) -> Report
where
    T: Transport,
    G: Page,
    P: Pause,
{
    let mut run = Run::new(client, page, pause, change);
    let stop = run.steps().await.err();
    conclude(run, stop).await
}

/// A change under way.
pub(super) struct Run<'a, T, G, P> {
    pub(super) client: &'a Client<T>,
    pub(super) page: &'a G,
    pub(super) pause: &'a P,
    pub(super) change: &'a TagChange,
    /// The ticket before anything was sent.
    pub(super) before: Option<Reading>,
    /// The ticket as last read; `None` from the moment that a write is sent until it is read.
    pub(super) now: Option<Reading>,
    /// The steps that were sent at least once, whatever became of them.
    pub(super) sent: Vec<Step>,
    pub(super) notices: Vec<Notice>,
}

impl<'a, T: Transport, G: Page, P: Pause> Run<'a, T, G, P> {
    fn new(client: &'a Client<T>, page: &'a G, pause: &'a P, change: &'a TagChange) -> Self {
        Self {
            client,
            page,
            pause,
            change,
            before: None,
            now: None,
            sent: Vec::new(),
            notices: Vec::new(),
        }
    }

    async fn steps(&mut self) -> Result<(), Stop> {
        let state = page::agrees(self.change, self.page.look().await)?;
        let first = self.read().await?;
        self.notices.extend(page::notices(&state, &first.tags));
        let done = first.level_tags == self.change.target();
        self.before = Some(first);
        if done {
            return Ok(());
        }
        self.fields_allow().await?;
        if !self.change.add().is_empty() {
            perform(self, Step::Add).await?;
        }
        if !self.change.remove().is_empty() {
            perform(self, Step::Remove).await?;
        }
        Ok(())
    }

    /// None of the tags is the value of a ticket field: it would change with the tag.
    async fn fields_allow(&self) -> Result<(), Stop> {
        let client = self.client;
        let fields = patiently(client, self.pause, async || client.ticket_fields().await).await?;
        if let Some(tag) = self.named().find(|tag| fields.tags.contains(tag)) {
            return Err(Reason::FieldValue { tag: tag.clone() }.into());
        }
        if !fields.complete {
            return Err(Reason::FieldsUnknown.into());
        }
        Ok(())
    }

    /// Reads the ticket.
    pub(super) async fn read(&mut self) -> Result<Reading, Error> {
        let (client, change) = (self.client, self.change);
        let ask = async || Reading::new(change, client.ticket(change.ticket()).await?);
        let reading = patiently(client, self.pause, ask).await?;
        self.now = Some(reading.clone());
        Ok(reading)
    }

    /// Reads the ticket so that its stamp protects a write.
    ///
    /// The stamp counts whole seconds. Read within the second of an update, it also fits whatever
    /// comes later in that second, and a write would pass over that unseen. Read again with the
    /// same stamp a second later, it fits nothing but what was read: every later update has a
    /// later stamp.
    pub(super) async fn read_settled(&mut self) -> Result<Reading, Error> {
        let mut earlier = self.read().await?;
        let about = About::TagChange(self.change.ticket());
        for _ in 0..QUIET_TRIES {
            waited(self.pause, SECOND, about).await?;
            let later = self.read().await?;
            if later.updated_at == earlier.updated_at {
                return Ok(later);
            }
            earlier = later;
        }
        Err(Error::new(about, Fault::Busy))
    }

    /// The tags that the change names.
    pub(super) fn named(&self) -> impl Iterator<Item = &'a String> + use<'a, T, G, P> {
        self.change.remove().iter().chain(self.change.add())
    }
}
