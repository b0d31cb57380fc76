//! Reading the ticket on screen; what was read is dropped if another one comes on screen meanwhile.

use std::sync::Arc;

use ferry_core::ticket::Comment;
use ferry_zendesk::Client;
use futures_util::future::join;
use leptos::prelude::{Get, GetUntracked, GetValue, Set, SetValue, WithUntracked};
use leptos::task::spawn_local;

use crate::app::{App, Load};

/// Reads the ticket on screen.
pub(crate) fn read(app: App) {
    let (Some(page), Some(screen)) = (app.page(), app.screen.get_untracked()) else {
        return;
    };
    let client = Client::new(page, screen.host);
    let reading = app.readings.get_value().wrapping_add(1);
    app.readings.set_value(reading);
    spawn_local(async move {
        let (pause, ticket) = (app.pause(), screen.ticket);
        // The lexicon is compiled once, and while the first answers are on their way.
        let compile = async { app.judge.with_untracked(|_| ()) };
        // Comments are read as they come, so that the last page is all that is left to read.
        let heard = |comments: &[Comment]| {
            if app.is_on(screen.visit) {
                app.judge.with_untracked(|judge| judge.read(comments));
            }
        };
        let record = ferry_zendesk::record(&client, &pause, ticket, heard);
        let (read, ()) = join(record, compile).await;
        if app.is_on(screen.visit) && app.readings.get_value() == reading {
            app.together.set(false);
            app.load.set(Some(match read {
                Ok(loaded) => Load::Ready(Arc::new(loaded)),
                Err(error) => Load::Failed(error),
            }));
        }
    });
}

/// Reads again because the ticket may have changed; what is shown stays until then.
pub(crate) fn read_again(app: App) {
    // A tag change reads for itself and asks for this when it is through.
    if !app.changing.get_untracked() {
        read(app);
    }
}

/// Reads again because the agent asks for it.
pub(crate) fn retry(app: App) {
    app.load.set(Some(Load::Reading));
    read(app);
}

/// Whether the ticket is being read for the first time.
pub(crate) fn is_reading(app: App) -> bool {
    matches!(app.load.get(), Some(Load::Reading))
}
