//! A request in, the bytes that its signature vouches for out: the body, or the query parameters (DESIGN: signing).

use std::borrow::Cow;

use sha2::{Digest, Sha256};
use switchhook_path::{Json, JsonObject};

use crate::{percent::percent_decode, request::WebhookRequest};

/// What the claim `payload_hash` of a request is the hash of: its body; without one (an empty one is none, since
/// nobody who receives it can tell), its query parameters as compact JSON, names and values as strings in the order of
/// the URL; nothing where there are none.
///
/// ```
/// use switchhook::{Method, WebhookRequest, sign::payload};
///
/// let url = "https://shop.example/find?q=red+shoes&page=2&page=3#top".to_owned();
/// let request = WebhookRequest { url, method: Method::Get, headers: vec![], body: None };
/// let query = r#"{"q":"red shoes","page":"2","page":"3"}"#;
/// assert_eq!(payload(&request).as_deref(), Some(query.as_bytes()));
/// ```
pub fn payload(request: &WebhookRequest) -> Option<Cow<'_, [u8]>> {
    match request.body.as_deref() {
        Some(body) if !body.is_empty() => Some(Cow::Borrowed(body.as_bytes())),
        _ => query(&request.url).map(|query| Cow::Owned(query.into_bytes())),
    }
}

/// The query of a URL as `URLSearchParams` reads it (URL Standard §5.1), as JSON.
fn query(url: &str) -> Option<String> {
    let (before_fragment, _) = url.split_once('#').unwrap_or((url, ""));
    let (_, query) = before_fragment.split_once('?')?;
    let mut json = JsonObject::new();
    for field in query.split('&').filter(|field| !field.is_empty()) {
        let (name, value) = field.split_once('=').unwrap_or((field, ""));
        json.text(&form_decode(name), &form_decode(value));
    }
    (!json.is_empty()).then(|| Json::from(json).as_json().to_owned())
}

fn form_decode(text: &str) -> String {
    String::from_utf8_lossy(&percent_decode(&text.replace('+', " "))).into_owned()
}

/// SHA-256 of the bytes, in hexadecimal digits.
pub(super) fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xF]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}
