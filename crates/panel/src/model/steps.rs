//! The workflow as four steps: what is done, what is next, and why.

use ferry_core::{Assessment, Stage};

use super::text::{Text, text};

/// A step of the workflow, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    Contact,
    OpsIssue,
    SetUp,
    Retag,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Progress {
    Done,
    Next,
    Waiting,
    Unclear,
    Later,
}

/// A step with where it stands and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StepState {
    pub(crate) step: Step,
    pub(crate) progress: Progress,
    pub(crate) why: Text,
}

impl Step {
    pub(crate) const ALL: [Self; 4] = [Self::Contact, Self::OpsIssue, Self::SetUp, Self::Retag];

    pub(crate) fn title(self) -> Text {
        text(match self {
            Self::Contact => "step_contact",
            Self::OpsIssue => "step_ops_issue",
            Self::SetUp => "step_set_up",
            Self::Retag => "step_retag",
        })
    }

    /// A stable name for tests and element ids.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::OpsIssue => "ops-issue",
            Self::SetUp => "set-up",
            Self::Retag => "retag",
        }
    }
}

impl Progress {
    /// The word for it: a sign alone would not be heard.
    pub(crate) fn word(self) -> Text {
        text(match self {
            Self::Done => "progress_done",
            Self::Next => "progress_next",
            Self::Waiting => "progress_waiting",
            Self::Unclear => "progress_unclear",
            Self::Later => "progress_later",
        })
    }

    /// A stable name for style and tests.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Next => "next",
            Self::Waiting => "waiting",
            Self::Unclear => "unclear",
            Self::Later => "later",
        }
    }
}

/// The step that the stage is at.
pub(crate) fn current(stage: Stage) -> Option<Step> {
    match stage {
        Stage::ContactCustomer | Stage::AwaitCustomer => Some(Step::Contact),
        Stage::OpenOpsIssue => Some(Step::OpsIssue),
        Stage::AwaitSupportOps | Stage::Expired => Some(Step::SetUp),
        Stage::Retag | Stage::AskSupportOps => Some(Step::Retag),
        Stage::Done | Stage::NoAction => None,
    }
}

/// The four steps for an assessment.
pub(crate) fn steps(assessment: &Assessment) -> [StepState; 4] {
    Step::ALL.map(|step| {
        let progress = progress(assessment.stage, step);
        StepState {
            step,
            progress,
            why: why(assessment, step, progress),
        }
    })
}

fn progress(stage: Stage, step: Step) -> Progress {
    let Some(current) = current(stage) else {
        return match stage {
            Stage::Done => Progress::Done,
            _ => Progress::Later,
        };
    };
    let place = |step: Step| Step::ALL.iter().position(|other| *other == step);
    match place(step).cmp(&place(current)) {
        std::cmp::Ordering::Less => Progress::Done,
        std::cmp::Ordering::Greater => Progress::Later,
        std::cmp::Ordering::Equal => match stage {
            Stage::AwaitCustomer | Stage::AwaitSupportOps => Progress::Waiting,
            Stage::Expired | Stage::AskSupportOps => Progress::Unclear,
            _ => Progress::Next,
        },
    }
}

fn why(assessment: &Assessment, step: Step, progress: Progress) -> Text {
    text(match (step, progress) {
        (Step::Contact, Progress::Done) => "why_contact_done",
        (Step::Contact, Progress::Waiting) => "why_contact_waiting",
        (Step::Contact, _) => "why_contact_next",
        (Step::OpsIssue, Progress::Done) if assessment.ops_issue.is_some() => "why_ops_found",
        (Step::OpsIssue, Progress::Done) => "why_ops_done",
        (Step::OpsIssue, Progress::Next) => "why_ops_next",
        (Step::OpsIssue, _) => "why_ops_later",
        (Step::SetUp, Progress::Done) => "why_set_up_done",
        (Step::SetUp, Progress::Waiting) => "why_set_up_waiting",
        (Step::SetUp, Progress::Unclear) => "why_set_up_expired",
        (Step::SetUp, _) => "why_set_up_later",
        (Step::Retag, Progress::Done) => "why_retag_done",
        (Step::Retag, Progress::Next) => "why_retag_next",
        (Step::Retag, Progress::Unclear) => "why_retag_unclear",
        (Step::Retag, _) => "why_retag_later",
    })
}
