//! `PUT /tickets/update_many`: a background job, and the only place where `remove_tags` and
//! `additional_tags` are documented.

use serde_json::{Value, json};

use super::{Request, paging, tags, update};
use crate::model::normalise_tags;
use crate::reply::{self, Reply};
use crate::world::World;

/// Queues the job. It is done by the time its status is asked for.
pub(crate) fn update_many(world: &mut World, request: &Request<'_>) -> Reply {
    let ids = match paging::ids(request.call) {
        Ok(ids) => ids,
        Err(refusal) => return refusal,
    };
    let mut changes: Vec<(u64, Value)> = Vec::new();
    if let Some(one) = request.body.get("ticket") {
        changes.extend(ids.iter().map(|id| (*id, one.clone())));
    }
    for one in request
        .body
        .get("tickets")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        changes.extend(one["id"].as_u64().map(|id| (id, one.clone())));
    }
    if changes.len() > paging::MOST {
        return reply::too_many_values("tickets");
    }
    let results: Vec<Value> = changes
        .iter()
        .map(|(id, asked)| one_ticket(world, *id, asked))
        .collect();
    let id = format!("{:032x}", world.next_id());
    let url = format!("{}/api/v2/job_statuses/{id}.json", request.call.origin);
    let job = |status: &str, progress: Value, results: Value| {
        json!({"id": id, "url": url, "job_type": "Bulk Update Ticket", "total": changes.len(), "progress": progress,
               "status": status, "message": null, "results": results})
    };
    world
        .jobs
        .push(job("completed", json!(changes.len()), json!(results)));
    Reply::ok(json!({"job_status": job("queued", Value::Null, Value::Null)}))
}

/// `GET /job_statuses/{id}`.
pub(crate) fn show(world: &World, id: &str) -> Reply {
    match world.jobs.iter().find(|job| job["id"] == id) {
        Some(job) => Reply::ok(json!({"job_status": job})),
        None => reply::not_found(),
    }
}

fn one_ticket(world: &mut World, id: u64, asked: &Value) -> Value {
    let failed = |error: &str, details: &str| json!({"id": id, "action": "update", "success": false, "status": "Failed", "error": error, "details": details});
    match world.ticket(id) {
        None => return failed("TicketNotFound", "Ticket not found"),
        Some(ticket) if ticket.status == "closed" => {
            return failed("TicketUpdateFailed", "closed prevents ticket update");
        }
        Some(_) => {}
    }
    let (gone, came) = (
        tags::words(asked.get("remove_tags")),
        tags::words(asked.get("additional_tags")),
    );
    world.change(id, None, |ticket, fields| {
        if let Some(object) = asked.as_object() {
            update::apply(ticket, fields, object);
        }
        ticket.tags.retain(|tag| !gone.contains(&tag.as_str()));
        ticket.tags.extend(normalise_tags(came));
        ticket.tags = normalise_tags(ticket.tags.iter().map(String::as_str));
    });
    json!({"id": id, "action": "update", "success": true, "status": "Updated"})
}
