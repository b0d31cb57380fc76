//! The typed reads, and the two writes of the tag change protocol.

use ferry_core::ticket::{Organization, Ticket, User};
use ferry_protocol::{ApiCall, TagsBody};
use serde_json::Value;

use crate::answers::{
    FieldTags, Me, OrganizationAnswer, SearchPage, TicketAnswer, TicketForm, field_values,
    has_next, strings,
};
use crate::comments::Comments;
use crate::envelope;
use crate::error::{About, Error, Fault};
use crate::transport::Transport;

/// More than any Zendesk has fields: what goes on after it goes on for ever.
const MOST_FIELD_PAGES: u8 = 50;

/// Reads from one Zendesk.
#[derive(Debug, Clone)]
pub struct Client<T> {
    transport: T,
    host: String,
}

impl<T: Transport> Client<T> {
    /// A client for the Zendesk at `host`, for example `gitlab.zendesk.com`.
    pub fn new(transport: T, host: impl Into<String>) -> Self {
        Self {
            transport,
            host: host.into(),
        }
    }

    /// The Zendesk's host.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Reads a ticket.
    ///
    /// # Errors
    /// See [`Fault`]; so for all reads. An answer about another ticket is [`Fault::Missing`].
    pub async fn ticket(&self, ticket: u64) -> Result<TicketAnswer, Error> {
        let about = About::Ticket(ticket);
        let mut answer = self.read(about, ApiCall::Ticket { ticket }).await?;
        let raw = envelope::take(about, &mut answer, "ticket")?;
        let tags_known = strings(&raw["tags"]).is_some();
        let field_values = field_values(&raw);
        let read: Ticket = parse(about, raw, "ticket")?;
        if read.id != ticket {
            return Err(Error::new(about, Fault::Missing { field: "id" }));
        }
        Ok(TicketAnswer {
            ticket: read,
            tags_known,
            field_values,
        })
    }

