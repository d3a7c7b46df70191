//! The caller's `allow` is asked with the parsed URL before anything is sent; only `true`, or a
//! promise of it, lets the request go (URL Standard).

use js_sys::{Function, Promise};
use switchhook::Failure;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Url;

use crate::{
    failure::{aborted, allow_failed, allow_too_slow, bad_url, refused_by_caller},
    options::SendOptions,
    watch::{Cause, Watch},
    words::member,
};

/// Whether the URL can be sent to at all, and may be.
pub(crate) async fn check(
    url: &str,
    timeout_ms: u32,
    options: &SendOptions,
) -> Result<(), Failure> {
    let url = parsed(url).ok_or_else(bad_url)?;
    let Some(allow) = &options.allow else { return Ok(()) };
    // The clock of the request starts with the request; this one is only for the answer to it.
    let watch = Watch::start(timeout_ms, options.signal.as_ref())
        .map_err(|cause| ended(&cause, timeout_ms))?;
    let answer = watch.until(ask(allow, &url)).await.map_err(|cause| ended(&cause, timeout_ms))?;
    match answer {
        Ok(answer) if answer == JsValue::TRUE => Ok(()),
        Ok(_) => Err(refused_by_caller()),
        Err(thrown) => Err(allow_failed(&thrown)),
    }
}

async fn ask(allow: &Function, url: &Url) -> Result<JsValue, JsValue> {
    let hop = JsValue::from(0);
    let answer: JsValue = allow.call2(&JsValue::UNDEFINED, url, &hop)?;
    JsFuture::from(Promise::resolve(&answer)).await
}

fn ended(cause: &Cause, timeout_ms: u32) -> Failure {
    match cause {
        Cause::Time => allow_too_slow(timeout_ms),
        Cause::Signal(reason) => aborted(reason),
    }
}

/// The URL as the host reads it; relative to the page where there is one.
fn parsed(url: &str) -> Option<Url> {
    let location = member(&js_sys::global(), "location");
    let page = location.and_then(|location| member(&location, "href")?.as_string());
    let relative = |page: String| Url::new_with_base(url, &page).ok();
    Url::new(url).ok().or_else(|| page.and_then(relative))
}
