//! All that a judgement looks at: the ticket with its organization, beside its comments.

use std::cell::Cell;

use ferry_core::Record;
use ferry_core::ticket::{Comment, Organization, Ticket};
use futures_util::future::try_join;

use crate::answers::OrganizationAnswer;
use crate::client::Client;
use crate::comments::{Comments, Conversation};
use crate::error::Error;
use crate::patience::patiently;
use crate::pause::Pause;
use crate::transport::Transport;

/// A record, and what is missing from it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// What was read.
    pub record: Record,
    /// The organization is there, but kept from this agent.
    pub organization_hidden: bool,
    /// Not all comments could be read.
    pub incomplete: bool,
}

/// Reads a ticket with its organization and all its comments, as [`patiently`] as may be.
///
/// `heard` gets the comments read so far after each page, so that a caller can use the time until
/// the next one comes.
///
/// # Errors
/// See [`crate::Fault`].
pub async fn record<T, P>(
    client: &Client<T>,
    pause: &P,
    ticket: u64,
    heard: impl Fn(&[Comment]),
) -> Result<Reading, Error>
where
    T: Transport,
    P: Pause,
{
    let (head, talk) = try_join(
        head(client, pause, ticket),
        conversation(client, pause, ticket, heard),
    )
    .await?;
    let (ticket, organization, organization_hidden) = head;
    let mut record = Record {
        ticket,
        comments: talk.comments,
        users: talk.users,
        organization,
    };
    // Whoever has not written yet is not among the users. Only their language is missing without
    // them, so one try is enough.
    if let (None, Some(id)) = (record.requester(), record.ticket.requester_id) {
        record.users.extend(client.user(id).await);
    }
    Ok(Reading {
        record,
        organization_hidden,
        incomplete: talk.gap.is_some(),
    })
}

async fn head<T, P>(
    client: &Client<T>,
    pause: &P,
    ticket: u64,
) -> Result<(Ticket, Option<Organization>, bool), Error>
where
    T: Transport,
    P: Pause,
{
    let answer = patiently(client, pause, async || client.ticket(ticket).await).await?;
    let Some(organization) = answer.ticket.organization_id else {
        return Ok((answer.ticket, None, false));
    };
    let ask = async || client.organization(organization).await;
    match patiently(client, pause, ask).await? {
        OrganizationAnswer::Known(organization) => Ok((answer.ticket, Some(organization), false)),
        OrganizationAnswer::MayNotBeRead => Ok((answer.ticket, None, true)),
    }
}

async fn conversation<T, P>(
    client: &Client<T>,
    pause: &P,
    ticket: u64,
    heard: impl Fn(&[Comment]),
) -> Result<Conversation, Error>
where
    T: Transport,
    P: Pause,
{
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
    while patiently(client, pause, &more).await? {
        let reader = pages.take();
        if let Some(reader) = &reader {
            heard(&reader.conversation().comments);
        }
        pages.set(reader);
    }
    let read = pages.take().map(Comments::into_conversation);
    Ok(read.unwrap_or_default())
}
