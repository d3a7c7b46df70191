//! What the fetch function returned becomes a response that can be read without surprises: each of
//! its members is asked for once, since anything may come back (Fetch Standard, `Response`).

use js_sys::Number;
use switchhook::Failure;
use wasm_bindgen::JsValue;

use crate::{
    body::Stream,
    failure::{
        aborted, hidden_redirect, hidden_response, no_answer, no_answer_in_time, no_response,
    },
    foreign::{header_pairs, member, method, promised, says},
    watch::{Cause, Watch},
    words::kind,
};

/// A response as it was found; nothing in it but the body is the host's any more.
pub(crate) struct Head {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<Stream>,
    /// Where redirects ended that the fetch function followed.
    pub(crate) redirected_to: Option<String>,
}

/// Waits for the response that a call of the fetch function promised.
pub(crate) async fn head(
    called: Result<JsValue, JsValue>,
    watch: &Watch,
    timeout_ms: u32,
    secrets: &[String],
) -> Result<Head, Failure> {
    let value = called.map_err(|thrown| no_answer(&thrown, secrets))?;
    if method(&value, "then").is_none() {
        return Err(no_response(&format!("{}, not a promise", kind(&value))));
    }
    // Listened to before anything else: a promise that is rejected while nobody looks ends Node.
    let promise = promised(&value);
    match watch.until(|| Ok(promise)).await {
        Ok(Ok(value)) => examined(&value),
        Ok(Err(thrown)) => Err(no_answer(&thrown, secrets)),
        Err(cause) => Err(ended(&cause, timeout_ms, secrets)),
    }
}

/// What to say of a transfer that ended before its answer began.
pub(crate) fn ended(cause: &Cause, timeout_ms: u32, secrets: &[String]) -> Failure {
    match cause {
        Cause::Time => no_answer_in_time(timeout_ms),
        Cause::Signal(reason) => aborted(reason, secrets),
    }
}

/// Other realms and other libraries have a `Response` of their own, so it is known by its members.
fn examined(value: &JsValue) -> Result<Head, Failure> {
    let unlike = || no_response(kind(value));
    let status = member(value, "status").and_then(|status| status.as_f64()).ok_or_else(unlike)?;
    let url = member(value, "url").and_then(|url| url.as_string()).ok_or_else(unlike)?;
    let headers = member(value, "headers").and_then(|found| header_pairs(&found));
    let headers = headers.ok_or_else(unlike)?;
    let body = match member(value, "body") {
        None => None,
        Some(body) => Some(
            Stream::of(body).ok_or_else(|| no_response("a response whose body is not a stream"))?,
        ),
    };
    if member(value, "type").is_some_and(|kind| kind == "opaqueredirect") {
        return Err(hidden_redirect());
    }
    let redirected_to = says(value, "redirected").then_some(url);
    match status {
        100.0..=999.0 if status.fract() == 0.0 => {
            Ok(Head { status: status as u16, headers, body, redirected_to })
        }
        0.0 => Err(hidden_response()),
        _ => {
            let status =
                Number::from(status).to_string_with_radix(10).map(String::from).unwrap_or_default();
            Err(no_response(&format!("a response with the status {status}")))
        }
    }
}
