//! `/tickets/{id}/tags`: POST replaces all, PUT adds, DELETE removes; the latter two, and POST,
//! take a safe update's stamp in the same body.

use serde_json::{Value, json};

use super::{Request, warn};
use crate::clock::stamp;
use crate::model::normalise_tags;
use crate::reply::{self, Reply};
use crate::switches::{DeleteAnswer, PostAnswer};
use crate::world::World;
use crate::world::limits::{Budget, Counted};

/// Lists.
pub(crate) fn list(world: &World, id: u64) -> Reply {
    Reply::ok(json!({"tags": world.ticket(id).map(|ticket| &ticket.tags)}))
}

/// Changes.
pub(crate) fn write(world: &mut World, request: &Request<'_>, id: u64, method: &str) -> Reply {
    let budget = count_update(world, request, id);
    if budget.exceeded {
        return with_budget(reply::too_many_requests(budget.resets), budget);
    }
    if world
        .ticket(id)
        .is_some_and(|ticket| ticket.status == "closed")
    {
        return with_budget(reply::closed(), budget);
    }
    if outdated(world, request, id) {
        return with_budget(reply::update_conflict(), budget);
    }
    let asked = normalise_tags(words(request.body.get("tags")));
    world.change(id, None, |ticket, _| match method {
        "POST" if request.body.contains_key("tags") => ticket.tags = asked,
        "PUT" => {
            ticket.tags.extend(asked);
            ticket.tags = normalise_tags(ticket.tags.iter().map(String::as_str));
        }
        "DELETE" => ticket.tags.retain(|tag| !asked.contains(tag)),
        _ => {}
    });
    let tags = json!({"tags": world.ticket(id).map(|ticket| &ticket.tags)});
    let (action, done) = match method {
        "POST" if world.switches.post_tags == PostAnswer::Created => {
            ("create", Reply::json(201, tags))
        }
        "POST" => ("create", Reply::ok(tags)),
        "DELETE" if world.switches.delete_tags == DeleteAnswer::NoContent => (
            "destroy",
            Reply::text(204, "application/json; charset=utf-8", ""),
        ),
        "DELETE" => ("destroy", Reply::ok(tags)),
        _ => ("update", Reply::ok(tags)),
    };
    let mut unknown = warn::unknown(&request.body, &["tags", "updated_stamp", "safe_update"], "");
    unknown.extend(request.warned.iter().cloned());
    with_budget(warn::unknown_keys(done, "tags", action, &unknown), budget)
}

/// Whether a safe update is asked for, and the ticket was updated since the stamp. A missing or
/// unreadable stamp protects by refusing.
pub(crate) fn outdated(world: &World, request: &Request<'_>, id: u64) -> bool {
    protects(&request.body) && is_behind(world, request.body.get("updated_stamp"), id)
}

/// Whether an object asks for a safe update: Zendesk's example has the string `"true"`.
pub(crate) fn protects(object: &serde_json::Map<String, Value>) -> bool {
    object
        .get("safe_update")
        .is_some_and(|value| value == &json!(true) || value == &json!("true"))
}

/// Whether a stamp is older than the ticket. Stamps have whole seconds: two updates in one second
/// look the same.
pub(crate) fn is_behind(world: &World, stamped: Option<&Value>, id: u64) -> bool {
    let current = world.ticket(id).map(|ticket| stamp(ticket.updated_at));
    match (stamped.and_then(Value::as_str), current) {
        (Some(stamped), Some(current)) => stamped != current,
        _ => true,
    }
}

/// Counts an update of the ticket by the caller.
pub(crate) fn count_update(world: &mut World, request: &Request<'_>, id: u64) -> Budget {
    let counted = Counted::TicketUpdates {
        user: request.user.id,
        ticket: id,
    };
    world
        .limits
        .count(counted, world.switches.ticket_updates, world.clock.now())
}

/// Tells the caller how many updates are left.
pub(crate) fn with_budget(reply: Reply, budget: Budget) -> Reply {
    let Budget {
        total,
        remaining,
        resets,
        ..
    } = budget;
    let value = format!("total={total}; remaining={remaining}; resets={resets}");
    reply.with("zendesk-ratelimit-per-ticket-updates", value)
}

/// A list of strings, or one string with several words.
pub(crate) fn words(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(text)) => vec![text],
        _ => Vec::new(),
    }
}
