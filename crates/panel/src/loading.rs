//! Reading a ticket: ticket and organization beside comments, dropped if another ticket comes on
//! screen meanwhile.

use std::cell::Cell;
use std::sync::Arc;

use ferry_core::Record;
use ferry_core::ticket::{Organization, Ticket};
use ferry_zendesk::{Client, Comments, Conversation, Error, OrganizationAnswer, patiently};
use futures_util::future::try_join;
use leptos::prelude::{Get, GetUntracked, GetValue, Set, SetValue};
use leptos::task::spawn_local;

use crate::app::{App, Load, Loaded};
use crate::link::{PageLink, PanelPause};

/// Reads the ticket on screen.
pub(crate) fn read(app: App) {
    let (Some(page), Some(screen)) = (app.page(), app.screen.get_untracked()) else {
        return;
    };
    let client = Client::new(page, screen.host);
    let reading = app.readings.get_value().wrapping_add(1);
    app.readings.set_value(reading);
    spawn_local(async move {
        let read = read_all(&client, app.pause(), screen.ticket).await;
        if app.is_on(screen.visit) && app.readings.get_value() == reading {
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

async fn read_all(
    client: &Client<PageLink>,
    pause: PanelPause,
    ticket: u64,
) -> Result<Loaded, Error> {
    let (head, talk) = try_join(
        head(client, pause, ticket),
        conversation(client, pause, ticket),
    )
    .await?;
    let (ticket, organization, organization_hidden) = head;
    Ok(Loaded {
        incomplete: talk.gap.is_some(),
        organization_hidden,
        record: Record {
            ticket,
            comments: talk.comments,
            users: talk.users,
            organization,
        },
    })
}

async fn head(
    client: &Client<PageLink>,
    pause: PanelPause,
    ticket: u64,
) -> Result<(Ticket, Option<Organization>, bool), Error> {
    let answer = patiently(client, &pause, async || client.ticket(ticket).await).await?;
    let Some(organization) = answer.ticket.organization_id else {
        return Ok((answer.ticket, None, false));
    };
    let ask = async || client.organization(organization).await;
    match patiently(client, &pause, ask).await? {
        OrganizationAnswer::Known(organization) => Ok((answer.ticket, Some(organization), false)),
        OrganizationAnswer::MayNotBeRead => Ok((answer.ticket, None, true)),
    }
}

async fn conversation(
    client: &Client<PageLink>,
    pause: PanelPause,
    ticket: u64,
) -> Result<Conversation, Error> {
    // Asking may be repeated, each time from the place that the last page left.
    let pages = Cell::new(Some(client.comments(ticket)));
    let more = async || {
        let Some(mut reader) = pages.take() else {
            return Ok(false);
        };
        let more = reader.more().await;
        pages.set(Some(reader));
        more
    };
    while patiently(client, &pause, &more).await? {}
    let read = pages.take().map(Comments::into_conversation);
    Ok(read.unwrap_or_default())
}

/// Whether the ticket is being read for the first time.
pub(crate) fn is_reading(app: App) -> bool {
    matches!(app.load.get(), Some(Load::Reading))
}
