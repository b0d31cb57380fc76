//! Faults at work: what they do in place of an answer, and to an answer.

use serde_json::{Value, json};

use crate::faults::Effect;
use crate::reply::{self, Body, Reply};

/// The answer that comes in place of doing anything.
pub(crate) fn instead(effect: &Effect) -> Option<Reply> {
    match effect {
        Effect::Status {
            status,
            retry_after,
        } => Some(with_status(*status, *retry_after)),
        Effect::DatabaseConflict => Some(reply::database_conflict()),
        Effect::Html { status } => Some(Reply {
            status: *status,
            ..reply::sign_in_page()
        }),
        Effect::RedirectToSignIn => {
            Some(Reply::html(302, "").with("location", "/access/unauthenticated?return_to=/agent"))
        }
        _ => None,
    }
}

fn with_status(status: u16, retry_after: Option<u64>) -> Reply {
    match status {
        401 => reply::unauthorized(),
        403 => reply::forbidden(),
        404 => reply::not_found(),
        409 => reply::update_conflict(),
        422 => reply::closed(),
        429 => reply::too_many_requests(retry_after.unwrap_or(1)),
        500 => reply::broken(),
        503 => reply::unavailable(retry_after),
        other => Reply::text(
            other,
            "text/plain; charset=utf-8",
            format!("Status {other}"),
        ),
    }
}

/// Spoils an answer.
pub(crate) fn spoil(effect: &Effect, mut reply: Reply) -> Reply {
    match effect {
        Effect::TruncatedJson => {
            let mut bytes = reply.bytes();
            bytes.truncate(bytes.len() / 2);
            reply.body = Body::Bytes(bytes);
        }
        Effect::MalformedJson => reply.body = Body::Bytes(b"{\"ticket\": {\"id\": 10".repeat(3)),
        Effect::WrongContentType => reply.content_type = "text/plain; charset=utf-8",
        Effect::WrongShape => {
            if let Body::Json(Value::Object(object)) = &mut reply.body {
                for value in object
                    .values_mut()
                    .filter(|value| value.is_array() || value.is_object())
                {
                    *value = Value::Null;
                }
            }
        }
        Effect::EmptyPage => edit_comments(&mut reply, |comments| comments.clear()),
        Effect::ShuffledPage => edit_comments(&mut reply, |comments| {
            let middle = comments.len() / 2;
            comments.rotate_left(middle);
            comments.reverse();
        }),
        Effect::EndlessPages => {
            if let Body::Json(body) = &mut reply.body {
                body["meta"]["has_more"] = json!(true);
            }
        }
        Effect::ForeignNext { origin } => {
            if let Body::Json(body) = &mut reply.body
                && let Some(next) = body["links"]["next"].as_str()
                && let Some((_, path)) = next.split_once("/api/")
            {
                body["links"]["next"] = json!(format!("{origin}/api/{path}"));
            }
        }
        _ => {}
    }
    reply
}

fn edit_comments(reply: &mut Reply, edit: impl FnOnce(&mut Vec<Value>)) {
    if let Body::Json(body) = &mut reply.body
        && let Some(comments) = body["comments"].as_array_mut()
    {
        edit(comments);
    }
}
