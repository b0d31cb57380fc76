//! The page's state: what is kept, what is in force, and what is being edited.

use std::sync::Arc;

use ferry_core::Policy;
use ferry_core::policy::{PolicyError, PolicyErrors};
use ferry_settings::{InForce, Settings};
use ferry_web::settings::{Kept, on_change};
use ferry_web::words::t;
use ferry_words::text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Map, Value};

use super::parts::Said;
use super::paths;

/// The parts of the page, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Hosts,
    Features,
    Policy,
    Templates,
    TryIt,
    Backup,
}

/// The signals that everything hangs on.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub(super) kept: RwSignal<Kept>,
    pub(super) now: Memo<Arc<InForce>>,
    pub(super) part: RwSignal<Part>,
    /// The policy as it is being edited, as JSON, so that it may be wrong for a while.
    pub(super) draft: RwSignal<Value>,
    /// What is wrong with it.
    pub(super) mistakes: Memo<Arc<Vec<PolicyError>>>,
    /// Whether it differs from what is in force.
    pub(super) edited: Memo<bool>,
    pub(super) said: RwSignal<Option<(Part, Said)>>,
    /// The agent's settings before the last reset, so that it can be taken back.
    pub(super) before_reset: RwSignal<Option<Settings>>,
}

impl Page {
    pub(super) fn new() -> Self {
        let kept = RwSignal::new(Kept::default());
        let now = Memo::new(move |_| Arc::new(kept.with(Kept::in_force)));
        let draft = RwSignal::new(Value::Null);
        let edited = Memo::new(move |_| draft.with(|draft| *draft != as_json(&now.get().policy)));
        let mistakes = Memo::new(move |_| {
            let read = draft.with(|draft| Policy::from_json(&draft.to_string()));
            Arc::new(read.err().map_or_else(Vec::new, |PolicyErrors(list)| list))
        });
        let page = Self {
            kept,
            now,
            part: RwSignal::new(Part::Hosts),
            draft,
            mistakes,
            edited,
            said: RwSignal::new(None),
            before_reset: RwSignal::new(None),
        };
        page.discard();
        on_change(move || page.read());
        page
    }

    /// Reads what is kept; what is being edited stays.
    pub(super) fn read(self) {
        spawn_local(async move {
            let kept = Kept::read().await;
            let edited = self.edited.get_untracked();
            self.kept.set(kept);
            if !edited {
                self.discard();
            }
        });
    }

    /// Gives up what is being edited.
    pub(super) fn discard(self) {
        self.draft.set(as_json(&self.now.get_untracked().policy));
    }

    /// Edits a field of the policy.
    pub(super) fn edit(self, path: &str, value: Value) {
        self.said.set(None);
        self.draft.update(|draft| paths::set(draft, path, value));
    }

    /// Stores what is being edited, if nothing is wrong with it.
    pub(super) fn save_draft(self, part: Part) {
        let read = self
            .draft
            .with_untracked(|draft| Policy::from_json(&draft.to_string()));
        match read {
            Ok(policy) => self.save_policy(part, &policy),
            Err(_) => self.say(part, Said::warn(text("options_has_mistakes"))),
        }
    }

    /// Sees to it that this policy is in force.
    pub(super) fn save_policy(self, part: Part, policy: &Policy) {
        let own = self
            .kept
            .with_untracked(|kept| self.now.get_untracked().own_policy(policy, &kept.local));
        self.save_patch(part, own);
    }

    /// Stores a patch of the policy as the agent's own.
    pub(super) fn save_patch(self, part: Part, policy: Map<String, Value>) {
        let features = self.kept.with_untracked(|kept| kept.local.features.clone());
        self.save(part, Settings { policy, features }, text("options_saved"));
    }

    /// Stores the agent's own settings and says so.
    pub(super) fn save(self, part: Part, settings: Settings, done: ferry_words::Text) {
        spawn_local(async move {
            let kept = self.kept.get_untracked();
            if !kept.store(&settings).await {
                return self.say(part, Said::warn(text("options_not_saved")));
            }
            self.kept.set(Kept::read().await);
            self.discard();
            self.say(part, Said::done(done));
        });
    }

    pub(super) fn say(self, part: Part, said: Said) {
        self.said.set(Some((part, said)));
    }
}

impl Part {
    pub(super) const ALL: [Self; 6] = [
        Self::Hosts,
        Self::Features,
        Self::Policy,
        Self::Templates,
        Self::TryIt,
        Self::Backup,
    ];

    /// Its name in addresses and tests.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Hosts => "hosts",
            Self::Features => "features",
            Self::Policy => "policy",
            Self::Templates => "templates",
            Self::TryIt => "try",
            Self::Backup => "backup",
        }
    }

    /// Its title.
    pub(super) fn title(self) -> String {
        match self {
            Self::Hosts => t("options_hosts"),
            Self::Features => t("options_features"),
            Self::Policy => t("options_policy"),
            Self::Templates => t("options_templates"),
            Self::TryIt => t("options_try"),
            Self::Backup => t("options_backup"),
        }
    }
}

/// A policy as the form edits it.
pub(super) fn as_json(policy: &Policy) -> Value {
    serde_json::to_value(policy).unwrap_or_default()
}
