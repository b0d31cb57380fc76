//! Organizations. "Restricted agents may get 403."

use serde_json::{Value, json};

use super::{Request, paging, tags};
use crate::model::normalise_tags;
use crate::reply::{self, Reply};
use crate::world::World;

/// All calls below `/organizations`.
pub(crate) fn route(world: &mut World, request: &Request<'_>, segments: &[&str]) -> Reply {
    if request.user.restricted_agent {
        return reply::forbidden();
    }
    let origin = &request.call.origin;
    match (request.call.method.as_str(), segments) {
        ("GET", ["organizations"]) => {
            let items: Vec<Value> = world
                .contents
                .organizations
                .values()
                .map(|org| org.json(origin))
                .collect();
            paging::page(request.call, "organizations", &items, false)
        }
        ("GET", ["organizations", "show_many"]) => match paging::ids(request.call) {
            Ok(ids) => {
                let found = ids
                    .iter()
                    .filter_map(|id| world.contents.organizations.get(id));
                let items: Vec<Value> = found.map(|org| org.json(origin)).collect();
                Reply::ok(Value::Object(paging::offset_body(
                    request.call,
                    "organizations",
                    &items,
                    1,
                    paging::MOST,
                )))
            }
            Err(refusal) => refusal,
        },
        (method, ["organizations", id]) => {
            let Some(id) = id
                .parse()
                .ok()
                .filter(|id| world.contents.organizations.contains_key(id))
            else {
                return reply::not_found();
            };
            if method == "PUT" {
                if request.user.role != "admin" {
                    return reply::forbidden();
                }
                edit(world, request, id);
            }
            Reply::ok(
                json!({"organization": world.contents.organizations.get(&id).map(|org| org.json(origin))}),
            )
        }
        ("GET", ["organizations", id, "tickets"]) => {
            let id = id.parse::<u64>().ok();
            let tickets = world.contents.tickets.values();
            let items: Vec<Value> = tickets
                .filter(|ticket| {
                    !ticket.deleted
                        && ticket.organization_id.is_some()
                        && ticket.organization_id == id
                })
                .map(|ticket| ticket.json(origin))
                .collect();
            paging::page(request.call, "tickets", &items, false)
        }
        _ => reply::not_found(),
    }
}

fn edit(world: &mut World, request: &Request<'_>, id: u64) {
    let now = world.clock.now();
    let Some(changes) = request.body.get("organization") else {
        return;
    };
    if let Some(organization) = world.contents.organizations.get_mut(&id) {
        let text = |key: &str, old: Option<String>| match changes.get(key) {
            Some(value) => value.as_str().map(str::to_owned),
            None => old,
        };
        organization.notes = text("notes", organization.notes.take());
        organization.details = text("details", organization.details.take());
        if changes.get("tags").is_some() {
            organization.tags = normalise_tags(tags::words(changes.get("tags")));
        }
        organization.updated_at = now;
    }
}
