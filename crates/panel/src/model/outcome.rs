//! What became of an action, in the agent's language.

use ferry_protocol::{Insertion, Tone};
use ferry_zendesk::tags::{Ending, Report};

use super::text::{Text, text};
use super::trouble;

/// Where the result of an action is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spot {
    Contact,
    OpsIssue,
    Retag,
    Evidence,
    Note,
    Wrong,
}

/// A result with what else the agent should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) tone: Tone,
    /// A stable name for tests.
    pub(crate) kind: &'static str,
    pub(crate) sentences: Vec<Text>,
}

/// What became of a tag change, with what else the agent should know.
pub(crate) fn of_report(report: &Report) -> Outcome {
    let notices = report.notices.iter().map(trouble::of_notice);
    Outcome {
        tone: match &report.ending {
            Ending::Done | Ending::AlreadyDone => Tone::Done,
            _ => Tone::Warn,
        },
        kind: report.kind(),
        sentences: told(report).into_iter().chain(notices).collect(),
    }
}

/// What became of a tag change.
pub(crate) fn told(report: &Report) -> Vec<Text> {
    let mut sentences = deeds(report);
    match &report.ending {
        Ending::Done => {}
        Ending::AlreadyDone => sentences.push(text("report_already_done")),
        Ending::DoneAmidChanges => sentences.push(text("report_done_amid_changes")),
        Ending::NotKept { still, missing } => {
            let tags: Vec<String> = still.iter().chain(missing).cloned().collect();
            sentences.push(text("report_not_kept").with(tags.join(", ")));
        }
        Ending::NotDone(stop) => sentences.push(trouble::of_stop(stop)),
        Ending::PutBack => sentences.push(text("report_put_back")),
        Ending::Bare(stop) => {
            sentences.push(text("report_bare"));
            sentences.push(trouble::of_stop(stop));
        }
        Ending::Unknown(error) => {
            sentences.push(text("report_unknown"));
            sentences.push(trouble::of_error(error));
        }
    }
    sentences.extend(standing(report));
    sentences
}

fn deeds(report: &Report) -> Vec<Text> {
    let deed = |key, tags: Vec<String>| (!tags.is_empty()).then(|| text(key).with(tags.join(", ")));
    [
        deed("report_added", report.added()),
        deed("report_removed", report.removed()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The support-level tags that were read at the end, where something was sent.
fn standing(report: &Report) -> Option<Text> {
    let after = report.after.as_ref().filter(|_| report.sent)?;
    let tags: Vec<&str> = after.level_tags.iter().map(String::as_str).collect();
    Some(text("report_now").with(tags.join(", ")))
}

/// What became of inserting the draft.
pub(crate) fn of_insertion(insertion: &Insertion) -> Outcome {
    let (tone, kind, sentence) = match insertion {
        Insertion::Done => (Tone::Done, "done", text("insert_done")),
        Insertion::NoComposer => (Tone::Warn, "no_composer", text("insert_no_composer")),
        Insertion::NotPublic { .. } => (Tone::Warn, "not_public", text("insert_not_public")),
        Insertion::HasText => (Tone::Warn, "has_text", text("insert_has_text")),
        Insertion::NotTaken => (Tone::Warn, "not_taken", text("insert_not_taken")),
        Insertion::Refused { .. } => (Tone::Warn, "refused", text("reason_other_ticket")),
    };
    Outcome {
        tone,
        kind,
        sentences: vec![sentence],
    }
}

/// A short result of one sentence.
pub(crate) fn plain(tone: Tone, kind: &'static str, sentence: Text) -> Outcome {
    Outcome {
        tone,
        kind,
        sentences: vec![sentence],
    }
}
