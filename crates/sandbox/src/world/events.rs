//! What others do: agents, Support Ops, triggers, and time.

use serde::{Deserialize, Serialize};

use crate::model::normalise_tags;
use crate::world::World;
use crate::world::change::{NewComment, Trigger};

/// Something that happens without the caller's doing: at once, or between two requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// Another agent updates the ticket.
    OtherAgent {
        /// The ticket.
        ticket: u64,
        /// Tags put on.
        #[serde(default)]
        add_tags: Vec<String>,
        /// Tags taken off.
        #[serde(default)]
        remove_tags: Vec<String>,
        /// A new status.
        #[serde(default)]
        status: Option<String>,
        /// An internal comment.
        #[serde(default)]
        note: Option<String>,
        /// A public comment.
        #[serde(default)]
        reply: Option<String>,
    },
    /// From now on a trigger puts tags on, or takes them off, after every update.
    Trigger {
        /// Only this ticket; all if none.
        #[serde(default)]
        ticket: Option<u64>,
        /// Put on.
        #[serde(default)]
        add_tags: Vec<String>,
        /// Taken off.
        #[serde(default)]
        remove_tags: Vec<String>,
    },
    /// The ticket is given to another organization, or to none.
    OrganizationSet {
        /// The ticket.
        ticket: u64,
        /// The organization.
        #[serde(default)]
        organization: Option<u64>,
    },
    /// Support Ops changes an organization. Tags do not reach tickets that are there already.
    OrganizationEdited {
        /// The organization.
        organization: u64,
        /// New notes.
        #[serde(default)]
        notes: Option<String>,
        /// New tags.
        #[serde(default)]
        tags: Option<Vec<String>>,
    },
    /// A comment's text is redacted.
    CommentRedacted {
        /// The ticket.
        ticket: u64,
        /// Which one, from 0; the newest if none.
        #[serde(default)]
        position: Option<usize>,
    },
    /// The ticket is merged into another one, and so closed.
    Merged {
        /// The ticket.
        ticket: u64,
        /// The one that goes on.
        into: u64,
    },
    /// The ticket is deleted.
    Deleted {
        /// The ticket.
        ticket: u64,
    },
    /// All sessions end.
    SessionExpired,
    /// All CSRF tokens become old.
    TokensRotated,
    /// Time passes.
    TimePasses {
        /// How much.
        seconds: u64,
    },
}

impl World {
    /// Lets something happen.
    pub(crate) fn happen(&mut self, event: &Event) {
        match event {
            Event::OtherAgent {
                ticket,
                add_tags,
                remove_tags,
                status,
                note,
                reply,
            } => {
                let author = self.user_by_key("colleague").map_or(0, |user| user.id);
                let comment = note.as_ref().or(reply.as_ref()).map(|text| NewComment {
                    text: text.clone(),
                    public: note.is_none(),
                    author,
                    via: "web".to_owned(),
                });
                self.change(*ticket, comment, |ticket, _| {
                    ticket.tags.retain(|tag| !remove_tags.contains(tag));
                    ticket.tags.extend(add_tags.iter().cloned());
                    ticket.tags = normalise_tags(ticket.tags.iter().map(String::as_str));
                    if let Some(status) = status {
                        ticket.status.clone_from(status);
                    }
                });
            }
            Event::Trigger {
                ticket,
                add_tags,
                remove_tags,
            } => {
                let (add_tags, remove_tags) = (add_tags.clone(), remove_tags.clone());
                self.triggers.push(Trigger {
                    ticket: *ticket,
                    add_tags,
                    remove_tags,
                });
            }
            Event::OrganizationSet {
                ticket,
                organization,
            } => self.set_organization(*ticket, *organization),
            Event::OrganizationEdited {
                organization,
                notes,
                tags,
            } => {
                let now = self.clock.now();
                if let Some(found) = self.contents.organizations.get_mut(organization) {
                    found.notes = notes.clone().or(found.notes.take());
                    if let Some(tags) = tags {
                        found.tags = normalise_tags(tags.iter().map(String::as_str));
                    }
                    found.updated_at = now;
                }
            }
            Event::CommentRedacted { ticket, position } => self.redact(*ticket, *position),
            Event::Merged { ticket, into } => {
                let author = self.user_by_key("colleague").map_or(0, |user| user.id);
                let text = format!("This request was closed and merged into request #{into}.");
                let comment = NewComment {
                    text,
                    public: false,
                    author,
                    via: "web".to_owned(),
                };
                self.change(*ticket, Some(comment), |ticket, _| {
                    "closed".clone_into(&mut ticket.status);
                    ticket.tags.push("closed_by_merge".to_owned());
                });
            }
            Event::Deleted { ticket } => {
                self.change(*ticket, None, |ticket, _| ticket.deleted = true);
            }
            Event::SessionExpired => self.sessions.expire(),
            Event::TokensRotated => self.sessions.rotate_tokens(),
            Event::TimePasses { seconds } => {
                self.clock.advance(std::time::Duration::from_secs(*seconds))
            }
        }
    }

    /// Redaction is an event of the ticket though nothing but a comment's text changes.
    fn redact(&mut self, id: u64, position: Option<usize>) {
        let now = self.clock.now();
        if let Some(ticket) = self.contents.tickets.get_mut(&id) {
            let position = position.unwrap_or(ticket.comments.len().saturating_sub(1));
            if let Some(comment) = ticket.comments.get_mut(position) {
                comment.text = comment
                    .text
                    .chars()
                    .map(|c| if c.is_whitespace() { c } else { '▇' })
                    .collect();
                ticket.updated_at = now;
            }
        }
    }
}
