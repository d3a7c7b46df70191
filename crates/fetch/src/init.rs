//! A prepared request becomes the second argument of fetch: method, headers, body, no
//! credentials, no referrer, no cache (Fetch Standard, `RequestInit`).

use std::cell::OnceCell;

use js_sys::{Array, Object, Reflect};
use switchhook::WebhookRequest;
use wasm_bindgen::JsValue;
use web_sys::AbortSignal;

use crate::foreign::method;

/// Nothing of the user's goes along: no cookies, no address of the page, no stored answers.
const BARE: [(&str, &str); 3] =
    [("credentials", "omit"), ("referrerPolicy", "no-referrer"), ("cache", "no-store")];

thread_local! {
    static KNOWN: OnceCell<Vec<(&'static str, &'static str)>> = const { OnceCell::new() };
}

/// The `init` of one call, but for its signal.
pub(crate) fn init(request: &WebhookRequest, follow: bool) -> Object {
    let init = Object::new();
    set(&init, "method", &request.method.name().into());
    let headers = request.headers.iter();
    let headers: Array = headers.map(|(name, value)| pair(name, value)).collect();
    set(&init, "headers", &headers);
    if let Some(body) = &request.body {
        set(&init, "body", &body.into());
    }
    let known = KNOWN.with(|known| known.get_or_init(known_members).clone());
    for (name, value) in known {
        set(&init, name, &value.into());
    }
    set(&init, "redirect", &if follow { "follow" } else { "manual" }.into());
    init
}

/// Adds the signal that cancels the call.
pub(crate) fn obey(init: &Object, signal: Option<AbortSignal>) {
    if let Some(signal) = signal {
        set(init, "signal", &signal);
    }
}

/// The members that this runtime's `Request` takes: edge runtimes throw on some of them.
fn known_members() -> Vec<(&'static str, &'static str)> {
    let Some(constructor) = method(&js_sys::global(), "Request") else { return BARE.to_vec() };
    let takes = |(name, value): &(&str, &str)| {
        let init = Object::new();
        set(&init, name, &JsValue::from_str(value));
        let arguments = Array::of2(&"https://example.invalid/".into(), &init);
        Reflect::construct(&constructor, &arguments).is_ok()
    };
    BARE.into_iter().filter(takes).collect()
}

fn pair(name: &str, value: &str) -> JsValue {
    Array::of2(&name.into(), &value.into()).into()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object of ours does not fail.
    let _ = Reflect::set(object, &name.into(), value);
}
