//! The step, in one sentence.

use ferry_core::{Assessment, OfferingId, Policy, Stage};
use ferry_protocol::Tone;

use crate::text::{Text, text};

/// What the banner and the sidebar say first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The sentence.
    pub title: Text,
    /// Whether it calls for something.
    pub tone: Tone,
}

/// The sentence for the stage.
pub fn headline(assessment: &Assessment) -> Headline {
    let (title, tone) = match assessment.stage {
        Stage::ContactCustomer => (text("stage_contact_customer"), Tone::Act),
        Stage::AwaitCustomer => (text("stage_await_customer"), Tone::Wait),
        Stage::OpenOpsIssue => (text("stage_open_ops_issue"), Tone::Act),
        Stage::AwaitSupportOps => (text("stage_await_support_ops"), Tone::Wait),
        Stage::Retag => (retag(assessment), Tone::Act),
        Stage::Expired => (text("stage_expired"), Tone::Warn),
        Stage::AskSupportOps => (text("stage_ask_support_ops"), Tone::Warn),
        Stage::Done => (text("stage_done"), Tone::Done),
        Stage::NoAction => (text("stage_no_action"), Tone::Wait),
    };
    Headline { title, tone }
}

fn retag(assessment: &Assessment) -> Text {
    let (remove, add) = (assessment.remove.join(", "), assessment.add.join(", "));
    match (remove.is_empty(), add.is_empty()) {
        (false, true) => text("stage_retag_remove").with(remove),
        (true, _) => text("stage_retag_add").with(add),
        (false, false) => text("stage_retag_replace").with(remove).with(add),
    }
}

/// "Self-Managed → GitLab.com", as far as it is known.
pub fn direction(policy: &Policy, assessment: &Assessment) -> Option<Text> {
    let name = |id: &Option<OfferingId>| {
        let offering = id.as_ref().and_then(|id| policy.offering(id));
        offering.map(|offering| offering.short.clone())
    };
    match (name(&assessment.from), name(&assessment.to)) {
        (Some(from), Some(to)) => Some(text("direction").with(from).with(to)),
        (None, Some(to)) => Some(text("direction_to").with(to)),
        (Some(from), None) => Some(text("direction_from").with(from)),
        (None, None) => None,
    }
}

/// Whether the banner shows: not for nothing, and not where the agent said that it is none.
pub fn has_banner(assessment: &Assessment, dismissed: bool) -> bool {
    assessment.stage != Stage::NoAction && !dismissed
}

/// A tone as the style sheets name it.
pub fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Act => "act",
        Tone::Wait => "wait",
        Tone::Warn => "warn",
        Tone::Done => "done",
    }
}
