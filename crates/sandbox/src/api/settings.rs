//! Groups, ticket forms, ticket fields.

use serde_json::{Value, json};

use super::{Request, paging};
use crate::reply::{self, Reply};
use crate::world::World;

/// All reads of settings.
pub(crate) fn route(world: &World, request: &Request<'_>, segments: &[&str]) -> Reply {
    let origin = &request.call.origin;
    let (list, one, items): (&str, &str, Vec<Value>) = match segments.first().copied() {
        Some("groups") => (
            "groups",
            "group",
            world
                .contents
                .groups
                .iter()
                .map(|group| group.json(origin))
                .collect(),
        ),
        Some("ticket_fields") => {
            let fields = world.contents.fields.iter();
            (
                "ticket_fields",
                "ticket_field",
                fields.map(|field| field.json(origin)).collect(),
            )
        }
        _ => ("ticket_forms", "ticket_form", forms(world, origin)),
    };
    match segments {
        [_] => paging::page(request.call, list, &items, false),
        [_, id] => match items
            .iter()
            .find(|item| item["id"].as_u64() == id.parse().ok())
        {
            Some(item) => Reply::ok(json!({one: item})),
            None => reply::not_found(),
        },
        _ => reply::not_found(),
    }
}

fn forms(world: &World, origin: &str) -> Vec<Value> {
    let field_ids: Vec<u64> = world.contents.fields.iter().map(|field| field.id).collect();
    let forms = world.contents.forms.iter().zip(1..);
    forms
        .map(|(form, position): (_, u32)| {
            json!({
                "id": form.id,
                "url": format!("{origin}/api/v2/ticket_forms/{}.json", form.id),
                "name": form.name, "raw_name": form.name,
                "display_name": form.name, "raw_display_name": form.name,
                "position": position, "active": true, "end_user_visible": true, "default": position == 1,
                "in_all_brands": true, "restricted_brand_ids": [],
                "ticket_field_ids": field_ids,
                "agent_conditions": [], "end_user_conditions": [],
                "created_at": "2024-01-15T08:00:00Z", "updated_at": "2024-01-15T08:00:00Z",
            })
        })
        .collect()
}
