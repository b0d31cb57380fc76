//! Between hyper's requests and answers and ours.

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{HeaderName, HeaderValue};
use hyper::{Request, Response};

use crate::app::{App, Broken};
use crate::call::{Call, parse_query};
use crate::reply::Reply;

/// Reads a request, has it answered, and writes the answer.
pub(crate) async fn serve(
    app: &App,
    request: Request<Incoming>,
    scheme: &str,
) -> Result<Response<Full<Bytes>>, Broken> {
    let (head, body) = request.into_parts();
    let body = body
        .collect()
        .await
        .map_err(|_| Broken)?
        .to_bytes()
        .to_vec();
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers: Vec<(String, String)> = head
        .headers
        .iter()
        .map(|(name, value)| (name.as_str().to_owned(), text(value)))
        .collect();
    let host = head
        .uri
        .authority()
        .map(|authority| authority.as_str().to_owned())
        .or_else(|| head.headers.get("host").map(text));
    let raw_query = head.uri.query().unwrap_or("").to_owned();
    let call = Call {
        method: head.method.as_str().to_owned(),
        origin: format!(
            "{scheme}://{}",
            host.unwrap_or_else(|| "localhost".to_owned())
        ),
        path: head.uri.path().to_owned(),
        query: parse_query(&raw_query),
        raw_query,
        headers,
        body,
    };
    let etag_sent = call.header("if-none-match").map(str::to_owned);
    let readable = call.method == "GET";
    let reply = app.answer(call).await?;
    Ok(respond(&reply, readable, etag_sent.as_deref()))
}

/// Every answer has an etag; a browser that has the same already gets 304.
fn respond(reply: &Reply, readable: bool, etag_sent: Option<&str>) -> Response<Full<Bytes>> {
    let bytes = reply.bytes();
    let digest = ring::digest::digest(&ring::digest::SHA256, &bytes);
    let etag: String = digest
        .as_ref()
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let etag = format!("W/\"{etag}\"");
    let unchanged = readable && reply.status == 200 && etag_sent == Some(etag.as_str());

    let status = if unchanged { 304 } else { reply.status };
    let empty = unchanged || status == 204;
    let mut response = Response::new(if empty {
        Full::default()
    } else {
        Full::from(bytes)
    });
    *response.status_mut() = hyper::StatusCode::from_u16(status).unwrap_or_default();
    let own = [
        ("etag", etag.as_str()),
        ("cache-control", "max-age=0, private, must-revalidate"),
    ];
    let kind = [("content-type", reply.content_type)];
    let given = reply
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    for (name, value) in own
        .into_iter()
        .chain(if empty { None } else { Some(kind[0]) })
        .chain(given)
    {
        if let (Ok(name), Ok(value)) = (
            name.parse::<HeaderName>(),
            HeaderValue::from_bytes(value.as_bytes()),
        ) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
