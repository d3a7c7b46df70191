//! What the fetch function returned becomes a response that can be read without surprises: its
//! shape is looked at first, since anything may come back (Fetch Standard, `Response`).

use gloo_net::http::Response;
use js_sys::{Array, Promise};
use switchhook::Failure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ResponseType;

use crate::{
    failure::{
        aborted, hidden_redirect, hidden_response, no_answer, no_answer_in_time, no_response,
    },
    watch::{Cause, Watch},
    words::{kind, member},
};

/// A response whose shape has been looked at, so that reading it cannot throw.
pub(crate) struct Head {
    pub(crate) response: Response,
    pub(crate) headers: Vec<(String, String)>,
}

/// Waits for the response that a call of the fetch function promised.
pub(crate) async fn head(
    called: Result<JsValue, JsValue>,
    watch: &Watch,
    timeout_ms: u32,
) -> Result<Head, Failure> {
    // Listened to before anything else: a promise that is rejected while nobody looks ends Node.
    let promise = promised(called)?;
    match watch.until(promise).await {
        Ok(Ok(value)) => examined(value),
        Ok(Err(thrown)) => Err(no_answer(&thrown)),
        Err(cause) => Err(ended(&cause, timeout_ms)),
    }
}

/// What to say of a transfer that ended before its answer began.
pub(crate) fn ended(cause: &Cause, timeout_ms: u32) -> Failure {
    match cause {
        Cause::Time => no_answer_in_time(timeout_ms),
        Cause::Signal(reason) => aborted(reason),
    }
}

fn promised(called: Result<JsValue, JsValue>) -> Result<JsFuture, Failure> {
    let value = called.map_err(|thrown| no_answer(&thrown))?;
    match member(&value, "then").is_some_and(|then| then.is_function()) {
        true => Ok(JsFuture::from(Promise::resolve(&value))),
        false => Err(no_response(&format!("{}, not a promise", kind(&value)))),
    }
}

/// Other realms and other libraries have a `Response` of their own, so it is known by its members.
fn examined(value: JsValue) -> Result<Head, Failure> {
    let unlike = || no_response(kind(&value));
    let status = member(&value, "status").and_then(|status| status.as_f64()).ok_or_else(unlike)?;
    member(&value, "url").and_then(|url| url.as_string()).ok_or_else(unlike)?;
    // gloo's `Headers` panics on entries that are no strings, and a library's may be anything.
    let headers =
        member(&value, "headers").and_then(|found| header_pairs(&found)).ok_or_else(unlike)?;
    if let Some(body) = member(&value, "body")
        && !member(&body, "getReader").is_some_and(|method| method.is_function())
    {
        return Err(no_response("a response whose body is not a stream"));
    }
    let response = Response::from(value.clone().unchecked_into::<web_sys::Response>());
    match (response.type_(), status) {
        (ResponseType::Opaqueredirect, _) => Err(hidden_redirect()),
        (_, 100.0..=999.0) if status.fract() == 0.0 => Ok(Head { response, headers }),
        (_, 0.0) => Err(hidden_response()),
        _ => Err(no_response(&format!("a response with the status {status}"))),
    }
}

/// Names and values of anything that iterates over pairs of strings: `Headers`, a list, a `Map`.
pub fn header_pairs(headers: &JsValue) -> Option<Vec<(String, String)>> {
    let pair = |entry: Result<JsValue, JsValue>| {
        let entry = Array::from(&entry.ok().filter(Array::is_array)?);
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    js_sys::try_iter(headers).ok()??.map(pair).collect()
}