    /// Reads a ticket's comments, page by page.
    pub fn comments(&self, ticket: u64) -> Comments<'_, T> {
        Comments::new(self, ticket)
    }

    /// Reads an organization.
    ///
    /// # Errors
    /// See [`Fault`]. That it may not be read is an answer and no error.
    pub async fn organization(&self, organization: u64) -> Result<OrganizationAnswer, Error> {
        let about = About::Organization(organization);
        let answer = self
            .read(about, ApiCall::Organization { organization })
            .await;
        let mut answer = match answer {
            Err(Error {
                fault: Fault::Forbidden,
                ..
            }) => return Ok(OrganizationAnswer::MayNotBeRead),
            answer => answer?,
        };
        let raw = envelope::take(about, &mut answer, "organization")?;
        let read: Organization = parse(about, raw, "organization")?;
        Ok(OrganizationAnswer::Known(read))
    }

    /// Reads a user.
    ///
    /// # Errors
    /// See [`Fault`].
    pub async fn user(&self, user: u64) -> Result<User, Error> {
        let about = About::User(user);
        let mut answer = self.read(about, ApiCall::User { user }).await?;
        parse(about, envelope::take(about, &mut answer, "user")?, "user")
    }

    /// Reads who is signed in; nobody may be.
    ///
    /// # Errors
    /// See [`Fault`].
    pub async fn me(&self) -> Result<Me, Error> {
        let mut answer = self.read(About::Me, ApiCall::Me).await?;
        let user = envelope::take(About::Me, &mut answer, "user")?;
        Ok(Me::from_value(&user))
    }

    /// Reads the ticket forms.
    ///
    /// # Errors
    /// See [`Fault`].
    pub async fn ticket_forms(&self) -> Result<Vec<TicketForm>, Error> {
        let about = About::TicketForms;
        let mut answer = self.read(about, ApiCall::TicketForms).await?;
        let forms = list(
            about,
            envelope::take(about, &mut answer, "ticket_forms")?,
            "ticket_forms",
        )?;
        Ok(forms.iter().filter_map(TicketForm::from_value).collect())
    }

    /// Reads which tags are values of ticket fields, page by page. A Zendesk that does not page
    /// them gives all at once.
    ///
    /// # Errors
    /// See [`Fault`].
    pub async fn ticket_fields(&self) -> Result<FieldTags, Error> {
        let about = About::TicketFields;
        let mut fields = FieldTags::default();
        let mut after = None;
        for _ in 0..MOST_FIELD_PAGES {
            let asked = after.clone();
            let answer = self.read(about, ApiCall::TicketFields { after }).await?;
            if !answer["ticket_fields"].is_array() {
                let field = "ticket_fields";
                return Err(Error::new(about, Fault::Missing { field }));
            }
            fields.gather(&answer);
            after = answer["meta"]["after_cursor"].as_str().map(str::to_owned);
            if fields.complete || after.is_none() || after == asked {
                break;
            }
        }
        Ok(fields)
    }

    /// Reads a ticket's tags alone.
    ///
    /// # Errors
    /// See [`Fault`].
    pub async fn tags(&self, ticket: u64) -> Result<Vec<String>, Error> {
        let about = About::Tags(ticket);
        let answer = self.read(about, ApiCall::Tags { ticket }).await?;
        strings(&answer["tags"]).ok_or(Error::new(about, Fault::Missing { field: "tags" }))
    }

    /// Searches for tickets; `page` counts from 1. Other things that are found are left out.
    ///
    /// # Errors
    /// See [`Fault`].
    pub async fn search(&self, query: &str, page: u32) -> Result<SearchPage, Error> {
        let about = About::Search;
        let call = ApiCall::Search {
            query: query.to_owned(),
            page,
        };
        let mut answer = self.read(about, call).await?;
        let more = has_next(&answer);
        let found = list(
            about,
            envelope::take(about, &mut answer, "results")?,
            "results",
        )?;
        let is_ticket = |item: &Value| {
            item["result_type"]
                .as_str()
                .is_none_or(|kind| kind == "ticket")
        };
        let tickets: Vec<Ticket> = found
            .into_iter()
            .filter(is_ticket)
            .filter_map(|item| serde_json::from_value(item).ok())
            .collect();
        let count = answer["count"].as_u64().unwrap_or(tickets.len() as u64);
        Ok(SearchPage {
            tickets,
            count,
            more,
        })
    }

    /// Adds tags. Brings the keys of the body that Zendesk says it ignored.
    pub(crate) async fn add_tags(
        &self,
        ticket: u64,
        body: TagsBody,
        csrf: String,
    ) -> Result<Vec<String>, Error> {
        self.write(ticket, ApiCall::AddTags { ticket, body, csrf })
            .await
    }

    /// Removes tags. Brings the keys of the body that Zendesk says it ignored.
    pub(crate) async fn remove_tags(
        &self,
        ticket: u64,
        body: TagsBody,
        csrf: String,
    ) -> Result<Vec<String>, Error> {
        self.write(ticket, ApiCall::RemoveTags { ticket, body, csrf })
            .await
    }

    pub(crate) async fn read(&self, about: About, call: ApiCall) -> Result<Value, Error> {
        envelope::value(about, self.transport.send(call).await)
    }

    async fn write(&self, ticket: u64, call: ApiCall) -> Result<Vec<String>, Error> {
        envelope::written(About::TagChange(ticket), self.transport.send(call).await)
    }
}

fn parse<R>(about: About, raw: Value, field: &'static str) -> Result<R, Error>
where
    R: for<'de> serde::Deserialize<'de>,
{
    let missing = Error::new(about, Fault::Missing { field });
    if !raw.is_object() {
        return Err(missing);
    }
    serde_json::from_value(raw).map_err(|_| missing)
}

fn list(about: About, raw: Value, field: &'static str) -> Result<Vec<Value>, Error> {
    match raw {
        Value::Array(items) => Ok(items),
        _ => Err(Error::new(about, Fault::Missing { field })),
    }
}
