//! The panel's state. All of it belongs to the ticket on screen, except what is remembered.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use ferry_core::{Assessment, Policy};
use ferry_protocol::{Command, FromPage, PageState, Shape, Side, Theme, ToPage, Visit};
use ferry_settings::{Feature, InForce};
use ferry_web::settings;
use ferry_zendesk::tags::{Journal, Report};
use ferry_zendesk::{Error, Reading};
use leptos::prelude::*;

use crate::browser::{clock, document};
use crate::link::{Countdown, Link, PageLink, PanelPause};
use crate::model::judgement::{Choices, Compiled};
use crate::model::outcome::{Outcome, Spot};
use crate::model::steps::Step;
use crate::{actions, loading};

/// The ticket on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OnScreen {
    pub(crate) visit: Visit,
    pub(crate) ticket: u64,
    pub(crate) host: String,
}

/// How far reading the ticket is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Load {
    Reading,
    Ready(Arc<Reading>),
    Failed(Error),
}

/// What the agent did on a ticket in this session; it is there again on return.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    choices: Choices,
    draft: Option<String>,
    language: Option<String>,
    report: Option<Report>,
    open: bool,
}

/// The signals that everything hangs on.
#[derive(Clone, Copy)]
pub(crate) struct App {
    pub(crate) settings: RwSignal<Arc<InForce>>,
    pub(crate) screen: RwSignal<Option<OnScreen>>,
    pub(crate) load: RwSignal<Option<Load>>,
    pub(crate) choices: RwSignal<Choices>,
    pub(crate) draft: RwSignal<Option<String>>,
    /// The language of the message, where the agent chose one.
    pub(crate) language: RwSignal<Option<String>>,
    pub(crate) open: RwSignal<bool>,
    /// Instead of the banner, a small handle.
    pub(crate) collapsed: RwSignal<bool>,
    pub(crate) dismissed: RwSignal<Vec<u64>>,
    pub(crate) side: RwSignal<Side>,
    /// The step whose body is unfolded.
    pub(crate) unfolded: RwSignal<Option<Step>>,
    /// A tag change is under way.
    pub(crate) changing: RwSignal<bool>,
    /// The safer order is offered: to change the tag by the submit that is waiting in the page.
    pub(crate) together: RwSignal<bool>,
    pub(crate) report: RwSignal<Option<Report>>,
    pub(crate) countdown: RwSignal<Option<Countdown>>,
    pub(crate) journal: RwSignal<Journal>,
    /// What was found on the page, once it was looked at.
    pub(crate) page_state: RwSignal<Option<PageState>>,
    /// What became of the last action, and where it is told.
    pub(crate) outcome: RwSignal<Option<(Spot, Outcome)>>,
    pub(crate) assessment: Memo<Option<Assessment>>,
    /// For the policy in force.
    pub(crate) judge: Memo<Compiled>,
    /// Counts readings: only the newest one's answer is shown.
    pub(crate) readings: StoredValue<u32>,
    link: StoredValue<Option<Rc<Link>>, LocalStorage>,
    kept: StoredValue<HashMap<u64, Kept>>,
}

impl App {
    pub(crate) fn new() -> Self {
        let settings = RwSignal::new(Arc::new(settings::Kept::default().in_force()));
        let load = RwSignal::new(None);
        let choices = RwSignal::new(Choices::default());
        let judge = Memo::new(move |_| Compiled::new(Arc::clone(&settings.get().policy)));
        let assessment = Memo::new(move |_| match load.get() {
            Some(Load::Ready(loaded)) => choices.with(|choices| {
                Some(judge.with(|judge| judge.judge(&loaded.record, clock::today(), choices)))
            }),
            _ => None,
        });
        Self {
            settings,
            screen: RwSignal::new(None),
            load,
            choices,
            draft: RwSignal::new(None),
            language: RwSignal::new(None),
            open: RwSignal::new(false),
            collapsed: RwSignal::new(false),
            dismissed: RwSignal::new(Vec::new()),
            side: RwSignal::new(Side::End),
            unfolded: RwSignal::new(None),
            changing: RwSignal::new(false),
            together: RwSignal::new(false),
            report: RwSignal::new(None),
            countdown: RwSignal::new(None),
            journal: RwSignal::new(Journal::default()),
            page_state: RwSignal::new(None),
            outcome: RwSignal::new(None),
            assessment,
            judge,
            readings: StoredValue::new(0),
            link: StoredValue::new_local(None),
            kept: StoredValue::new(HashMap::new()),
        }
    }

    /// The policy in force.
    pub(crate) fn policy(self) -> Arc<Policy> {
        Arc::clone(&self.settings.get().policy)
    }

    /// Whether a feature is switched on.
    pub(crate) fn is_set(self, feature: Feature) -> bool {
        self.settings.get().is_on(feature)
    }

