//! The caller's `allow` is asked with the parsed URL before anything is sent to it; only `true`, or
//! a promise of it, lets the request go (URL Standard).

use js_sys::Function;
use switchhook::Failure;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Url;

use crate::{
    failure::{
        aborted, allow_failed, allow_failed_again, allow_too_slow, bad_url, refused_again,
        refused_by_caller,
    },
    foreign::{member, promised},
    head::ended,
    options::SendOptions,
    watch::{Cause, Watch},
};

/// The URL of the request as the host reads it, which can be sent to, and may be.
pub(crate) async fn first(
    url: &str,
    timeout_ms: u32,
    options: &SendOptions,
) -> Result<Url, Failure> {
    let url = parsed(url).ok_or_else(bad_url)?;
    let Some(allow) = &options.allow else { return Ok(url) };
    let ended = |cause| match cause {
        Cause::Time => allow_too_slow(timeout_ms),
        Cause::Signal(reason) => aborted(&reason, &options.secrets),
    };
    // The clock of the request starts with the request; this one is only for the answer to it.
    let watch = Watch::start(timeout_ms, options.signal.as_ref()).map_err(ended)?;
    match watch.until(|| ask(allow, &url, 0)).await.map_err(ended)? {
        Ok(answer) if answer == JsValue::TRUE => Ok(url),
        Ok(_) => Err(refused_by_caller()),
        Err(thrown) => Err(allow_failed(&thrown, &options.secrets)),
    }
}

/// Whether the host reads a URL at all, which decides what host names there are; relative ones stand for themselves.
///
/// # Errors
/// `InvalidRequest`, without the URL: values are in it.
pub fn readable(url: &str) -> Result<(), Failure> {
    Url::new_with_base(url, "http://localhost/").map(drop).map_err(|_| bad_url())
}

/// Whether a redirect may be followed to its target; within the time of the whole request.
pub(crate) async fn again(
    url: &Url,
    hop: u32,
    watch: &Watch,
    timeout_ms: u32,
    options: &SendOptions,
) -> Result<(), Failure> {
    let Some(allow) = &options.allow else { return Ok(()) };
    let answer = watch.until(|| ask(allow, url, hop)).await;
    match answer.map_err(|cause| ended(&cause, timeout_ms, &options.secrets))? {
        Ok(answer) if answer == JsValue::TRUE => Ok(()),
        Ok(_) => Err(refused_again()),
        Err(thrown) => Err(allow_failed_again(&thrown, &options.secrets)),
    }
}

fn ask(allow: &Function, url: &Url, hop: u32) -> Result<JsFuture, JsValue> {
    // A copy: whatever is done to it, the request goes where it was going.
    let url = Url::new(&url.href())?;
    let answer = allow.call2(&JsValue::UNDEFINED, &url, &hop.into())?;
    Ok(promised(&answer))
}

/// The URL as the host reads it; relative to the page where there is one.
fn parsed(url: &str) -> Option<Url> {
    let location = member(&js_sys::global(), "location");
    let page = location.and_then(|location| member(&location, "href")?.as_string());
    let relative = |page: String| Url::new_with_base(url, &page).ok();
    Url::new(url).ok().or_else(|| page.and_then(relative))
}
