//! `GET /tickets/{id}/comments`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Request, paging};
use crate::model::Comment;
use crate::reply::{Body, Reply};
use crate::world::World;

/// Lists a page, by cursor or by offset. "With `page[size]`, `sort_order` is silently ignored":
/// there only `sort` counts.
pub(crate) fn list(world: &World, request: &Request<'_>, id: u64) -> Reply {
    let call = request.call;
    let mut items: Vec<Value> = world
        .ticket(id)
        .map(|ticket| ticket.comments.iter().map(Comment::json).collect())
        .unwrap_or_default();
    let cursor = call.param("page[size]").is_some();
    let newest_first = if cursor {
        call.param("sort") == Some("-created_at")
    } else {
        call.param("sort_order") == Some("desc")
    };
    if newest_first {
        items.reverse();
    }
    let mut reply = paging::page(call, "comments", &items, request.duplicate_page);
    if call.includes("users")
        && let Body::Json(Value::Object(body)) = &mut reply.body
    {
        let authors: BTreeSet<u64> = body["comments"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| one["author_id"].as_u64())
            .collect();
        let users = authors.iter().filter_map(|id| world.contents.users.get(id));
        body.insert(
            "users".to_owned(),
            users.map(|user| user.json(&call.origin)).collect(),
        );
    }
    reply
}
