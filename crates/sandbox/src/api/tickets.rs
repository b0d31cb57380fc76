//! Reading tickets, with what can be had beside them.

use serde_json::{Map, Value, json};

use super::{Request, paging};
use crate::model::Ticket;
use crate::reply::Reply;
use crate::world::World;

/// `GET /tickets/{id}`.
pub(crate) fn show(world: &World, request: &Request<'_>, id: u64) -> Reply {
    let Some(ticket) = world.ticket(id) else {
        return crate::reply::not_found();
    };
    let mut body = Map::new();
    body.insert("ticket".to_owned(), ticket_json(ticket, request));
    side_load(world, request, &[ticket], &mut body);
    Reply::ok(Value::Object(body))
}

/// `GET /tickets`.
pub(crate) fn list(world: &World, request: &Request<'_>) -> Reply {
    let tickets: Vec<&Ticket> = world
        .contents
        .tickets
        .values()
        .filter(|ticket| !ticket.deleted)
        .collect();
    let items: Vec<Value> = tickets
        .iter()
        .map(|ticket| ticket_json(ticket, request))
        .collect();
    let mut reply = paging::page(request.call, "tickets", &items, false);
    if let crate::reply::Body::Json(Value::Object(body)) = &mut reply.body {
        side_load(world, request, &tickets, body);
    }
    reply
}

/// `GET /tickets/show_many?ids=`.
pub(crate) fn show_many(world: &World, request: &Request<'_>) -> Reply {
    match paging::ids(request.call) {
        Ok(ids) => {
            let tickets: Vec<&Ticket> = ids.iter().filter_map(|id| world.ticket(*id)).collect();
            let items: Vec<Value> = tickets
                .iter()
                .map(|ticket| ticket_json(ticket, request))
                .collect();
            let mut body = paging::offset_body(request.call, "tickets", &items, 1, paging::MOST);
            side_load(world, request, &tickets, &mut body);
            Reply::ok(Value::Object(body))
        }
        Err(refusal) => refusal,
    }
}

/// `GET /tickets/count`.
pub(crate) fn count(world: &World) -> Reply {
    let value = world
        .contents
        .tickets
        .values()
        .filter(|ticket| !ticket.deleted)
        .count();
    let at = crate::clock::stamp(world.clock.now());
    Reply::ok(json!({"count": {"value": value, "refreshed_at": at}}))
}

/// A ticket with its comment count, if asked for.
pub(crate) fn ticket_json(ticket: &Ticket, request: &Request<'_>) -> Value {
    let mut json = ticket.json(&request.call.origin);
    if request.call.includes("comment_count") {
        json["comment_count"] = json!(ticket.comments.len());
    }
    json
}

/// `?include=users,groups,organizations`. "`organizations` can come back empty."
fn side_load(
    world: &World,
    request: &Request<'_>,
    tickets: &[&Ticket],
    body: &mut Map<String, Value>,
) {
    let origin = &request.call.origin;
    if request.call.includes("users") {
        let wanted = |id: u64| {
            tickets
                .iter()
                .any(|t| t.requester_id == id || t.submitter_id == id || t.assignee_id == Some(id))
        };
        let users = world
            .contents
            .users
            .values()
            .filter(|user| wanted(user.id))
            .map(|user| user.json(origin));
        body.insert("users".to_owned(), users.collect());
    }
    if request.call.includes("groups") {
        let wanted = |id: u64| tickets.iter().any(|ticket| ticket.group_id == Some(id));
        let groups = world
            .contents
            .groups
            .iter()
            .filter(|group| wanted(group.id))
            .map(|group| group.json(origin));
        body.insert("groups".to_owned(), groups.collect());
    }
    if request.call.includes("organizations") {
        let shown = world.switches.sideload_organizations && !request.user.restricted_agent;
        let wanted = |id: u64| {
            shown
                && tickets
                    .iter()
                    .any(|ticket| ticket.organization_id == Some(id))
        };
        let all = world.contents.organizations.values();
        let organizations = all.filter(|org| wanted(org.id)).map(|org| org.json(origin));
        body.insert("organizations".to_owned(), organizations.collect());
    }
}
