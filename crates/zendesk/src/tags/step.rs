//! One write of a change: adding or removing, until it is known what became of it.

use std::collections::BTreeSet;

use ferry_protocol::TagsBody;

use super::change::TagChange;
use super::changes::Changes;
use super::page::{self, Notice, Page};
use super::reading::Reading;
use super::reason::Reason;
use super::report::Stop;
use super::run::Run;
use crate::answers::Rights;
use crate::error::{About, ConflictCause, Error, Fault};
use crate::patience::{Next, Patience, patiently, waited};
use crate::pause::Pause;
use crate::transport::Transport;

/// Which write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Adds what is to come.
    Add,
    /// Removes what is to go.
    Remove,
    /// Adds what was removed, after all.
    Restore,
}

impl Step {
    /// The support-level tags that the ticket must have before.
    fn expected(self, change: &TagChange) -> BTreeSet<String> {
        match self {
            Self::Add => change.start().clone(),
            Self::Remove | Self::Restore => change.middle(),
        }
    }

    /// The support-level tags that it has afterwards.
    fn achieved(self, change: &TagChange) -> BTreeSet<String> {
        match self {
            Self::Add | Self::Restore => change.middle(),
            Self::Remove => change.target(),
        }
    }

    fn tags(self, change: &TagChange) -> &BTreeSet<String> {
        match self {
            Self::Add => change.add(),
            Self::Remove | Self::Restore => change.remove(),
        }
    }
}

/// Does one step. Before every attempt, the first as well as those after trouble, everything is
/// read and checked anew; so an attempt that took effect unseen is noticed and not repeated.
pub(super) async fn perform<T, G, P>(run: &mut Run<'_, T, G, P>, step: Step) -> Result<(), Stop>
where
    T: Transport,
    G: Page,
    P: Pause,
{
    let mut patience = Patience::new();
    let mut overtaken: Option<Reading> = None;
    loop {
        let now = run.read_settled().await?;
        if now.level_tags == step.achieved(run.change) {
            return Ok(());
        }
        let stamp = allowed(run.change, step, &now)?;
        if let Some(earlier) = overtaken.take() {
            run.notices
                .push(Notice::Conflict(earlier.changes_until(&now)));
        }
        page::agrees(run.change, run.page.look().await)?;
        let token = token(run).await?;
        let error = match send(run, step, stamp, token).await {
            Ok(ignored) => return accepted(run, step, ignored),
            Err(error) => error,
        };
        match patience.after(&error) {
            Next::GiveUp => return Err(explained(run, &now, error).await.into()),
            Next::Wait(wait) => waited(run.pause, wait, error.about).await?,
            Next::Again | Next::Renew => {}
        }
        overtaken = is_update_conflict(&error).then_some(now);
    }
}

/// Sends one write with exactly the step's tags, the stamp and the token. From here on, what the
/// ticket is like is unknown until it is read again.
pub(super) async fn send<T, G, P>(
    run: &mut Run<'_, T, G, P>,
    step: Step,
    updated_stamp: String,
    token: String,
) -> Result<Vec<String>, Error>
where
    T: Transport,
{
    let ticket = run.change.ticket();
    let tags = step.tags(run.change).iter().cloned().collect();
    let body = TagsBody {
        tags,
        updated_stamp,
        safe_update: "true".to_owned(),
    };
    let earlier = run.now.take();
    run.sent.push(step);
    let answer = match step {
        Step::Add | Step::Restore => run.client.add_tags(ticket, body, token).await,
        Step::Remove => run.client.remove_tags(ticket, body, token).await,
    };
    let held_back = |error: &Error| matches!(error.fault, Fault::OtherTicket { .. });
    if answer.as_ref().is_err_and(held_back) {
        // The page adapter did not let it out: nothing was sent after all.
        run.now = earlier;
        run.sent.pop();
    }
    answer
}

/// Who is signed in now may change tickets, and this is the token that their write carries.
pub(super) async fn token<T, G, P>(run: &Run<'_, T, G, P>) -> Result<String, Stop>
where
    T: Transport,
    P: Pause,
{
    let client = run.client;
    let me = patiently(client, run.pause, async || client.me().await).await?;
    let about = About::TagChange(run.change.ticket());
    match me.rights() {
        Rights::MayEdit => {}
        Rights::SignedOut => {
            return Err(Error::new(about, Fault::SignedOut).into());
        }
        rights => return Err(Reason::MayNotEdit(rights).into()),
    }
    let fault = Fault::Missing {
        field: "authenticity_token",
    };
    me.token.ok_or(Error { about, fault }.into())
}

/// Whether the ticket as it is now lets the step be done; brings the stamp that protects it.
fn allowed(change: &TagChange, step: Step, now: &Reading) -> Result<String, Reason> {
    if now.status == "closed" {
        return Err(Reason::Closed);
    }
    let expected = step.expected(change);
    if now.level_tags != expected {
        return Err(Reason::LevelTagsChanged(Changes::between(
            &expected,
            &now.level_tags,
        )));
    }
    if let Some(tag) = step
        .tags(change)
        .iter()
        .find(|tag| now.field_values.contains(tag))
    {
        return Err(Reason::FieldValue { tag: tag.clone() });
    }
    now.updated_at.clone().ok_or(Reason::NoStamp)
}

/// Zendesk took the write. If it ignored the protection of an addition, the removal that was to
/// follow would be as unprotected: it is not sent.
fn accepted<T, G, P>(
    run: &mut Run<'_, T, G, P>,
    step: Step,
    keys: Vec<String>,
) -> Result<(), Stop> {
    if keys.is_empty() {
        return Ok(());
    }
    run.notices.push(Notice::Unprotected { keys: keys.clone() });
    if step == Step::Add && !run.change.remove().is_empty() {
        let about = About::TagChange(run.change.ticket());
        return Err(Error::new(about, Fault::Unprotected { keys }).into());
    }
    Ok(())
}

fn is_update_conflict(error: &Error) -> bool {
    matches!(
        error.fault,
        Fault::Conflict {
            cause: ConflictCause::Update,
            ..
        }
    )
}

/// A conflict that is left at that gets what changed into its message.
async fn explained<T, G, P>(run: &mut Run<'_, T, G, P>, earlier: &Reading, error: Error) -> Error
where
    T: Transport,
    G: Page,
    P: Pause,
{
    if !is_update_conflict(&error) {
        return error;
    }
    let Ok(newer) = run.read().await else {
        return error;
    };
    let changes = earlier.changes_until(&newer);
    Error {
        fault: Fault::Conflict {
            cause: ConflictCause::Update,
            changes,
        },
        ..error
    }
}
