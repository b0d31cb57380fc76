//! What the reads bring, where it is more than a plain ticket, comment, user or organization.

use ferry_core::ticket::{Organization, Ticket};
use serde_json::Value;

/// A ticket, and what only the raw answer tells.
#[derive(Debug, Clone, PartialEq)]
pub struct TicketAnswer {
    /// The ticket.
    pub ticket: Ticket,
    /// Whether its tags were there and readable: an empty list can then be believed.
    pub tags_known: bool,
    /// The texts among the values of its custom fields: tags that would clear a field.
    pub field_values: Vec<String>,
}

/// An organization, or the fact that it is kept from this agent.
#[derive(Debug, Clone, PartialEq)]
pub enum OrganizationAnswer {
    /// It could be read.
    Known(Organization),
    /// Restricted agents may not read every organization.
    MayNotBeRead,
}

/// Who is signed in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Me {
    /// `None`: nobody, although the status is 200.
    pub id: Option<u64>,
    /// The name that colleagues see.
    pub name: Option<String>,
    /// `end-user`, `agent` or `admin`.
    pub role: Option<String>,
    /// `1`: a light agent.
    pub role_type: Option<u64>,
    /// Whether all that the agent may write is internal comments.
    pub only_private_comments: bool,
    /// The language of the agent's Zendesk.
    pub locale: Option<String>,
    /// What a write must carry as `X-CSRF-Token`.
    pub token: Option<String>,
}

/// What the person at the screen may do to a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rights {
    /// Change it.
    MayEdit,
    /// Nothing: nobody is signed in.
    SignedOut,
    /// Nothing: not an agent.
    NotAnAgent,
    /// Read it: a light agent.
    LightAgent,
    /// Write internal comments.
    OnlyPrivateComments,
}

/// A ticket form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketForm {
    /// Zendesk's number of the form.
    pub id: u64,
    /// Its name.
    pub name: String,
}

/// The tags that stand for values of ticket fields: removing one clears the field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldTags {
    /// The tags.
    pub tags: Vec<String>,
    /// `false`: the list went on, where it could not be followed.
    pub complete: bool,
}

/// One page of found tickets.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SearchPage {
    /// The tickets.
    pub tickets: Vec<Ticket>,
    /// How many there are on all pages.
    pub count: u64,
    /// Whether there is a next page.
    pub more: bool,
}

impl Me {
    /// What this person may do. `id` and `role` decide, never the status of the answer.
    pub fn rights(&self) -> Rights {
        match (self.id, self.role.as_deref()) {
            (None, _) => Rights::SignedOut,
            (Some(_), Some("admin")) => Rights::MayEdit,
            (Some(_), Some("agent")) if self.role_type == Some(1) => Rights::LightAgent,
            (Some(_), Some("agent")) if self.only_private_comments => Rights::OnlyPrivateComments,
            (Some(_), Some("agent")) => Rights::MayEdit,
            _ => Rights::NotAnAgent,
        }
    }

    pub(crate) fn from_value(user: &Value) -> Self {
        let text = |field: &str| user[field].as_str().map(str::to_owned);
        Self {
            id: user["id"].as_u64(),
            name: text("name"),
            role: text("role"),
            role_type: user["role_type"].as_u64(),
            only_private_comments: user["only_private_comments"].as_bool().unwrap_or_default(),
            locale: text("locale"),
            token: text("authenticity_token").filter(|token| !token.is_empty()),
        }
    }
}

impl FieldTags {
    /// Takes the tags of one more page.
    pub(crate) fn gather(&mut self, answer: &Value) {
        for field in answer["ticket_fields"].as_array().into_iter().flatten() {
            let options = field["custom_field_options"]
                .as_array()
                .into_iter()
                .flatten();
            self.tags.extend(
                options
                    .filter_map(|option| option["value"].as_str())
                    .map(str::to_owned),
            );
            self.tags.extend(
                field["tag"]
                    .as_str()
                    .filter(|tag| !tag.is_empty())
                    .map(str::to_owned),
            );
        }
        self.complete = !has_next(answer);
    }
}

impl TicketForm {
    pub(crate) fn from_value(form: &Value) -> Option<Self> {
        let name = form["name"].as_str().unwrap_or_default().to_owned();
        Some(Self {
            id: form["id"].as_u64()?,
            name,
        })
    }
}

/// Whether a list says that it goes on, by cursor or by offset.
pub(crate) fn has_next(answer: &Value) -> bool {
    answer["meta"]["has_more"] == true || answer["next_page"].is_string()
}

/// The texts among a ticket's field values: of drop-downs (one) and multi-selects (several).
pub(crate) fn field_values(ticket: &Value) -> Vec<String> {
    let fields = ticket["custom_fields"].as_array().into_iter().flatten();
    fields.flat_map(|field| texts(&field["value"])).collect()
}

/// The texts in a value that is one text or a list of them.
fn texts(value: &Value) -> Vec<String> {
    let one = value.as_str().into_iter();
    let many = value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    one.chain(many).map(str::to_owned).collect()
}

/// The texts of a list of nothing but texts.
pub(crate) fn strings(value: &Value) -> Option<Vec<String>> {
    value
        .as_array()?
        .iter()
        .map(|item| item.as_str().map(str::to_owned))
        .collect()
}
