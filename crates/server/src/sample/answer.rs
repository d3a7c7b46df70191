//! A status and a value in, a JSON answer out: what all sample endpoints share.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// The content type of every JSON answer.
pub(super) const JSON: &str = "application/json; charset=utf-8";

/// A body of a given content type.
pub(super) fn typed(content_type: &'static str, body: impl Into<Body>) -> Response {
    ([(CONTENT_TYPE, content_type)], body.into()).into_response()
}

/// A value as JSON, laid out for reading.
pub(super) fn value(status: StatusCode, value: &Value) -> Response {
    (status, typed(JSON, format!("{value:#}\n"))).into_response()
}

/// What is wrong with the request, and what to do.
pub(super) fn refusal(status: StatusCode, sentence: &str) -> Response {
    let body = json!({ "status": status.as_u16(), "error": reason(status), "message": sentence });
    value(status, &body)
}

/// The phrase registered for a status.
pub(super) fn reason(status: StatusCode) -> &'static str {
    status.canonical_reason().unwrap_or("Unassigned")
}

/// The last value of a query parameter.
pub(super) fn parameter(uri: &Uri, name: &str) -> Option<String> {
    let query = uri.query().unwrap_or_default().as_bytes();
    let last = form_urlencoded::parse(query).filter(|(key, _)| key == name).last();
    last.map(|(_, value)| value.into_owned())
}
