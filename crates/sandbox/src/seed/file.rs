//! The form of the two seed files.

use serde::Deserialize;

use crate::model::{Group, TicketField, User};

#[derive(Default, Deserialize)]
pub(super) struct People {
    pub(super) users: Vec<User>,
    pub(super) groups: Vec<Group>,
    pub(super) organizations: Vec<SeedOrganization>,
    pub(super) forms: Vec<Group>,
    pub(super) fields: Vec<TicketField>,
}

#[derive(Deserialize)]
pub(super) struct SeedOrganization {
    pub(super) id: u64,
    pub(super) name: String,
    pub(super) tags: Vec<String>,
    #[serde(default)]
    pub(super) notes: Vec<String>,
    #[serde(default)]
    pub(super) details: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct SeedTicket {
    pub(super) id: u64,
    pub(super) subject: String,
    pub(super) form: u64,
    pub(super) requester: String,
    pub(super) assignee: Option<String>,
    pub(super) status: String,
    pub(super) priority: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) comments: Vec<SeedComment>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum SeedComment {
    Filler {
        filler: u32,
        from: String,
        every_minutes: i64,
    },
    Said(Said),
}

#[derive(Deserialize)]
pub(super) struct Said {
    pub(super) by: String,
    pub(super) public: bool,
    pub(super) at: String,
    pub(super) text: Vec<String>,
    #[serde(default)]
    pub(super) via: Option<String>,
}
