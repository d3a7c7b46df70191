//! A request in, the same request as JSON out, its lists in the order in which they came.

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::Response;
use base64ct::{Base64, Encoding};
use serde_json::{Value, json};

use super::answer;

/// Answers with the request. `body` is null where the bytes are not UTF-8.
pub(super) async fn echo(method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let query = uri.query().unwrap_or_default();
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
    let value = json!({
        "method": method.as_str(),
        "path": uri.path(),
        "query": pairs,
        "rawQuery": query,
        "headers": listed(&headers),
        "body": str::from_utf8(&body).ok(),
        "bodyBase64": Base64::encode_string(&body),
        "bodyBytes": body.len(),
    });
    answer::value(StatusCode::OK, &value)
}

fn listed(headers: &HeaderMap) -> Vec<Value> {
    headers
        .iter()
        .map(|(name, value)| json!([name.as_str(), String::from_utf8_lossy(value.as_bytes())]))
        .collect()
}
