//! The toolbar button's badge: a sign, never colour alone.

use ferry_core::{Assessment, Stage};
use ferry_protocol::{ToBackground, Tone};

use super::headline::headline;

/// What the badge shows for an assessment; `None`: the ticket could not be read.
pub(crate) fn badge(
    assessment: Option<&Assessment>,
    dismissed: bool,
    wanted: bool,
) -> ToBackground {
    let (text, tone) = match assessment {
        _ if !wanted => ("", Tone::Wait),
        None => ("!", Tone::Warn),
        Some(assessment) if dismissed || assessment.stage == Stage::NoAction => ("", Tone::Wait),
        Some(assessment) => (sign(assessment.stage), headline(assessment).tone),
    };
    ToBackground::Badge {
        text: text.to_owned(),
        tone,
    }
}

/// The stage in one character: the number of the step, where it is at one.
pub(crate) fn sign(stage: Stage) -> &'static str {
    match stage {
        Stage::ContactCustomer | Stage::AwaitCustomer => "1",
        Stage::OpenOpsIssue => "2",
        Stage::AwaitSupportOps => "3",
        Stage::Retag => "4",
        Stage::Expired | Stage::AskSupportOps => "?",
        Stage::Done | Stage::NoAction => "✓",
    }
}
