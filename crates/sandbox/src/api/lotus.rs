//! The agent page's own calls, below `/api/lotus` as Zendesk's are, so that the request log and
//! the faults for `/api/v2` concern the extension alone. Only the page's submit goes to `/api/v2`.

use serde_json::{Value, json};

use super::Request;
use crate::clock::stamp;
use crate::model::{Comment, Ticket};
use crate::reply::{self, Reply};
use crate::world::World;

/// All calls of the page.
pub(crate) fn route(world: &mut World, request: &Request<'_>) -> Reply {
    let path = request.call.path.strip_prefix("/api/lotus/").unwrap_or("");
    let pieces: Vec<&str> = path.split('/').collect();
    match pieces.as_slice() {
        ["me"] => me(world, request),
        ["views"] => Reply::ok(json!({"views": VIEWS.map(|(id, title)| json!({
            "id": id, "title": title, "count": view(world, request, id).len(),
        }))})),
        ["views", id] => Reply::ok(json!({"tickets": view(world, request, id)})),
        ["tickets", id] => ticket(world, request, id, |ticket| json!(ticket.comments.len())),
        ["tickets", id, "stamp"] => ticket(world, request, id, |_| Value::Null),
        ["tickets", id, "conversation"] => conversation(world, request, id),
        _ => reply::not_found(),
    }
}

const VIEWS: [(&str, &str); 5] = [
    ("360001", "Your unsolved tickets"),
    ("360002", "Unassigned tickets"),
    ("360003", "All unsolved tickets"),
    ("360004", "Recently updated tickets"),
    ("360005", "Closed tickets"),
];

fn me(world: &mut World, request: &Request<'_>) -> Reply {
    let token = request
        .session
        .as_ref()
        .map(|session| world.sessions.token(session));
    Reply::ok(json!({"user": request.user.json(&request.call.origin), "token": token}))
}

fn view(world: &World, request: &Request<'_>, id: &str) -> Vec<Value> {
    let unsolved = |ticket: &Ticket| !matches!(ticket.status.as_str(), "solved" | "closed");
    let tickets = world
        .contents
        .tickets
        .values()
        .filter(|ticket| !ticket.deleted);
    let mut shown: Vec<&Ticket> = tickets
        .filter(|ticket| match id {
            "360001" => unsolved(ticket) && ticket.assignee_id == Some(request.user.id),
            "360002" => unsolved(ticket) && ticket.assignee_id.is_none(),
            "360003" => unsolved(ticket),
            "360005" => ticket.status == "closed",
            _ => true,
        })
        .collect();
    if id == "360004" {
        shown.sort_by_key(|ticket| std::cmp::Reverse(ticket.updated_at));
    }
    let row = |ticket: &&Ticket| {
        let name = |id: Option<u64>| {
            id.and_then(|id| world.contents.users.get(&id))
                .map(|user| user.name.clone())
        };
        json!({
            "id": ticket.id, "subject": ticket.subject, "status": ticket.status, "priority": ticket.priority,
            "requester": name(Some(ticket.requester_id)), "assignee": name(ticket.assignee_id),
            "updated_at": stamp(ticket.updated_at),
        })
    };
    shown.iter().map(row).collect()
}

fn ticket(
    world: &World,
    request: &Request<'_>,
    id: &str,
    comments: impl Fn(&Ticket) -> Value,
) -> Reply {
    let Some(ticket) = id.parse().ok().and_then(|id| world.ticket(id)) else {
        return reply::not_found();
    };
    let origin = &request.call.origin;
    let user = |id: Option<u64>| {
        id.and_then(|id| world.contents.users.get(&id))
            .map(|user| user.json(origin))
    };
    let organization = ticket
        .organization_id
        .and_then(|id| world.contents.organizations.get(&id));
    let form = world
        .contents
        .forms
        .iter()
        .find(|form| Some(form.id) == ticket.ticket_form_id);
    Reply::ok(json!({
        "ticket": ticket.json(origin),
        "comment_count": comments(ticket),
        "requester": user(Some(ticket.requester_id)),
        "assignee": user(ticket.assignee_id),
        "organization": organization.map(|org| org.json(origin)),
        "form": form.map(|form| form.name.clone()),
        "group": world.contents.groups.iter().find(|group| Some(group.id) == ticket.group_id).map(|group| group.name.clone()),
        "fields": world.contents.fields.iter().filter(|field| field.is_custom()).map(|field| json!({
            "id": field.id, "title": field.title, "type": field.kind, "value": ticket.custom_fields.get(&field.id),
        })).collect::<Vec<_>>(),
    }))
}

/// The newest `limit` comments that are older than position `before`, oldest first.
fn conversation(world: &World, request: &Request<'_>, id: &str) -> Reply {
    let Some(ticket) = id.parse().ok().and_then(|id| world.ticket(id)) else {
        return reply::not_found();
    };
    let number = |name: &str, or: usize| {
        request
            .call
            .number(name)
            .and_then(|n| usize::try_from(n).ok())
            .unwrap_or(or)
    };
    let end = number("before", ticket.comments.len()).min(ticket.comments.len());
    let start = end.saturating_sub(number("limit", 20));
    let entry = |comment: &Comment| {
        let mut json = comment.json();
        let author = world.contents.users.get(&comment.author_id);
        json["author"] = json!(author.map(|user| json!({"name": user.name, "role": user.role})));
        json
    };
    let comments: Vec<Value> = ticket.comments[start..end].iter().map(entry).collect();
    Reply::ok(json!({"comments": comments, "start": start}))
}
