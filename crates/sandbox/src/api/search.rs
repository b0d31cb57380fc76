//! Search: offset paging with at most 1,000 results, or an export by cursor.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use super::{Request, paging};
use crate::model::Ticket;
use crate::reply::{self, Reply};
use crate::world::World;

/// "At most 1,000 results."
const MOST: usize = 1000;

/// `GET /search?query=`. "`/search` rejects `page[size]` with 400."
pub(crate) fn search(world: &mut World, request: &Request<'_>) -> Reply {
    let call = request.call;
    if call.param("page[size]").is_some() {
        return reply::bad_request("invalid", "page must be a positive integer");
    }
    let Some(query) = call.param("query") else {
        return Reply::json(
            422,
            json!({"error": "invalid", "description": "Invalid search: query cannot be blank"}),
        );
    };
    let items = results(world, request, query);
    let size = paging::size(call.param("per_page"));
    let number = call
        .param("page")
        .and_then(|page| page.parse::<usize>().ok())
        .unwrap_or(1)
        .max(1);
    if number.saturating_mul(size) > MOST {
        let description =
            "Invalid search: Requested response size was greater than Search Response Limits";
        return Reply::json(422, json!({"error": "invalid", "description": description}));
    }
    let mut body = paging::offset_body(call, "results", &items, number, size);
    body.insert("facets".to_owned(), Value::Null);
    Reply::ok(Value::Object(body))
}

/// `GET /search/export?query=&filter[type]=ticket&page[size]=`.
pub(crate) fn export(world: &mut World, request: &Request<'_>) -> Reply {
    let call = request.call;
    if call.param("filter[type]").is_none() {
        return reply::bad_request("invalid", "filter[type] is required");
    }
    let items = match call.param("filter[type]") {
        Some("ticket") => results(world, request, call.param("query").unwrap_or("")),
        _ => Vec::new(),
    };
    let mut body = paging::by_cursor(call, "results", &items, false);
    body.insert("facets".to_owned(), Value::Null);
    Reply::ok(Value::Object(body))
}

/// `GET /search/count?query=`.
pub(crate) fn count(world: &mut World, request: &Request<'_>) -> Reply {
    let found = results(world, request, request.call.param("query").unwrap_or(""));
    Reply::ok(json!({"count": found.len()}))
}

fn results(world: &mut World, request: &Request<'_>, query: &str) -> Vec<Value> {
    let terms = terms(query);
    let (now, lag) = (world.clock.now(), world.switches.search_lag_seconds);
    let mut found: Vec<&Ticket> = world
        .index
        .tickets(now, lag)
        .values()
        .filter(|ticket| terms.iter().all(|term| matches(ticket, term)))
        .collect();
    found.sort_by_key(|ticket| (std::cmp::Reverse(ticket.updated_at), ticket.id));
    let item = |ticket: &&Ticket| {
        let mut json = ticket.json(&request.call.origin);
        json["result_type"] = json!("ticket");
        json
    };
    found.iter().map(item).collect()
}

/// Splits at spaces outside of quotes.
fn terms(query: &str) -> Vec<String> {
    let (mut all, mut current, mut quoted) = (Vec::new(), String::new(), false);
    for letter in query.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => all.push(std::mem::take(&mut current)),
            other => current.push(other),
        }
    }
    all.push(current);
    all.retain(|term| !term.is_empty());
    all
}

fn matches(ticket: &Ticket, term: &str) -> bool {
    let (negated, term) = term
        .strip_prefix('-')
        .map_or((false, term), |rest| (true, rest));
    let split = term.find([':', '<', '>']);
    let matched = match split {
        Some(at) => {
            let (operator, value) = match &term[at..] {
                rest if rest.starts_with("<=") || rest.starts_with(">=") => rest.split_at(2),
                rest => rest.split_at(1),
            };
            keyword(ticket, &term[..at], operator, value)
        }
        None => {
            let wanted = term.to_lowercase();
            ticket.subject.to_lowercase().contains(&wanted)
                || ticket
                    .comments
                    .iter()
                    .any(|comment| comment.text.to_lowercase().contains(&wanted))
        }
    };
    matched != negated
}

fn keyword(ticket: &Ticket, name: &str, operator: &str, value: &str) -> bool {
    let id = value.parse::<u64>().ok();
    match name {
        "type" => value == "ticket",
        "tags" | "tag" => value
            .split(',')
            .any(|tag| ticket.tags.iter().any(|own| own == tag)),
        "status" => ordered(rank(&ticket.status), operator, rank(value)),
        "priority" => ticket.priority.as_deref() == Some(value),
        "organization" | "organization_id" => match value {
            "none" => ticket.organization_id.is_none(),
            _ => id.is_some() && ticket.organization_id == id,
        },
        "requester" | "requester_id" => id == Some(ticket.requester_id),
        "assignee" | "assignee_id" => match value {
            "none" => ticket.assignee_id.is_none(),
            _ => id.is_some() && ticket.assignee_id == id,
        },
        "form" | "ticket_form_id" => id.is_some() && ticket.ticket_form_id == id,
        "subject" => ticket
            .subject
            .to_lowercase()
            .contains(&value.to_lowercase()),
        "created" => date(value).is_some_and(|day| on_time(ticket.created_at, operator, day)),
        "updated" => date(value).is_some_and(|day| on_time(ticket.updated_at, operator, day)),
        _ => false,
    }
}

fn rank(status: &str) -> usize {
    ["new", "open", "pending", "hold", "solved", "closed"]
        .iter()
        .position(|name| *name == status)
        .unwrap_or(9)
}

fn ordered<T: PartialOrd>(left: T, operator: &str, right: T) -> bool {
    match operator {
        "<" => left < right,
        ">" => left > right,
        "<=" => left <= right,
        ">=" => left >= right,
        _ => left == right,
    }
}

fn on_time(time: DateTime<Utc>, operator: &str, day: NaiveDate) -> bool {
    ordered(time.date_naive(), operator, day)
}

/// The day of a date or a time.
fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()
}
