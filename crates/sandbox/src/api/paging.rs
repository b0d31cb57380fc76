//! Zendesk's two ways of paging.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use crate::call::{Call, encode};
use crate::reply::{self, Reply};

/// "At most 100 a page."
pub(crate) const MOST: usize = 100;

/// Answers with the page of `items` that the request asks for: by cursor if it has `page[size]`,
/// else by offset. `items` are in the order of reading.
pub(crate) fn page(call: &Call, name: &str, items: &[Value], duplicate: bool) -> Reply {
    if call.param("page[size]").is_some() || call.param("page[after]").is_some() {
        Reply::ok(Value::Object(by_cursor(call, name, items, duplicate)))
    } else {
        by_offset(call, name, items)
    }
}

/// A page by cursor. `links.next` is there even when `has_more` is false; only a page without
/// anything, which is what that link leads to, has no cursors and no links, so that clients that
/// follow links alone come to an end.
pub(crate) fn by_cursor(
    call: &Call,
    name: &str,
    items: &[Value],
    duplicate: bool,
) -> Map<String, Value> {
    let size = size(call.param("page[size]"));
    let start = call
        .param("page[after]")
        .and_then(position)
        .unwrap_or(0)
        .min(items.len());
    let end = (start + size).min(items.len());
    let shown = if duplicate {
        start.saturating_sub(size)..start.max(end.min(size))
    } else {
        start..end
    };
    let (before, after) = (cursor(start), cursor(end));
    let keep: Vec<String> = call
        .query
        .iter()
        .filter(|(key, _)| !matches!(key.as_str(), "page[after]" | "page[before]" | "page[size]"))
        .map(|(key, value)| format!("&{}={}", encode(key), encode(value)))
        .collect();
    let link = |which: &str, cursor: &str| {
        let (origin, path) = (&call.origin, &call.path);
        let rest = keep.concat();
        format!(
            "{origin}{path}?page%5B{which}%5D={}&page%5Bsize%5D={size}{rest}",
            encode(cursor)
        )
    };
    let any = start < end;
    let links = json!({
        "prev": any.then(|| link("before", &before)),
        "next": any.then(|| link("after", &after)),
    });
    let mut body = Map::new();
    body.insert(name.to_owned(), Value::Array(items[shown].to_vec()));
    body.insert(
        "meta".to_owned(),
        json!({"has_more": end < items.len(), "after_cursor": any.then_some(after), "before_cursor": any.then_some(before)}),
    );
    body.insert("links".to_owned(), links);
    body
}

fn by_offset(call: &Call, name: &str, items: &[Value]) -> Reply {
    let size = size(call.param("per_page"));
    let number = call
        .param("page")
        .and_then(|page| page.parse::<usize>().ok())
        .unwrap_or(1)
        .max(1);
    if number.saturating_mul(size) > 10_000 {
        let errors = json!({"errors": [{"code": "InvalidPaginationDepth", "title": "Invalid pagination depth"}]});
        return Reply::json(400, errors);
    }
    Reply::ok(Value::Object(offset_body(call, name, items, number, size)))
}

/// A page by offset.
pub(crate) fn offset_body(
    call: &Call,
    name: &str,
    items: &[Value],
    number: usize,
    size: usize,
) -> Map<String, Value> {
    let start = ((number - 1) * size).min(items.len());
    let end = (start + size).min(items.len());
    let link = |to: usize| {
        let rest: String = call
            .query
            .iter()
            .filter(|(key, _)| key != "page")
            .map(|(key, value)| format!("{}={}&", encode(key), encode(value)))
            .collect();
        format!("{}{}?{rest}page={to}", call.origin, call.path)
    };
    let mut body = Map::new();
    body.insert(name.to_owned(), Value::Array(items[start..end].to_vec()));
    body.insert(
        "next_page".to_owned(),
        json!((end < items.len()).then(|| link(number + 1))),
    );
    body.insert(
        "previous_page".to_owned(),
        json!((number > 1).then(|| link(number - 1))),
    );
    body.insert("count".to_owned(), json!(items.len()));
    body
}

/// The page size asked for, within bounds.
pub(crate) fn size(asked: Option<&str>) -> usize {
    asked
        .and_then(|text| text.parse().ok())
        .unwrap_or(MOST)
        .clamp(1, MOST)
}

/// A cursor for clients to hand back; opaque to them.
pub(crate) fn cursor(position: usize) -> String {
    STANDARD.encode(json!({"o": "position", "v": position}).to_string())
}

/// What a cursor stands for.
pub(crate) fn position(cursor: &str) -> Option<usize> {
    let decoded: Value = serde_json::from_slice(&STANDARD.decode(cursor).ok()?).ok()?;
    usize::try_from(decoded["v"].as_u64()?).ok()
}

/// The numbers in `?ids=1,2,3`, at most 100.
pub(crate) fn ids(call: &Call) -> Result<Vec<u64>, Reply> {
    let ids: Vec<u64> = call
        .param("ids")
        .unwrap_or("")
        .split(',')
        .filter_map(|id| id.trim().parse().ok())
        .collect();
    if ids.len() > MOST {
        Err(reply::too_many_values("ids"))
    } else {
        Ok(ids)
    }
}