    /// Reads what the agent and the administrator have set.
    pub(crate) async fn read_settings(self) {
        self.settings
            .set(Arc::new(settings::Kept::read().await.in_force()));
    }

    pub(crate) fn connect(self, link: Rc<Link>) {
        self.link.set_value(Some(link));
    }

    /// The page, bound to the ticket on screen.
    pub(crate) fn page(self) -> Option<PageLink> {
        let link = self.link.get_value()?;
        let screen = self.screen.get_untracked()?;
        Some(PageLink::new(link, screen.visit, screen.ticket))
    }

    pub(crate) fn pause(self) -> PanelPause {
        PanelPause(self.countdown)
    }

    /// Whether this visit is still the one on screen: answers to another one are dropped.
    pub(crate) fn is_on(self, visit: Visit) -> bool {
        self.screen
            .with_untracked(|screen| screen.as_ref().is_some_and(|screen| screen.visit == visit))
    }

    pub(crate) fn ticket(self) -> Option<u64> {
        self.screen
            .with_untracked(|screen| screen.as_ref().map(|screen| screen.ticket))
    }

    pub(crate) fn loaded(self) -> Option<Arc<Reading>> {
        match self.load.get() {
            Some(Load::Ready(loaded)) => Some(loaded),
            _ => None,
        }
    }

    pub(crate) fn is_dismissed(self) -> bool {
        let ticket = self.screen.get().map(|screen| screen.ticket);
        self.dismissed
            .with(|tickets| ticket.is_some_and(|ticket| tickets.contains(&ticket)))
    }

    /// Tells the adapter where the frame stands.
    pub(crate) fn show(self, shape: Shape) {
        let visit = self.screen.get_untracked().map(|screen| screen.visit);
        if let (Some(link), Some(visit)) = (self.link.get_value(), visit) {
            link.send(&ToPage::Show { visit, shape });
        }
    }

    /// What the adapter tells.
    pub(crate) fn hear(self, message: FromPage) {
        match message {
            FromPage::Ticket {
                visit,
                ticket,
                host,
                theme,
                rtl,
                ..
            } => {
                let theme = match theme {
                    Theme::Light => "light",
                    Theme::Dark => "dark",
                };
                document::set_root("data-theme", theme);
                document::set_root("dir", if rtl { "rtl" } else { "ltr" });
                self.enter(OnScreen {
                    visit,
                    ticket,
                    host,
                });
            }
            FromPage::Changed { visit } if self.is_on(visit) => loading::read_again(self),
            FromPage::Command { visit, command } if self.is_on(visit) => self.obey(command),
            _ => {}
        }
    }

    fn obey(self, command: Command) {
        let by_key = |feature| self.is_set(Feature::Keyboard) && self.is_set(feature);
        match command {
            _ if !self.is_for_host() => {}
            Command::ToggleSidebar => self.open.update(|open| *open = !*open),
            Command::InsertDraft if by_key(Feature::Draft) => {
                self.open_at(Step::Contact);
                actions::insert_draft(self);
            }
            Command::OpenOpsIssue if by_key(Feature::OpsIssue) => {
                self.open_at(Step::OpsIssue);
                actions::open_ops_issue(self);
            }
            Command::InsertDraft | Command::OpenOpsIssue => {}
        }
    }

    /// Whether the ticket's Zendesk is one of the policy's.
    fn is_for_host(self) -> bool {
        let screen = self.screen.get();
        screen.is_some_and(|screen| self.policy().host(&screen.host).is_some())
    }

    /// Opens the sidebar with a step unfolded.
    pub(crate) fn open_at(self, step: Step) {
        self.unfolded.set(Some(step));
        self.open.set(true);
    }

    /// Puts away what belongs to the ticket before, takes out what was kept of this one, reads.
    fn enter(self, screen: OnScreen) {
        self.keep();
        let kept = self
            .kept
            .with_value(|kept| kept.get(&screen.ticket).cloned())
            .unwrap_or_default();
        batch(move || {
            self.load.set(Some(Load::Reading));
            self.choices.set(kept.choices);
            self.draft.set(kept.draft);
            self.language.set(kept.language);
            self.report.set(kept.report);
            self.page_state.set(None);
            self.outcome.set(None);
            self.unfolded.set(None);
            self.countdown.set(None);
            self.changing.set(false);
            self.together.set(false);
            self.open.set(kept.open);
            self.screen.set(Some(screen));
        });
        if self.is_for_host() {
            loading::read(self);
        } else {
            // Neither read nor shown.
            self.open.set(false);
            self.load.set(None);
        }
    }

    fn keep(self) {
        let Some(ticket) = self.ticket() else { return };
        let kept = Kept {
            choices: self.choices.get_untracked(),
            draft: self.draft.get_untracked(),
            language: self.language.get_untracked(),
            report: self.report.get_untracked(),
            open: self.open.get_untracked(),
        };
        self.kept.update_value(|all| {
            all.insert(ticket, kept);
        });
    }
}
