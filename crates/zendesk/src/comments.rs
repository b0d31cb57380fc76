//! A ticket's comments, page by page, so that a caller can judge before the last one is read.

use std::collections::BTreeSet;

use ferry_core::ticket::{Comment, User};
use ferry_protocol::ApiCall;
use serde_json::Value;

use crate::client::Client;
use crate::error::{About, Error, Fault};
use crate::transport::Transport;

/// Zendesk's own limit of comments on a ticket.
const MAX_COMMENTS: usize = 5_000;

/// 50 pages hold Zendesk's maximum; some may be shorter than asked for.
const MAX_PAGES: u32 = 60;

/// The comments read so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Conversation {
    /// Every comment once, oldest first.
    pub comments: Vec<Comment>,
    /// Who wrote them.
    pub users: Vec<User>,
    /// Why reading ended before the end, if it did.
    pub gap: Option<Gap>,
}

/// Why not all comments could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// There are more than Zendesk allows on a ticket.
    TooMany,
    /// Zendesk named a page that was read already.
    Circle,
    /// Zendesk said that there is more, and not usably where.
    NoWay,
    /// A page brought nothing that was not known, though there is more: something was left out.
    NothingNew,
}

/// Reads page after page:
/// `while pages.more().await? { assess(pages.conversation()) }`.
#[derive(Debug)]
pub struct Comments<'a, T> {
    client: &'a Client<T>,
    ticket: u64,
    place: Place,
    read: u32,
    cursors: BTreeSet<String>,
    known_comments: BTreeSet<u64>,
    known_users: BTreeSet<u64>,
    conversation: Conversation,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    First,
    After(String),
    End,
}

impl<'a, T: Transport> Comments<'a, T> {
    pub(crate) fn new(client: &'a Client<T>, ticket: u64) -> Self {
        Self {
            client,
            ticket,
            place: Place::First,
            read: 0,
            cursors: BTreeSet::new(),
            known_comments: BTreeSet::new(),
            known_users: BTreeSet::new(),
            conversation: Conversation::default(),
        }
    }

    /// Reads one more page; `false`: there was none left.
    ///
    /// # Errors
    /// See [`Fault`]. The place is kept: calling again asks for the same page.
    pub async fn more(&mut self) -> Result<bool, Error> {
        let after = match &self.place {
            Place::End => return Ok(false),
            Place::First => None,
            Place::After(cursor) => Some(cursor.clone()),
        };
        let about = About::Comments(self.ticket);
        let call = ApiCall::Comments {
            ticket: self.ticket,
            after,
        };
        let mut page = self.client.read(about, call).await?;
        if !page["comments"].is_array() {
            return Err(Error::new(about, Fault::Missing { field: "comments" }));
        }
        let items = page["comments"].as_array().map_or(0, Vec::len);
        let new = self.gather(&mut page);
        let repeated = items > 0 && self.read > 0;
        if new == 0 && (repeated || page["meta"]["has_more"] == true) {
            self.conversation.gap = Some(Gap::NothingNew);
        }
        self.read += 1;
        self.place = self.next_place(&page);
        Ok(true)
    }

    /// What was read so far.
    pub fn conversation(&self) -> &Conversation {
        &self.conversation
    }

    /// What was read so far, without a copy.
    pub fn into_conversation(self) -> Conversation {
        self.conversation
    }

    /// Takes what is new on a page, and counts it: pages can overlap and come out of order.
    fn gather(&mut self, page: &mut Value) -> usize {
        let Conversation {
            comments, users, ..
        } = &mut self.conversation;
        let mut count = 0;
        for comment in items::<Comment>(page, "comments") {
            // 0 stands for a number that could not be read: nothing to recognise it by.
            let new = comment.id == 0 || self.known_comments.insert(comment.id);
            if new && comments.len() < MAX_COMMENTS {
                comments.push(comment);
                count += 1;
            }
        }
        users.extend(items::<User>(page, "users").filter(|user| self.known_users.insert(user.id)));
        // Without a time on every one, the order of arrival is the best there is.
        if comments.iter().all(|comment| comment.created_at.is_some()) {
            put_in_order(comments);
        }
        count
    }

    /// `links.next` is there on the last page too: only `meta.has_more` says that there is more.
    fn next_place(&mut self, page: &Value) -> Place {
        let meta = &page["meta"];
        let ended = if meta.is_object() {
            meta["has_more"] != true
        } else {
            !page["next_page"].is_string()
        };
        if ended {
            return Place::End;
        }
        let full = self.conversation.comments.len() >= MAX_COMMENTS || self.read >= MAX_PAGES;
        let gap = match self.cursor(page) {
            _ if full => Gap::TooMany,
            None => Gap::NoWay,
            Some(cursor) if self.cursors.insert(cursor.clone()) => return Place::After(cursor),
            Some(_) => Gap::Circle,
        };
        self.conversation.gap = Some(gap);
        Place::End
    }

    fn cursor(&self, page: &Value) -> Option<String> {
        let given = page["meta"]["after_cursor"]
            .as_str()
            .filter(|cursor| !cursor.is_empty());
        let linked = || {
            page["links"]["next"]
                .as_str()
                .and_then(|link| self.cursor_in(link))
        };
        given.map(str::to_owned).or_else(linked)
    }

    /// `page[after]` of a link, if the link stays within this Zendesk's API.
    fn cursor_in(&self, link: &str) -> Option<String> {
        let rest = link
            .strip_prefix("https://")?
            .strip_prefix(self.client.host())?;
        let query = rest.strip_prefix("/api/v2/")?.split_once('?')?.1;
        let query = query.split('#').next()?;
        let value = query.split('&').find_map(|pair| {
            let (name, value) = pair.split_once('=')?;
            (percent_decoded(name)? == "page[after]").then_some(value)
        })?;
        percent_decoded(value).filter(|cursor| !cursor.is_empty())
    }
}

/// By time, and by number at the same time. They come in order nearly always.
fn put_in_order(comments: &mut [Comment]) {
    let key = |comment: &Comment| (comment.created_at.clone(), comment.id);
    for at in 1..comments.len() {
        let (before, rest) = comments.split_at_mut(at);
        let (Some(last), Some(next)) = (before.last(), rest.first()) else {
            continue;
        };
        if (&last.created_at, last.id) > (&next.created_at, next.id) {
            let next = key(next);
            let place = before.partition_point(|other| key(other) <= next);
            if let Some(late) = comments.get_mut(place..=at) {
                late.rotate_right(1);
            }
        }
    }
}

/// The entries of a list that can be read; one odd entry does not cost the others.
fn items<R>(page: &mut Value, field: &str) -> impl Iterator<Item = R>
where
    R: for<'de> serde::Deserialize<'de>,
{
    let list = match page.get_mut(field).map(Value::take) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    };
    let objects = list.into_iter().filter(Value::is_object);
    objects.filter_map(|item| serde_json::from_value(item).ok())
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let plain = match byte {
            b'+' => b' ',
            b'%' => {
                let high = char::from(rest.next()?).to_digit(16)?;
                let low = char::from(rest.next()?).to_digit(16)?;
                u8::try_from(high * 16 + low).ok()?
            }
            other => other,
        };
        bytes.push(plain);
    }
    String::from_utf8(bytes).ok()
}
