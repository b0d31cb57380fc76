//! Writing tickets: create, update, delete.

use serde_json::{Map, Value, json};

use super::tags::{count_update, is_behind, protects, with_budget, words};
use super::{Request, warn};
use crate::clock::stamp;
use crate::markup;
use crate::model::{Ticket, TicketField, normalise_tags};
use crate::reply::{self, Reply};
use crate::switches::StaleSubmit;
use crate::world::World;
use crate::world::change::{NewComment, set_field};

/// The keys of a ticket that may be written; `id`, `url`, `created_at` and the like may not.
const KNOWN: [&str; 30] = [
    "additional_collaborators",
    "assignee_email",
    "assignee_id",
    "attribute_value_ids",
    "brand_id",
    "collaborator_ids",
    "comment",
    "custom_fields",
    "custom_status_id",
    "description",
    "due_at",
    "email_ccs",
    "external_id",
    "fields",
    "followers",
    "group_id",
    "metadata",
    "organization_id",
    "priority",
    "problem_id",
    "recipient",
    "requester",
    "requester_id",
    "safe_update",
    "status",
    "subject",
    "tags",
    "ticket_form_id",
    "type",
    "updated_stamp",
];

/// `POST /tickets`. An organization's tags come with it.
pub(crate) fn create(world: &mut World, request: &Request<'_>) -> Reply {
    let Some(asked) = request.body.get("ticket").and_then(Value::as_object) else {
        return reply::bad_request("ParameterMissing", "ticket is missing");
    };
    let Some(comment) = new_comment(asked.get("comment"), request.user.id) else {
        return reply::invalid("base", "Description: cannot be blank");
    };
    let id = world
        .contents
        .tickets
        .keys()
        .max()
        .map_or(1, |last| last + 1);
    let requester_id = asked
        .get("requester_id")
        .and_then(Value::as_u64)
        .unwrap_or(request.user.id);
    let now = world.clock.now();
    let organization = world
        .contents
        .users
        .get(&requester_id)
        .and_then(|user| user.organization_id);
    let ticket = Ticket {
        id,
        subject: String::new(),
        status: "new".to_owned(),
        priority: None,
        kind: None,
        tags: Vec::new(),
        custom_fields: Default::default(),
        ticket_form_id: world.contents.forms.first().map(|form| form.id),
        organization_id: None,
        requester_id,
        submitter_id: request.user.id,
        assignee_id: None,
        group_id: None,
        via: "api".to_owned(),
        created_at: now,
        updated_at: now,
        comments: Vec::new(),
        deleted: false,
    };
    world.contents.tickets.insert(id, ticket);
    let audit = world.change(id, Some(comment), |ticket, fields| {
        apply(ticket, fields, asked)
    });
    world.set_organization(
        id,
        asked
            .get("organization_id")
            .and_then(Value::as_u64)
            .or(organization),
    );
    let body = answer(world, request, id, audit);
    let location = format!("{}/api/v2/tickets/{id}.json", request.call.origin);
    warned(
        Reply::json(201, body).with("location", location),
        request,
        asked,
        "create",
    )
}

/// `PUT /tickets/{id}`: "with `tags` replaces all of them".
pub(crate) fn update(world: &mut World, request: &Request<'_>, id: u64) -> Reply {
    let budget = count_update(world, request, id);
    if budget.exceeded {
        return with_budget(reply::too_many_requests(budget.resets), budget);
    }
    let Some(asked) = request.body.get("ticket").and_then(Value::as_object) else {
        return with_budget(
            reply::bad_request("ParameterMissing", "ticket is missing"),
            budget,
        );
    };
    if world
        .ticket(id)
        .is_some_and(|ticket| ticket.status == "closed")
    {
        return with_budget(reply::closed(), budget);
    }
    if let Some(status) = asked.get("status").and_then(Value::as_str)
        && !["new", "open", "pending", "hold", "solved", "closed"].contains(&status)
    {
        return with_budget(
            reply::invalid("status", &format!("Status: {status} is not valid")),
            budget,
        );
    }
    let behind = is_behind(world, asked.get("updated_stamp"), id);
    if protects(asked) && behind {
        return with_budget(reply::update_conflict(), budget);
    }
    let comment = new_comment(asked.get("comment"), request.user.id);
    let merge = behind
        && asked.get("safe_update") == Some(&json!(false))
        && world.switches.stale_submit == StaleSubmit::Merge;
    let audit = world.change(id, comment, |ticket, fields| {
        let before = ticket.tags.clone();
        apply(ticket, fields, asked);
        if merge && asked.contains_key("tags") {
            ticket.tags.extend(before);
            ticket.tags = normalise_tags(ticket.tags.iter().map(String::as_str));
        }
    });
    if let Some(organization) = asked.get("organization_id") {
        world.set_organization(id, organization.as_u64());
    }
    let body = answer(world, request, id, audit);
    with_budget(warned(Reply::ok(body), request, asked, "update"), budget)
}

