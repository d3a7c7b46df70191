//! A redirect becomes the next request, or the reason why it is not followed (Fetch Standard,
//! HTTP-redirect fetch). What is the designer's stays with the origin that it was meant for.

use std::cell::OnceCell;

use js_sys::{Array, Function, Object, Reflect};
use switchhook::{Failure, Method, WebhookRequest, header_text};
use web_sys::Url;

use crate::{
    failure::{redirect_of_body, redirect_to_http, redirect_to_other_scheme},
    foreign::{member, method},
};

/// Most redirects that one request follows.
pub(crate) const MOST: u32 = 10;

/// Headers that describe a body and go with it.
const OF_BODY: [&str; 5] =
    ["content-encoding", "content-language", "content-length", "content-location", "content-type"];

thread_local! {
    static SHOWN: OnceCell<bool> = const { OnceCell::new() };
}

/// Whether this runtime's fetch shows a redirect that it is told not to follow. A browser hides it;
/// what tells one without sending anything is that a `Request` of it takes no Cookie header.
pub(crate) fn are_shown() -> bool {
    SHOWN.with(|shown| *shown.get_or_init(|| !browser_rules().unwrap_or(false)))
}

fn browser_rules() -> Option<bool> {
    let constructor: Function = method(&js_sys::global(), "Request")?;
    let cookie = Array::of2(&"Cookie".into(), &"a=b".into());
    let init = Object::new();
    Reflect::set(&init, &"headers".into(), &Array::of1(&cookie)).ok()?;
    let arguments = Array::of2(&"https://example.invalid/".into(), &init);
    let headers = member(&Reflect::construct(&constructor, &arguments).ok()?, "headers")?;
    let has = method(&headers, "has")?.call1(&headers, &"Cookie".into()).ok()?;
    Some(has.is_falsy())
}

/// The request that a response asks for: none where it is an answer like any other, since it is no
/// redirect or does not say where to.
pub(crate) fn next(
    request: &WebhookRequest,
    from: &Url,
    status: u16,
    headers: &[(String, String)],
) -> Result<Option<(WebhookRequest, Url)>, Failure> {
    let Some(to) = target(from, status, headers) else { return Ok(None) };
    if !matches!(to.protocol().as_str(), "http:" | "https:") {
        return Err(redirect_to_other_scheme());
    }
    if from.protocol() == "https:" && to.protocol() == "http:" {
        return Err(redirect_to_http());
    }
    let mut next = WebhookRequest { url: to.href(), ..request.clone() };
    let becomes_get = match status {
        301 | 302 => request.method == Method::Post,
        303 => request.method != Method::Get,
        _ => false,
    };
    if becomes_get {
        next.method = Method::Get;
        next.body = None;
        next.headers.retain(|(name, _)| !OF_BODY.contains(&name.to_ascii_lowercase().as_str()));
    }
    if from.origin() != to.origin() {
        if next.body.is_some() {
            return Err(redirect_of_body(status));
        }
        next.headers.retain(|(name, value)| is_safe(name, value));
    }
    Ok(Some((next, to)))
}

/// Where a response redirects to.
fn target(from: &Url, status: u16, headers: &[(String, String)]) -> Option<Url> {
    if !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let mut named = headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("location"));
    let (Some((_, location)), None) = (named.next(), named.next()) else { return None };
    let to = Url::new_with_base(&header_text(location), &from.href()).ok()?;
    // Neither is sent: a fragment never is, and user and password would be credentials.
    to.set_hash("");
    to.set_username("");
    to.set_password("");
    Some(to)
}

/// Whether a header may follow to another origin: it is CORS-safelisted (Fetch Standard), and of no
/// body, since none goes there.
fn is_safe(name: &str, value: &str) -> bool {
    let plain =
        |byte: u8| byte == b'\t' || (byte >= b' ' && !b"\"():<>?@[\\]{}\x7F".contains(&byte));
    let of_languages = |byte: u8| byte.is_ascii_alphanumeric() || b" *,-.;=".contains(&byte);
    value.len() <= 128
        && match name.to_ascii_lowercase().as_str() {
            "accept" => value.bytes().all(plain),
            "accept-language" => value.bytes().all(of_languages),
            _ => false,
        }
}
