//! The REST API: a request and the world in, an answer out.

mod comments;
mod incremental;
mod jobs;
mod lotus;
mod organizations;
mod paging;
mod search;
mod settings;
mod tags;
mod tickets;
mod update;
mod users;
mod warn;

use serde_json::{Map, Value};

use crate::call::Call;
use crate::faults::Effect;
use crate::model::User;
use crate::reply::{self, Reply};
use crate::session::Caller;
use crate::world::World;
use crate::world::limits::{Budget, Counted};

/// A request that got past the gate.
pub(crate) struct Request<'a> {
    /// The request.
    pub(crate) call: &'a Call,
    /// Who asks.
    pub(crate) user: User,
    /// The session, if a browser asks.
    pub(crate) session: Option<String>,
    /// The JSON body.
    pub(crate) body: Map<String, Value>,
    /// Keys of the body that a fault makes unknown.
    pub(crate) warned: Vec<String>,
    /// Whether a fault repeats the page before.
    pub(crate) duplicate_page: bool,
}

/// Answers a request below `/api`.
pub(crate) fn answer(world: &mut World, call: &Call, effects: &[Effect]) -> Reply {
    let caller =
        match world
            .sessions
            .identify(call, &world.contents.users, world.switches.csrf_failure)
        {
            Ok(caller) => caller,
            Err(refusal) => return refusal,
        };
    let (who, session) = match caller {
        Caller::Anonymous => (None, None),
        Caller::User { id, session } => (world.contents.users.get(&id).cloned(), session),
    };
    let budget = world.limits.count(
        Counted::Requests {
            user: who.as_ref().map_or(0, |user| user.id),
        },
        world.switches.requests_per_minute,
        world.clock.now(),
    );
    if budget.exceeded {
        return limited(reply::too_many_requests(budget.resets), budget);
    }
    limited(identified(world, call, effects, who, session), budget)
}

fn identified(
    world: &mut World,
    call: &Call,
    effects: &[Effect],
    who: Option<User>,
    session: Option<String>,
) -> Reply {
    let Some(user) = who else {
        return if call.segments().as_deref() == Some(&["users", "me"]) {
            users::anonymous(world)
        } else {
            reply::unauthorized()
        };
    };
    let json = call
        .header("content-type")
        .is_some_and(|kind| kind.starts_with("application/json"));
    if call.writes() && !call.body.is_empty() && !json {
        return Reply::text(
            415,
            "text/plain; charset=utf-8",
            "Unsupported Media Type: send application/json",
        );
    }
    let Some(body) = call.object() else {
        return reply::unreadable();
    };
    let warned = effects
        .iter()
        .find_map(|effect| {
            if let Effect::ApiWarn { keys } = effect {
                Some(keys.clone())
            } else {
                None
            }
        })
        .unwrap_or_default();
    let body = body
        .into_iter()
        .filter(|(key, _)| !warned.contains(key))
        .collect();
    let duplicate_page = effects.contains(&Effect::DuplicatePage);
    let request = Request {
        call,
        user,
        session,
        body,
        warned,
        duplicate_page,
    };
    if call.path.starts_with("/api/lotus/") {
        return lotus::route(world, &request);
    }
    route(world, &request)
}

fn route(world: &mut World, request: &Request<'_>) -> Reply {
    let segments = request.call.segments().unwrap_or_default();
    if !request.user.is_staff() {
        return if segments == ["users", "me"] {
            users::me(world, request)
        } else {
            reply::forbidden()
        };
    }
    if request.call.writes() && !request.user.may_edit() {
        return reply::forbidden();
    }
    match (request.call.method.as_str(), segments.as_slice()) {
        ("GET", ["tickets"]) => tickets::list(world, request),
        ("POST", ["tickets"]) => update::create(world, request),
        ("GET", ["tickets", "show_many"]) => tickets::show_many(world, request),
        ("GET", ["tickets", "count"]) => tickets::count(world),
        ("PUT", ["tickets", "update_many"]) => jobs::update_many(world, request),
        ("GET", ["job_statuses", id]) => jobs::show(world, id),
        ("GET", ["tickets", id]) => {
            with_ticket(world, id, |world, id| tickets::show(world, request, id))
        }
        ("PUT", ["tickets", id]) => {
            with_ticket(world, id, |world, id| update::update(world, request, id))
        }
        ("DELETE", ["tickets", id]) => with_ticket(world, id, update::delete),
        ("GET", ["tickets", id, "comments"]) => {
            with_ticket(world, id, |world, id| comments::list(world, request, id))
        }
        ("GET", ["tickets", id, "tags"]) => {
            with_ticket(world, id, |world, id| tags::list(world, id))
        }
        (method @ ("POST" | "PUT" | "DELETE"), ["tickets", id, "tags"]) => {
            with_ticket(world, id, |world, id| {
                tags::write(world, request, id, method)
            })
        }
        ("GET", ["users", "me"]) => users::me(world, request),
        ("GET", ["users", ..]) => users::route(world, request, &segments),
        ("GET" | "PUT", ["organizations", ..]) => organizations::route(world, request, &segments),
        ("GET", ["groups" | "ticket_forms" | "ticket_fields", ..]) => {
            settings::route(world, request, &segments)
        }
        ("GET", ["search"]) => search::search(world, request),
        ("GET", ["search", "export"]) => search::export(world, request),
        ("GET", ["search", "count"]) => search::count(world, request),
        ("GET", ["incremental", "tickets"]) => incremental::by_time(world, request),
        ("GET", ["incremental", "tickets", "cursor"]) => incremental::by_cursor(world, request),
        _ => reply::not_found(),
    }
}

fn with_ticket(world: &mut World, id: &str, then: impl FnOnce(&mut World, u64) -> Reply) -> Reply {
    match id.parse().ok().filter(|id| world.ticket(*id).is_some()) {
        Some(id) => then(world, id),
        None => reply::not_found(),
    }
}

/// The headers that all answers carry.
fn limited(reply: Reply, budget: Budget) -> Reply {
    let (total, left) = (budget.total.to_string(), budget.remaining.to_string());
    reply
        .with("x-rate-limit", total.clone())
        .with("x-rate-limit-remaining", left.clone())
        .with("ratelimit-limit", total)
        .with("ratelimit-remaining", left)
        .with("ratelimit-reset", budget.resets.to_string())
}
