//! What tests turn and read, in the process; `http` is the same over HTTP.

pub(crate) mod http;

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use crate::app::App;
use crate::faults::Fault;
use crate::requests::Logged;
use crate::session::{COOKIE, Role};
use crate::switches::Switches;
use crate::world::events::Event;

/// A handle on a running sandbox; clones turn the same one.
#[derive(Debug, Clone)]
pub struct Control {
    app: Arc<App>,
}

impl Control {
    pub(crate) fn new(app: Arc<App>) -> Self {
        Self { app }
    }

    /// Back to the start: seeds, the behaviour asked for at the start, no faults, an empty log, the
    /// clock, the limits. Sessions stay.
    pub fn reset(&self) {
        self.app.world().reset();
    }

    /// The behaviour now.
    pub fn switches(&self) -> Switches {
        self.app.world().switches.clone()
    }

    /// Changes the behaviour.
    pub fn switch(&self, change: impl FnOnce(&mut Switches)) {
        change(&mut self.app.world().switches);
    }

    /// Sets a fault; its number.
    pub fn fault(&self, fault: Fault) -> u64 {
        self.app.world().faults.add(fault)
    }

    /// Takes a fault back.
    pub fn remove_fault(&self, number: u64) {
        self.app.world().faults.remove(number);
    }

    /// Takes all faults back.
    pub fn clear_faults(&self) {
        self.app.world().faults.clear();
    }

    /// Lets something happen now.
    pub fn happen(&self, event: &Event) {
        self.app.world().happen(event);
    }

    /// Lengthens a ticket's conversation by talk that changes nothing about it, until it has so
    /// many comments; Zendesk allows 5,000.
    pub fn fill(&self, ticket: u64, comments: usize) {
        self.app.world().contents.fill(ticket, comments);
    }

    /// Lets time pass at once.
    pub fn advance(&self, by: Duration) {
        self.app.world().clock.advance(by);
    }

    /// All requests below `/api/v2`, oldest first.
    pub fn requests(&self) -> Vec<Logged> {
        self.app.world().requests.all().to_vec()
    }

    /// Forgets the requests.
    pub fn clear_requests(&self) {
        self.app.world().requests.clear();
    }

    /// A ticket as the API shows it; `None` once it is deleted.
    pub fn ticket(&self, id: u64) -> Option<Value> {
        self.app
            .world()
            .ticket(id)
            .map(|ticket| ticket.json("https://gitlab.zendesk.com"))
    }

    /// A ticket's tags.
    pub fn tags(&self, id: u64) -> Vec<String> {
        self.app
            .world()
            .ticket(id)
            .map(|ticket| ticket.tags.clone())
            .unwrap_or_default()
    }

    /// Who the agent page signs in from now on.
    pub fn role(&self, role: Role) {
        self.app.world().role = role;
    }

    /// Opens a session, for tests that speak HTTP themselves: the `Cookie` header and a CSRF token.
    pub fn session(&self, role: Role) -> (String, String) {
        let mut world = self.app.world();
        let user = world.user_by_key(role.key()).map_or(0, |user| user.id);
        let id = world.sessions.sign_in(user);
        let token = world.sessions.token(&id);
        (format!("{COOKIE}={id}"), token)
    }
}
