//! How often what is tried again, and after which wait.

use crate::answers::Rights;
use crate::client::Client;
use crate::error::{About, ConflictCause, Error, Fault};
use crate::pause::{Flow, Pause, Wait, Why};
use crate::transport::Transport;

/// A wait that Zendesk may ask for. Its update limit counts ten minutes.
const LONGEST_WAIT: u32 = 600;

/// What to wait where Zendesk does not say.
const USUAL_WAIT: u32 = 3;

/// What may still be tried; each trouble has its own account, so that all of them together end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    waits: u8,
    sessions: u8,
    losses: u8,
    conflicts: u8,
    collisions: u8,
}

/// What to do after an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Ask again.
    Again,
    /// Ask again with a new session token, if there still is a session.
    Renew,
    /// Wait, then ask again.
    Wait(Wait),
    /// Leave it.
    GiveUp,
}

impl Patience {
    pub(crate) fn new() -> Self {
        Self {
            waits: 3,
            sessions: 1,
            losses: 1,
            conflicts: 1,
            collisions: 1,
        }
    }

    pub(crate) fn after(&mut self, error: &Error) -> Next {
        let (account, next) = match &error.fault {
            Fault::RateLimited { seconds } => (&mut self.waits, wait(*seconds, Why::RateLimited)),
            Fault::Unavailable { seconds, .. } => {
                (&mut self.waits, wait(*seconds, Why::Unavailable))
            }
            Fault::SignedOut | Fault::Forbidden | Fault::NotJson { .. } => {
                (&mut self.sessions, Next::Renew)
            }
            Fault::NoResponse | Fault::Garbled | Fault::Missing { .. } => {
                (&mut self.losses, Next::Again)
            }
            Fault::Conflict {
                cause: ConflictCause::Update,
                ..
            } => (&mut self.conflicts, Next::Again),
            Fault::Conflict {
                cause: ConflictCause::Database,
                ..
            } => (&mut self.collisions, Next::Again),
            _ => return Next::GiveUp,
        };
        match account.checked_sub(1) {
            Some(left) => *account = left,
            None => return Next::GiveUp,
        }
        next
    }
}

fn wait(asked: Option<u32>, why: Why) -> Next {
    match asked.unwrap_or(USUAL_WAIT) {
        seconds if seconds > LONGEST_WAIT => Next::GiveUp,
        seconds => Next::Wait(Wait {
            seconds: seconds.max(1),
            why,
        }),
    }
}

/// Asks until there is an answer, or until trying again makes no sense: waits where Zendesk asks
/// for it (the agent can cancel), looks after the session once, repeats a lost call once.
///
/// For reads only: a write must not be repeated without reading in between.
///
/// # Errors
/// The last one, or [`Fault::Cancelled`].
pub async fn patiently<T, P, R>(
    client: &Client<T>,
    pause: &P,
    ask: impl AsyncFn() -> Result<R, Error>,
) -> Result<R, Error>
where
    T: Transport,
    P: Pause,
{
    let mut patience = Patience::new();
    loop {
        let error = match ask().await {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        match patience.after(&error) {
            Next::GiveUp => return Err(error),
            Next::Again => {}
            Next::Wait(wait) => waited(pause, wait, error.about).await?,
            Next::Renew => still_signed_in(client, &error).await?,
        }
    }
}

/// Waits; a cancel ends what the wait was for.
pub(crate) async fn waited<P: Pause>(pause: &P, wait: Wait, about: About) -> Result<(), Error> {
    match pause.wait(wait).await {
        Flow::GoOn => Ok(()),
        Flow::Cancel => Err(Error::new(about, Fault::Cancelled)),
    }
}

/// Tells a session that is over from a refusal that may have been an accident.
async fn still_signed_in<T: Transport>(client: &Client<T>, error: &Error) -> Result<(), Error> {
    match client.me().await {
        Ok(me) if me.rights() == Rights::SignedOut => {
            Err(Error::new(error.about, Fault::SignedOut))
        }
        _ => Ok(()),
    }
}
