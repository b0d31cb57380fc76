//! Incremental exports: admins only, 10 a minute.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{Request, paging};
use crate::model::Ticket;
use crate::reply::{self, Reply};
use crate::world::World;
use crate::world::limits::Counted;

/// Exports a minute.
const A_MINUTE: u32 = 10;

/// `GET /incremental/tickets/cursor?start_time=` and `?cursor=`.
pub(crate) fn by_cursor(world: &mut World, request: &Request<'_>) -> Reply {
    let (start, position) = match request.call.param("cursor") {
        Some(cursor) => match cursor
            .split_once('.')
            .and_then(|(start, at)| Some((start.parse().ok()?, paging::position(at)?)))
        {
            Some(found) => found,
            None => return reply::bad_request("InvalidValue", "Invalid cursor"),
        },
        None => match request
            .call
            .param("start_time")
            .and_then(|time| time.parse().ok())
        {
            Some(start) => (start, 0),
            None => {
                return reply::bad_request(
                    "StartTimeMissing",
                    "The start_time parameter is missing",
                );
            }
        },
    };
    let tickets = match changed_since(world, request, start) {
        Ok(tickets) => tickets,
        Err(refusal) => return refusal,
    };
    let size = request
        .call
        .number("per_page")
        .and_then(|n| usize::try_from(n).ok())
        .unwrap_or(1000)
        .clamp(1, 1000);
    let from = position.min(tickets.len());
    let to = (from + size).min(tickets.len());
    let after = format!("{start}.{}", paging::cursor(to));
    let url = format!(
        "{}{}?cursor={}",
        request.call.origin,
        request.call.path,
        crate::call::encode(&after)
    );
    Reply::ok(json!({
        "tickets": tickets[from..to], "after_url": url, "after_cursor": after,
        "before_url": null, "before_cursor": null, "end_of_stream": to == tickets.len(),
    }))
}

/// `GET /incremental/tickets?start_time=`, the older form.
pub(crate) fn by_time(world: &mut World, request: &Request<'_>) -> Reply {
    let Some(start) = request
        .call
        .param("start_time")
        .and_then(|time| time.parse().ok())
    else {
        return reply::bad_request("StartTimeMissing", "The start_time parameter is missing");
    };
    let tickets = match changed_since(world, request, start) {
        Ok(tickets) => tickets,
        Err(refusal) => return refusal,
    };
    let end = tickets
        .last()
        .and_then(|ticket| ticket["generated_timestamp"].as_i64())
        .unwrap_or(start);
    let next = format!(
        "{}{}?start_time={end}",
        request.call.origin, request.call.path
    );
    Reply::ok(json!({
        "tickets": tickets, "next_page": next, "end_time": end, "end_of_stream": true, "count": tickets.len(),
    }))
}

fn changed_since(
    world: &mut World,
    request: &Request<'_>,
    start: i64,
) -> Result<Vec<Value>, Reply> {
    if request.user.role != "admin" {
        return Err(reply::forbidden());
    }
    let now = world.clock.now();
    let budget = world.limits.count(Counted::Exports, A_MINUTE, now);
    if budget.exceeded {
        return Err(reply::too_many_requests(budget.resets));
    }
    let since = DateTime::<Utc>::from_timestamp(start, 0).unwrap_or_default();
    if (now - since).num_seconds() < 60 {
        return Err(reply::invalid(
            "start_time",
            "Too recent start_time. Use a start_time older than 60 seconds",
        ));
    }
    let mut tickets: Vec<&Ticket> = world
        .contents
        .tickets
        .values()
        .filter(|ticket| ticket.updated_at >= since)
        .collect();
    tickets.sort_by_key(|ticket| (ticket.updated_at, ticket.id));
    Ok(tickets
        .iter()
        .map(|ticket| exported(ticket, request))
        .collect())
}

/// Deleted tickets are in the export too, by their status.
fn exported(ticket: &Ticket, request: &Request<'_>) -> Value {
    let mut json = ticket.json(&request.call.origin);
    if ticket.deleted {
        json["status"] = json!("deleted");
    }
    json
}
