//! Tickets and their comments.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::clock::stamp;
use crate::markup;

/// A ticket.
#[derive(Debug, Clone)]
pub(crate) struct Ticket {
    /// Its number.
    pub(crate) id: u64,
    /// The subject line.
    pub(crate) subject: String,
    /// `new`, `open`, `pending`, `hold`, `solved` or `closed`.
    pub(crate) status: String,
    /// `urgent`, `high`, `normal`, `low`.
    pub(crate) priority: Option<String>,
    /// `problem`, `incident`, `question`, `task`.
    pub(crate) kind: Option<String>,
    /// Sorted, in lower case, each once.
    pub(crate) tags: Vec<String>,
    /// Custom fields' values.
    pub(crate) custom_fields: BTreeMap<u64, Value>,
    /// The form.
    pub(crate) ticket_form_id: Option<u64>,
    /// The company.
    pub(crate) organization_id: Option<u64>,
    /// Who asked.
    pub(crate) requester_id: u64,
    /// Who wrote it down.
    pub(crate) submitter_id: u64,
    /// Who has it.
    pub(crate) assignee_id: Option<u64>,
    /// Which group has it.
    pub(crate) group_id: Option<u64>,
    /// How it came.
    pub(crate) via: String,
    /// When it was opened.
    pub(crate) created_at: DateTime<Utc>,
    /// When it last changed; only ticket events move it.
    pub(crate) updated_at: DateTime<Utc>,
    /// Oldest first.
    pub(crate) comments: Vec<Comment>,
    /// Deleted tickets are not found any more.
    pub(crate) deleted: bool,
}

/// A comment.
#[derive(Debug, Clone)]
pub(crate) struct Comment {
    /// Its number.
    pub(crate) id: u64,
    /// The audit event that it came with.
    pub(crate) audit_id: u64,
    /// Who wrote it.
    pub(crate) author_id: u64,
    /// Plain text.
    pub(crate) text: String,
    /// Whether the customer sees it.
    pub(crate) public: bool,
    /// How it came.
    pub(crate) via: String,
    /// When it was written.
    pub(crate) created_at: DateTime<Utc>,
}

impl Ticket {
    /// As the API shows it.
    pub(crate) fn json(&self, origin: &str) -> Value {
        let fields: Vec<Value> = self
            .custom_fields
            .iter()
            .map(|(id, value)| json!({"id": id, "value": value}))
            .collect();
        let description = self
            .comments
            .first()
            .map_or("", |comment| comment.text.as_str());
        json!({
            "url": format!("{origin}/api/v2/tickets/{}.json", self.id),
            "id": self.id,
            "external_id": null,
            "via": {"channel": self.via, "source": {"from": {}, "to": {}, "rel": null}},
            "created_at": stamp(self.created_at),
            "updated_at": stamp(self.updated_at),
            "generated_timestamp": self.updated_at.timestamp(),
            "type": self.kind,
            "subject": self.subject,
            "raw_subject": self.subject,
            "description": description,
            "priority": self.priority,
            "status": self.status,
            "recipient": null,
            "requester_id": self.requester_id,
            "submitter_id": self.submitter_id,
            "assignee_id": self.assignee_id,
            "organization_id": self.organization_id,
            "group_id": self.group_id,
            "collaborator_ids": [], "follower_ids": [], "email_cc_ids": [],
            "forum_topic_id": null, "problem_id": null, "has_incidents": false,
            "is_public": self.comments.iter().any(|comment| comment.public),
            "due_at": null,
            "tags": self.tags,
            "custom_fields": fields,
            "satisfaction_rating": {"score": "unoffered"},
            "sharing_agreement_ids": [],
            "custom_status_id": self.custom_status_id(),
            "encoded_id": format!("FERRY{}-SBX", self.id),
            "fields": fields,
            "followup_ids": [],
            "ticket_form_id": self.ticket_form_id,
            "brand_id": 360_001_100_001_u64,
            "allow_channelback": false,
            "allow_attachments": true,
            "from_messaging_channel": false,
        })
    }

    fn custom_status_id(&self) -> u64 {
        let order = ["new", "open", "pending", "hold", "solved", "closed"];
        8_100_001
            + order
                .iter()
                .zip(0..)
                .find(|(name, _)| **name == self.status)
                .map_or(0, |(_, n)| n)
    }
}

impl Comment {
    /// As the API shows it, `metadata.system` with its personal things included.
    pub(crate) fn json(&self) -> Value {
        let system = json!({
            "client": "Mozilla/5.0 (X11; Linux x86_64)", "ip_address": "203.0.113.77",
            "location": "Lyon, 84, France", "latitude": 45.75, "longitude": 4.85,
        });
        json!({
            "id": self.id,
            "type": "Comment",
            "author_id": self.author_id,
            "body": self.text,
            "html_body": markup::comment_html(&self.text),
            "plain_body": self.text,
            "public": self.public,
            "attachments": [],
            "audit_id": self.audit_id,
            "via": {"channel": self.via, "source": {"from": {}, "to": {}, "rel": null}},
            "created_at": stamp(self.created_at),
            "metadata": {"system": system, "custom": {}},
        })
    }
}

/// Tags as Zendesk keeps them: lower case, no white space inside, each once, sorted.
pub(crate) fn normalise_tags<'a>(tags: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = tags
        .into_iter()
        .flat_map(|tag| tag.split([' ', ',', '\t', '\n']))
        .filter(|tag| !tag.is_empty())
        .map(str::to_lowercase)
        .collect();
    all.sort();
    all.dedup();
    all
}
