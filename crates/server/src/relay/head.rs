//! One header holds the head of a request or of an answer: JSON, percent-encoded. Of a request it is
//! read, of an answer it is written. In both, each character of a header's value is one byte of it, as
//! the Fetch Standard has it.

use axum::body::Body;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::uri::Scheme;
use axum::http::{Method, Request, Uri, response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode, utf8_percent_encode};
use serde_json::{Value, json};

use super::refusal::Refusal;

/// The header. No page can send it to another origin unasked, and none of ours says yes when asked.
pub(super) const HEAD: HeaderName = HeaderName::from_static("x-switchhook-relay");

/// Most bytes of an answer's head: browsers read 256 KiB of headers, of which it is not all.
const LIMIT: usize = 192 * 1024;

const METHODS: [Method; 5] =
    [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];

/// What JSON is mostly made of stays legible; all else is encoded.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'/')
    .remove(b':')
    .remove(b',')
    .remove(b'=')
    .remove(b';')
    .remove(b'{')
    .remove(b'}')
    .remove(b'[')
    .remove(b']');

/// The request that the page asks for.
pub(super) fn request(headers: &HeaderMap, body: Vec<u8>) -> Result<Request<Body>, Refusal> {
    let bad = Refusal::bad_request;
    let head = headers.get(HEAD).ok_or_else(|| bad("it has no header X-Switchhook-Relay"))?;
    let head = percent_decode(head.as_bytes()).collect::<Vec<u8>>();
    let head: Value = serde_json::from_slice(&head)
        .map_err(|_| bad("the header X-Switchhook-Relay is no percent-encoded JSON"))?;
    let method = head["method"].as_str().and_then(|name| name.parse().ok());
    let method = method.filter(|method| METHODS.contains(method));
    let method =
        method.ok_or_else(|| bad("its method is none of GET, POST, PUT, PATCH, DELETE"))?;
    let mut request = Request::new(Body::from(body));
    *request.method_mut() = method;
    *request.uri_mut() = url(&head["url"])?;
    for pair in head["headers"].as_array().ok_or_else(|| bad("it has no list of headers"))? {
        let (name, value) = pair_of(pair)
            .ok_or_else(|| bad(&format!("a header is no pair of name and value: {pair}")))?;
        if name == header::CONTENT_LENGTH || name == header::TRANSFER_ENCODING {
            return Err(bad(&format!(
                "{name} follows from the body, and is not for the request to say"
            )));
        }
        request.headers_mut().append(name, value);
    }
    Ok(request)
}

/// Where the request goes: absolute, over http or https. A fragment is never sent.
fn url(value: &Value) -> Result<Uri, Refusal> {
    let bad = |why| Err(Refusal::bad_request(why));
    let url = value.as_str().and_then(|text| text.parse::<Uri>().ok());
    let is_web = |url: &Uri| [Some(&Scheme::HTTP), Some(&Scheme::HTTPS)].contains(&url.scheme());
    let Some(url) = url.filter(is_web) else {
        return bad("its URL is no whole one that begins with http:// or https://");
    };
    if url.authority().is_none_or(|authority| authority.as_str().contains('@')) {
        return bad("its URL holds a user name: put it into an Authorization header");
    }
    Ok(url)
}

fn pair_of(pair: &Value) -> Option<(HeaderName, HeaderValue)> {
    let [name, value] = pair.as_array()?.as_slice() else { return None };
    let value = value.as_str()?.chars().map(|character| u8::try_from(character).ok());
    let value = value.collect::<Option<Vec<u8>>>()?;
    Some((name.as_str()?.parse().ok()?, HeaderValue::from_bytes(&value).ok()?))
}

/// Status and headers of an answer, as the page gets them; none where a browser would not read them all.
pub(super) fn of_answer(parts: &response::Parts) -> Option<HeaderValue> {
    let headers = parts.headers.iter().map(|(name, value)| {
        let value: String = value.as_bytes().iter().copied().map(char::from).collect();
        json!([name.as_str(), value])
    });
    let headers: Vec<_> = headers.collect();
    let head = json!({ "status": parts.status.as_u16(), "headers": headers }).to_string();
    let encoded = utf8_percent_encode(&head, ENCODED).to_string();
    HeaderValue::try_from(encoded).ok().filter(|value| value.len() <= LIMIT)
}
