//! A path in, one of the sample documents out: whole ones to map, and broken ones to fail on.

use std::io;
use std::time::Duration;

use axum::body::Body;
use axum::http::header::CONTENT_LENGTH;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, StreamExt};
use serde_json::{Map, json};

use super::answer::{self, JSON};

pub(super) const ORDER: &str = include_str!("../../samples/order.json");
const USERS: &str = include_str!("../../samples/users.json");
const NOTE: &str = include_str!("../../samples/note.xml");
const GATEWAY: &str = include_str!("../../samples/gateway.html");

/// What `data.userId` finds in every sample that has one.
pub(super) const USER_ID: u32 = 4217;

/// Path and purpose of each endpoint, as the index lists them.
const INDEX: [(&str, &str); 10] = [
    ("/sample/json", "an order as JSON: data.userId, data.orderId, data.items[0].name"),
    ("/sample/xml", "a note as XML: note.to, note.body"),
    ("/sample/array", "a JSON array of users: [0].userId"),
    ("/sample/status/{code}", "that status, 200 to 599, with a small JSON body"),
    ("/sample/delay/{seconds}", "an answer after 0 to 60 seconds, such as 1.5"),
    ("/sample/echo", "the request back as JSON; anything may follow in the path"),
    ("/sample/nocors", "an order that a page of another origin may not read"),
    ("/sample/big/{kilobytes}", "JSON of that many KiB, 1 to 65536"),
    ("/sample/slow-body", "the head at once, the body in pieces over ?seconds=5"),
    ("/sample/broken", "no JSON; or ?how=truncated, prefix, html, empty, encoding, reset"),
];

/// What there is.
pub(super) async fn index() -> Response {
    let list: Map<_, _> =
        INDEX.iter().map(|(path, about)| (path.to_string(), json!(about))).collect();
    answer::value(StatusCode::OK, &json!({ "samples": list }))
}

/// For a path that is none of the samples.
pub(super) async fn unknown(uri: Uri) -> Response {
    let sentence =
        format!("There is no sample at {}: /sample/ lists those that there are.", uri.path());
    answer::refusal(StatusCode::NOT_FOUND, &sentence)
}

/// An order, with numbers that a double cannot hold.
pub(super) async fn json() -> Response {
    answer::typed(JSON, ORDER)
}

/// A list at the root.
pub(super) async fn array() -> Response {
    answer::typed(JSON, USERS)
}

/// A note.
pub(super) async fn xml() -> Response {
    answer::typed("application/xml; charset=utf-8", NOTE)
}

/// What goes wrong between a service and its caller. A `reset` announces more than it sends.
pub(super) async fn broken(uri: Uri) -> Response {
    let how = answer::parameter(&uri, "how");
    match how.as_deref() {
        None => answer::typed(JSON, "{\"data\": {\"userId\": 4217,}, 'status': ok}\n"),
        Some("truncated") => answer::typed(JSON, half()),
        Some("prefix") => answer::typed(JSON, format!(")]}}',\n{ORDER}")),
        Some("html") => answer::typed("text/html; charset=utf-8", GATEWAY),
        Some("empty") => answer::typed(JSON, Body::empty()),
        Some("encoding") => answer::typed(JSON, &b"{\"data\": {\"name\": \"Jos\xe9\"}}\n"[..]),
        Some("reset") => {
            let sent = stream::iter([Ok::<_, io::Error>(half())]);
            let lost = stream::once(async {
                // Long enough for the half before it to leave.
                tokio::time::sleep(Duration::from_millis(50)).await;
                Err(io::ErrorKind::ConnectionReset.into())
            });
            let body = Body::from_stream(sent.chain(lost));
            ([(CONTENT_LENGTH, ORDER.len())], answer::typed(JSON, body)).into_response()
        }
        Some(_) => answer::refusal(
            StatusCode::BAD_REQUEST,
            "how is one of truncated, prefix, html, empty, encoding and reset, or left out.",
        ),
    }
}

fn half() -> &'static [u8] {
    let bytes = ORDER.as_bytes();
    bytes.split_at(bytes.len() / 2).0
}