/// `DELETE /tickets/{id}`.
pub(crate) fn delete(world: &mut World, id: u64) -> Reply {
    world.change(id, None, |ticket, _| ticket.deleted = true);
    Reply::text(204, "application/json; charset=utf-8", "")
}

/// Writes what is asked for into a ticket; unknown keys change nothing.
pub(super) fn apply(ticket: &mut Ticket, fields: &[TicketField], asked: &Map<String, Value>) {
    let text = |key: &str| asked.get(key).and_then(Value::as_str).map(str::to_owned);
    if let Some(subject) = text("subject") {
        ticket.subject = subject;
    }
    if let Some(status) = text("status") {
        ticket.status = status;
    }
    if asked.contains_key("priority") {
        ticket.priority = text("priority");
    }
    if asked.contains_key("type") {
        ticket.kind = text("type");
    }
    if asked.contains_key("tags") {
        ticket.tags = normalise_tags(words(asked.get("tags")));
    }
    if asked.contains_key("assignee_id") {
        ticket.assignee_id = asked.get("assignee_id").and_then(Value::as_u64);
    }
    if asked.contains_key("group_id") {
        ticket.group_id = asked.get("group_id").and_then(Value::as_u64);
    }
    if let Some(form) = asked.get("ticket_form_id").and_then(Value::as_u64) {
        ticket.ticket_form_id = Some(form);
    }
    for entry in asked
        .get("custom_fields")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        if let Some(field) = fields
            .iter()
            .find(|field| entry["id"].as_u64() == Some(field.id))
        {
            set_field(ticket, field, entry["value"].clone());
        }
    }
}

/// A comment out of `{"body"|"html_body", "public"}`; none without text.
fn new_comment(asked: Option<&Value>, author: u64) -> Option<NewComment> {
    let asked = asked?;
    let text = match (asked["html_body"].as_str(), asked["body"].as_str()) {
        (Some(html), _) => markup::text_of(html),
        (None, Some(plain)) => plain.to_owned(),
        (None, None) => return None,
    };
    let public = asked["public"].as_bool().unwrap_or(true);
    (!text.trim().is_empty()).then(|| NewComment {
        text,
        public,
        author,
        via: "web".to_owned(),
    })
}

fn answer(world: &World, request: &Request<'_>, id: u64, audit: Option<u64>) -> Value {
    let ticket = world
        .ticket(id)
        .map(|ticket| ticket.json(&request.call.origin));
    let audit = audit.map(|audit| {
        json!({
            "id": audit, "ticket_id": id, "created_at": stamp(world.clock.now()),
            "author_id": request.user.id, "metadata": {"system": {}, "custom": {}}, "events": [],
            "via": {"channel": "api", "source": {"from": {}, "to": {}, "rel": null}},
        })
    });
    json!({"ticket": ticket, "audit": audit})
}

fn warned(reply: Reply, request: &Request<'_>, asked: &Map<String, Value>, action: &str) -> Reply {
    let mut unknown = warn::unknown(asked, &KNOWN, "ticket.");
    unknown.extend(request.warned.iter().cloned());
    warn::unknown_keys(reply, "tickets", action, &unknown)
}
