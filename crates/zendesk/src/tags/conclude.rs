//! The end of a change: what is true now, and putting back what must not be missing.

use super::changes::Changes;
use super::page::{self, Notice, Page};
use super::reading::Reading;
use super::reason::Reason;
use super::report::{Ending, Report, Stop};
use super::run::Run;
use super::step::{Step, send, token};
use crate::error::{About, Error, Fault};
use crate::patience::{Next, Patience, waited};
use crate::pause::Pause;
use crate::transport::Transport;

/// How often a tag that must not be missing is put back.
const RESTORE_TRIES: u8 = 4;

/// Finds out how a change ended. `stop`: what kept it from going through all its steps.
pub(super) async fn conclude<T, G, P>(mut run: Run<'_, T, G, P>, stop: Option<Stop>) -> Report
where
    T: Transport,
    G: Page,
    P: Pause,
{
    let ending = match (run.sent.is_empty(), stop) {
        (true, None) => Ending::AlreadyDone,
        (true, Some(stop)) => Ending::NotDone(stop),
        (false, stop) => after_writing(&mut run, stop).await,
    };
    if let (Some(before), Some(now)) = (&run.before, &run.now) {
        run.notices.extend(others_changed(&run, before, now));
        if !run.sent.is_empty() {
            run.notices.extend(still_shown(&run, now).await);
        }
    }
    Report {
        change: run.change.clone(),
        sent: !run.sent.is_empty(),
        before: run.before,
        after: run.now,
        ending,
        notices: run.notices,
    }
}

/// Something was sent: only a reading that is newer says what became of it.
async fn after_writing<T, G, P>(run: &mut Run<'_, T, G, P>, stop: Option<Stop>) -> Ending
where
    T: Transport,
    G: Page,
    P: Pause,
{
    let now = match current(run).await {
        Ok(now) => now,
        Err(error) => return Ending::Unknown(error),
    };
    if run.sent.contains(&Step::Remove) && run.change.is_bare(&now.level_tags) {
        return match restore(run).await {
            Ok(()) => Ending::PutBack,
            Err(stop) => match current(run).await {
                Ok(now) if !run.change.is_bare(&now.level_tags) => Ending::PutBack,
                _ => Ending::Bare(stop),
            },
        };
    }
    if now.level_tags == run.change.target() {
        return Ending::Done;
    }
    let still: Vec<String> = run
        .change
        .remove()
        .intersection(&now.level_tags)
        .cloned()
        .collect();
    let missing: Vec<String> = run
        .change
        .add()
        .difference(&now.level_tags)
        .cloned()
        .collect();
    match stop {
        _ if still.is_empty() && missing.is_empty() => Ending::DoneAmidChanges,
        Some(stop) => Ending::NotDone(stop),
        None => Ending::NotKept { still, missing },
    }
}

/// Puts the removed tags back on a ticket that has no support-level tag left.
///
/// A protected removal cannot come to this; one whose protection Zendesk ignored can, if somebody
/// took the other tag off in the same moment. No second is waited for here: adding what was there
/// before cannot pass over anybody's change.
async fn restore<T, G, P>(run: &mut Run<'_, T, G, P>) -> Result<(), Stop>
where
    T: Transport,
    G: Page,
    P: Pause,
{
    let mut patience = Patience::new();
    for _ in 0..RESTORE_TRIES {
        let now = current(run).await?;
        if !run.change.is_bare(&now.level_tags) {
            return Ok(());
        }
        let stamp = now.updated_at.ok_or(Reason::NoStamp)?;
        let token = token(run).await?;
        let Err(error) = send(run, Step::Restore, stamp, token).await else {
            continue;
        };
        match patience.after(&error) {
            Next::GiveUp => return Err(error.into()),
            Next::Wait(wait) => waited(run.pause, wait, error.about).await?,
            Next::Again | Next::Renew => {}
        }
    }
    let about = About::TagChange(run.change.ticket());
    Err(Error::new(about, Fault::Busy).into())
}

/// The ticket as it was read last, or read now if something was sent since.
async fn current<T, G, P>(run: &mut Run<'_, T, G, P>) -> Result<Reading, Error>
where
    T: Transport,
    G: Page,
    P: Pause,
{
    match run.now.clone() {
        Some(now) => Ok(now),
        None => run.read().await,
    }
}

/// What others changed while the change was under way, its own tags aside.
fn others_changed<T, G, P>(run: &Run<'_, T, G, P>, old: &Reading, new: &Reading) -> Option<Notice> {
    let (remove, add) = (run.change.remove(), run.change.add());
    let is_other = |tag: &&String| !remove.contains(*tag) && !add.contains(*tag);
    let tags = Changes::between(
        old.tags.iter().filter(is_other),
        new.tags.iter().filter(is_other),
    );
    let changes = Changes {
        status: old.changes_until(new).status,
        ..tags
    };
    (!changes.is_empty()).then_some(Notice::OthersChanged(changes))
}

/// A page that still shows what is gone will send it along when the agent submits.
async fn still_shown<T, G, P>(run: &Run<'_, T, G, P>, now: &Reading) -> Option<Notice>
where
    G: Page,
{
    let state = page::agrees(run.change, run.page.look().await).ok()?;
    let shown = state.tags?;
    let gone = run.change.remove().difference(&now.level_tags);
    let tags: Vec<String> = gone.filter(|tag| shown.contains(tag)).cloned().collect();
    (!tags.is_empty()).then_some(Notice::PageStillShows { tags })
}
