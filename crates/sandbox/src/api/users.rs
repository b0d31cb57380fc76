//! Users.

use serde_json::{Value, json};

use super::{Request, paging};
use crate::model::User;
use crate::reply::{self, Reply};
use crate::world::World;

/// `GET /users/me` of whoever is signed out: 200 all the same.
pub(crate) fn anonymous(world: &mut World) -> Reply {
    let token = world.sessions.token("");
    Reply::ok(json!({"user": User::anonymous(&token)}))
}

/// `GET /users/me`, with a CSRF token that is new each time, for browsers.
pub(crate) fn me(world: &mut World, request: &Request<'_>) -> Reply {
    let mut user = request.user.json(&request.call.origin);
    if let Some(session) = &request.session {
        user["authenticity_token"] = json!(world.sessions.token(session));
    }
    Reply::ok(json!({"user": user}))
}

/// The other reads.
pub(crate) fn route(world: &World, request: &Request<'_>, segments: &[&str]) -> Reply {
    let origin = &request.call.origin;
    let all = world.contents.users.values();
    match segments {
        ["users"] => {
            let role = request.call.param("role");
            let items: Vec<Value> = all
                .filter(|user| role.is_none_or(|role| user.role == role))
                .map(|user| user.json(origin))
                .collect();
            paging::page(request.call, "users", &items, false)
        }
        ["users", "show_many"] => match paging::ids(request.call) {
            Ok(ids) => {
                let items: Vec<Value> = all
                    .filter(|user| ids.contains(&user.id))
                    .map(|user| user.json(origin))
                    .collect();
                Reply::ok(Value::Object(paging::offset_body(
                    request.call,
                    "users",
                    &items,
                    1,
                    paging::MOST,
                )))
            }
            Err(refusal) => refusal,
        },
        ["users", "search"] => {
            let wanted = request.call.param("query").unwrap_or("").to_lowercase();
            let items: Vec<Value> = all
                .filter(|user| {
                    user.name.to_lowercase().contains(&wanted) || user.email.contains(&wanted)
                })
                .map(|user| user.json(origin))
                .collect();
            paging::page(request.call, "users", &items, false)
        }
        ["users", id] => match id
            .parse()
            .ok()
            .and_then(|id: u64| world.contents.users.get(&id))
        {
            Some(user) => Reply::ok(json!({"user": user.json(origin)})),
            None => reply::not_found(),
        },
        _ => reply::not_found(),
    }
}
