//! Users, groups and organizations.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::clock::stamp;

/// A person, or the bot.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct User {
    /// Its number.
    pub(crate) id: u64,
    /// How the seeds refer to it.
    pub(crate) key: String,
    /// Its name.
    pub(crate) name: String,
    /// Its address.
    pub(crate) email: String,
    /// `end-user`, `agent` or `admin`.
    pub(crate) role: String,
    /// 1 is a light agent.
    #[serde(default)]
    pub(crate) role_type: Option<u8>,
    /// Whether it may only write internal comments.
    #[serde(default)]
    pub(crate) only_private_comments: bool,
    /// Whether it sees a part of the tickets only; such an agent may not read organizations.
    #[serde(default)]
    pub(crate) restricted_agent: bool,
    /// The company.
    #[serde(default)]
    pub(crate) organization_id: Option<u64>,
    /// The language that it is written to in.
    #[serde(default = "english")]
    pub(crate) locale: String,
}

fn english() -> String {
    "en-US".to_owned()
}

impl User {
    /// Whether it works here.
    pub(crate) fn is_staff(&self) -> bool {
        self.role != "end-user"
    }

    /// Whether it may change tickets: light agents read and comment in private only.
    pub(crate) fn may_edit(&self) -> bool {
        self.is_staff() && self.role_type != Some(1)
    }

    /// As the API shows it.
    pub(crate) fn json(&self, origin: &str) -> Value {
        json!({
            "id": self.id,
            "url": format!("{origin}/api/v2/users/{}.json", self.id),
            "name": self.name,
            "email": self.email,
            "created_at": "2024-01-15T08:00:00Z",
            "updated_at": "2026-01-15T08:00:00Z",
            "time_zone": "Berlin",
            "iana_time_zone": "Europe/Berlin",
            "phone": null,
            "locale_id": 1,
            "locale": self.locale,
            "organization_id": self.organization_id,
            "role": self.role,
            "role_type": self.role_type,
            "verified": true,
            "external_id": null,
            "tags": [],
            "alias": null,
            "active": true,
            "shared": false,
            "shared_agent": false,
            "last_login_at": null,
            "signature": null,
            "details": null,
            "notes": null,
            "custom_role_id": null,
            "moderator": self.is_staff(),
            "ticket_restriction": self.restricted_agent.then_some("assigned"),
            "only_private_comments": self.only_private_comments,
            "restricted_agent": self.restricted_agent,
            "suspended": false,
            "photo": null,
            "user_fields": {},
        })
    }

    /// What `/users/me` shows to whoever is signed out: "Anonymous user" and no id.
    pub(crate) fn anonymous(token: &str) -> Value {
        json!({
            "id": null, "url": null, "name": "Anonymous user", "email": "invalid@example.com",
            "created_at": null, "updated_at": null, "time_zone": "Berlin", "phone": null,
            "locale_id": 1, "locale": "en-US", "organization_id": null, "role": "end-user",
            "verified": false, "active": null, "only_private_comments": false,
            "restricted_agent": true, "authenticity_token": token,
        })
    }
}

/// A group of agents.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Group {
    /// Its number.
    pub(crate) id: u64,
    /// Its name.
    pub(crate) name: String,
}

impl Group {
    /// As the API shows it.
    pub(crate) fn json(&self, origin: &str) -> Value {
        json!({
            "id": self.id,
            "url": format!("{origin}/api/v2/groups/{}.json", self.id),
            "name": self.name,
            "description": "", "default": false, "deleted": false, "is_public": true,
            "created_at": "2024-01-15T08:00:00Z", "updated_at": "2024-01-15T08:00:00Z",
        })
    }
}

/// A customer's company.
#[derive(Debug, Clone)]
pub(crate) struct Organization {
    /// Its number.
    pub(crate) id: u64,
    /// Its name.
    pub(crate) name: String,
    /// Internal text.
    pub(crate) notes: Option<String>,
    /// Internal text too.
    pub(crate) details: Option<String>,
    /// Copied to its tickets.
    pub(crate) tags: Vec<String>,
    /// Custom fields.
    pub(crate) fields: Map<String, Value>,
    /// When it was made.
    pub(crate) created_at: DateTime<Utc>,
    /// When it last changed.
    pub(crate) updated_at: DateTime<Utc>,
}

impl Organization {
    /// As the API shows it.
    pub(crate) fn json(&self, origin: &str) -> Value {
        json!({
            "id": self.id,
            "url": format!("{origin}/api/v2/organizations/{}.json", self.id),
            "name": self.name,
            "shared_tickets": true, "shared_comments": true,
            "external_id": null,
            "created_at": stamp(self.created_at),
            "updated_at": stamp(self.updated_at),
            "domain_names": [],
            "details": self.details,
            "notes": self.notes,
            "group_id": null,
            "tags": self.tags,
            "organization_fields": self.fields,
            "deleted_at": null,
        })
    }
}
