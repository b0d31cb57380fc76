//! Reading the ticket on screen; what was read is dropped if another one comes on screen meanwhile.

use std::sync::Arc;

use ferry_zendesk::Client;
use leptos::prelude::{Get, GetUntracked, GetValue, Set, SetValue};
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
        let read = ferry_zendesk::record(&client, &app.pause(), screen.ticket).await;
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
