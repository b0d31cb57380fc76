//! All that the sandbox holds while it runs, and the rules by which it changes.

pub(crate) mod change;
pub(crate) mod events;
pub(crate) mod index;
pub(crate) mod limits;

use chrono::NaiveDate;
use serde_json::Value;

use crate::clock::Clock;
use crate::faults::Faults;
use crate::model::{Ticket, User};
use crate::requests::Requests;
use crate::seed::{self, Contents};
use crate::session::{Role, Sessions};
use crate::switches::Switches;

/// The state behind the sandbox's one lock.
#[derive(Debug)]
pub(crate) struct World {
    /// What day it was asked to be.
    today: Option<NaiveDate>,
    /// How it was asked to behave.
    asked: Switches,
    /// The time.
    pub(crate) clock: Clock,
    /// Tickets, people, organizations.
    pub(crate) contents: Contents,
    /// Who is signed in.
    pub(crate) sessions: Sessions,
    /// Who the agent page signs in.
    pub(crate) role: Role,
    /// Behaviour.
    pub(crate) switches: Switches,
    /// Faults to inject.
    pub(crate) faults: Faults,
    /// What was asked so far.
    pub(crate) requests: Requests,
    /// Rate limits.
    pub(crate) limits: limits::Limits,
    /// Rules that run after updates.
    pub(crate) triggers: Vec<change::Trigger>,
    /// Finished background jobs.
    pub(crate) jobs: Vec<Value>,
    /// What the search finds.
    pub(crate) index: index::Index,
}

impl World {
    /// A fresh one.
    pub(crate) fn new(today: Option<NaiveDate>, switches: Switches) -> Self {
        let clock = Clock::new(today);
        let contents = seed::contents(clock.now().date_naive());
        let index = index::Index::of(&contents.tickets);
        Self {
            today,
            asked: switches.clone(),
            clock,
            contents,
            sessions: Sessions::default(),
            role: Role::Agent,
            switches,
            faults: Faults::default(),
            requests: Requests::default(),
            limits: limits::Limits::default(),
            triggers: Vec::new(),
            jobs: Vec::new(),
            index,
        }
    }

    /// Back to the start, as it was asked to be; open sessions stay, so that open pages need no new one.
    pub(crate) fn reset(&mut self) {
        let sessions = std::mem::take(&mut self.sessions);
        let fresh = Self::new(self.today, self.asked.clone());
        *self = Self { sessions, ..fresh };
    }

    /// A ticket that is there.
    pub(crate) fn ticket(&self, id: u64) -> Option<&Ticket> {
        self.contents
            .tickets
            .get(&id)
            .filter(|ticket| !ticket.deleted)
    }

    /// A user by the seeds' name for it.
    pub(crate) fn user_by_key(&self, key: &str) -> Option<&User> {
        self.contents.users.values().find(|user| user.key == key)
    }

    /// The user that the agent page signs in.
    pub(crate) fn page_user(&self) -> u64 {
        self.user_by_key(self.role.key()).map_or(0, |user| user.id)
    }

    /// A number that was not given out before.
    pub(crate) fn next_id(&mut self) -> u64 {
        self.contents.next_id += 1;
        self.contents.next_id
    }
}
