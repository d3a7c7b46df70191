//! `RunOptions` of the contract become what the sender takes, and so do the options of `toCurl`; an option that is
//! asked for is read, or refused.

use js_sys::{Function, Reflect};
use switchhook::sign::Secret;
use switchhook_boundary::error::thrown;
use switchhook_fetch::{SendOptions, words};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortSignal;

/// Reads the options; the host's own fetch is the default.
pub(crate) fn options(value: &JsValue) -> Result<SendOptions, JsValue> {
    let given = |name| member(value, name);
    let fetch = match given("fetch")? {
        Some(fetch) => Some(fetch),
        None => member(&js_sys::global(), "fetch")?,
    };
    let fetch = fetch.ok_or_else(|| wrong("this runtime has no fetch of its own: give one"))?;
    let mut options = SendOptions::new(function(fetch, "fetch")?);
    options.allow = given("allow")?.map(|allow| function(allow, "allow")).transpose()?;
    options.signal = given("signal")?.map(signal).transpose()?;
    if let Some(secret) = given("secret")? {
        let secret = secret.as_string().ok_or_else(|| wrong("secret is a text"))?;
        options.secret = Secret::new(secret.as_bytes());
    }
    if let Some(limit) = given("maxBytes")? {
        let limit = limit.as_f64().filter(|limit| *limit >= 0.0);
        // Infinity is as much as an address can hold.
        options.max_bytes = limit.ok_or_else(|| wrong("maxBytes is a number of bytes"))? as usize;
    }
    Ok(options)
}

/// Whether a command shows secrets: only where it is asked for in so many words.
pub(crate) fn shows_secrets(value: &JsValue) -> Result<bool, JsValue> {
    let wrong = || thrown("bad-options", "The options of a command are { secrets?: boolean }.");
    if value.is_undefined() || value.is_null() {
        return Ok(false);
    }
    let given = Reflect::get(value, &JsValue::from_str("secrets")).map_err(|_| wrong())?;
    if given.is_undefined() { Ok(false) } else { given.as_bool().ok_or_else(wrong) }
}

fn function(value: JsValue, name: &str) -> Result<Function, JsValue> {
    value.dyn_into().map_err(|_| wrong(&format!("{name} is a function")))
}

/// Known by what it does, not by its class: polyfills and other realms have their own.
fn signal(value: JsValue) -> Result<AbortSignal, JsValue> {
    let is = |name, like: fn(&JsValue) -> bool| matches!(member(&value, name), Ok(Some(found)) if like(&found));
    let has = |name| is(name, JsValue::is_function);
    let is_signal = is("aborted", |aborted| aborted.as_bool().is_some());
    match is_signal && has("addEventListener") && has("removeEventListener") {
        true => Ok(value.unchecked_into()),
        false => Err(wrong("signal is an AbortSignal")),
    }
}

/// An option that cannot be read is an error: a request that goes out without having been asked for
/// would be the worse answer.
pub(crate) fn member(value: &JsValue, name: &str) -> Result<Option<JsValue>, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    if !value.is_object() {
        return Err(wrong("they are an object"));
    }
    let found = Reflect::get(value, &JsValue::from_str(name))
        .map_err(|thrown| wrong(&format!("{name} cannot be read ({})", words(&thrown))))?;
    Ok((!found.is_undefined() && !found.is_null()).then_some(found))
}

pub(crate) fn wrong(why: &str) -> JsValue {
    thrown("bad-options", &format!("The options are not right: {why}."))
}
