//! `/__sandbox`: the controls over HTTP, and a page of them for people.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::call::Call;
use crate::faults::Fault;
use crate::page::{cookie_header, with_policy};
use crate::reply::{self, Reply};
use crate::seed;
use crate::session::Role;
use crate::switches::Switches;
use crate::world::World;
use crate::world::events::Event;

/// Answers a request below `/__sandbox`.
pub(crate) fn answer(world: &mut World, call: &Call) -> Reply {
    let rest = call.path.trim_start_matches("/__sandbox").trim_matches('/');
    let pieces: Vec<&str> = rest.split('/').collect();
    match (call.method.as_str(), pieces.as_slice()) {
        ("GET", [""]) => with_policy(Reply::html(200, include_str!("../../page/control.html"))),
        ("GET", ["state"]) => Reply::ok(state(world)),
        ("GET", ["seeds"]) => Reply::ok(json!(seeds())),
        ("POST", ["reset"]) => {
            world.reset();
            done()
        }
        ("GET", ["faults"]) => Reply::ok(faults(world)),
        ("POST", ["faults"]) => with_body(call, |fault: Fault| {
            Reply::ok(json!({"number": world.faults.add(fault)}))
        }),
        ("DELETE", ["faults"]) => {
            world.faults.clear();
            done()
        }
        ("DELETE", ["faults", number]) => {
            world.faults.remove(number.parse().unwrap_or(0));
            done()
        }
        ("POST", ["events"]) => with_body(call, |event: Event| {
            world.happen(&event);
            done()
        }),
        ("GET", ["switches"]) => Reply::ok(json!(world.switches)),
        ("POST", ["switches"]) => switches(world, call),
        ("GET", ["requests"]) => Reply::ok(json!(world.requests.all())),
        ("DELETE", ["requests"]) => {
            world.requests.clear();
            done()
        }
        ("GET", ["tickets", id]) => match id.parse().ok().and_then(|id| world.ticket(id)) {
            Some(ticket) => Reply::ok(json!({"ticket": ticket.json(&call.origin)})),
            None => reply::not_found(),
        },
        ("POST", ["sign_in"]) => with_body(call, |asked: SignIn| {
            world.role = asked.role;
            let user = world.page_user();
            let cookie = cookie_header(&world.sessions.sign_in(user), call);
            done().with("set-cookie", cookie)
        }),
        _ => reply::not_found(),
    }
}

#[derive(serde::Deserialize)]
struct SignIn {
    role: Role,
}

fn done() -> Reply {
    Reply::ok(json!({"done": true}))
}

fn with_body<T: DeserializeOwned>(call: &Call, then: impl FnOnce(T) -> Reply) -> Reply {
    match serde_json::from_slice(&call.body) {
        Ok(value) => then(value),
        Err(error) => Reply::json(400, json!({"error": error.to_string()})),
    }
}

/// The switches that are named change; the others stay.
fn switches(world: &mut World, call: &Call) -> Reply {
    with_body(call, |changes: serde_json::Map<String, Value>| {
        let mut all = json!(world.switches);
        for (name, value) in changes {
            all[name] = value;
        }
        match serde_json::from_value::<Switches>(all) {
            Ok(switches) => {
                world.switches = switches;
                Reply::ok(json!(world.switches))
            }
            Err(error) => Reply::json(400, json!({"error": error.to_string()})),
        }
    })
}

fn state(world: &World) -> Value {
    json!({
        "switches": world.switches, "role": world.role, "faults": faults(world), "triggers": world.triggers,
        "seeds": seeds(), "now": crate::clock::stamp(world.clock.now()),
    })
}

fn faults(world: &World) -> Value {
    world
        .faults
        .all()
        .map(|(number, fault, seen)| json!({"number": number, "seen": seen, "fault": fault}))
        .collect()
}

fn seeds() -> Vec<Value> {
    seed::seeds()
        .iter()
        .map(|seed| {
            json!({"id": seed.id, "stage": seed.stage, "what": seed.what, "remove": seed.remove, "add": seed.add})
        })
        .collect()
}
