//! A fetch function and the URL of a relay in, a fetch function out that sends everything through the
//! relay, and so may what a browser does not let a page do (`docs/relay.md` has the protocol).

use js_sys::{Array, Error, Function, JSON, JsString, Object, Promise, Reflect};
use switchhook_fetch::words;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::Url;

/// Holds the head of a request, and of its answer.
const HEAD: &str = "X-Switchhook-Relay";

/// A function for [`switchhook_fetch::SendOptions`], which takes what that one hands to a fetch
/// function. `fetch` is the browser's. Redirects are answers like any other.
pub fn fetch(fetch: &Function, relay: &str) -> Function {
    let (fetch, relay) = (fetch.clone(), relay.to_owned());
    let send = move |url: String, init: Object| -> Promise {
        let (fetch, relay) = (fetch.clone(), relay.clone());
        future_to_promise(async move { send(&fetch, &relay, &url, &init).await })
    };
    // JavaScript owns it, and drops it once nobody can call it.
    Closure::<dyn Fn(String, Object) -> Promise>::new(send).into_js_value().unchecked_into()
}

async fn send(fetch: &Function, relay: &str, url: &str, init: &Object) -> Result<JsValue, JsValue> {
    let asking = asking(url, init)?;
    let response = match fetch.call2(&JsValue::UNDEFINED, &relay.into(), &asking) {
        Ok(promised) => JsFuture::from(Promise::resolve(&promised)).await,
        Err(thrown) => Err(thrown),
    };
    let response = response.map_err(|thrown| {
        failed(&format!("the relay at {relay} cannot be reached: {}", words(&thrown)))
    })?;
    match header(&response, HEAD)? {
        Some(head) => answer(url, &response, &head),
        None => Err(failed(&refusal(relay, &response).await?)),
    }
}

/// What the relay is sent: the head in a header, the body as it is.
fn asking(url: &str, init: &Object) -> Result<Object, JsValue> {
    let url = Url::new(url)?;
    let head = Object::new();
    set(&head, "method", &get(init, "method")?)?;
    set(&head, "url", &url.href().into())?;
    set(&head, "headers", &get(init, "headers")?)?;
    let head = js_sys::encode_uri_component(&String::from(JSON::stringify(&head)?));

    let asking = Object::new();
    set(&asking, "method", &"POST".into())?;
    set(&asking, "headers", &Array::of1(&Array::of2(&HEAD.into(), &head)))?;
    for name in ["body", "signal"] {
        set(&asking, name, &get(init, name)?)?;
    }
    // A hosted relay may ask who is there; what it is told stays with it.
    set(&asking, "credentials", &"same-origin".into())?;
    set(&asking, "cache", &"no-store".into())?;
    set(&asking, "redirect", &"error".into())?;
    Ok(asking)
}

/// The answer of the server that was meant. No `Response`: that leaves out some headers, and takes no
/// body with some statuses.
fn answer(url: &str, response: &JsValue, head: &str) -> Result<JsValue, JsValue> {
    let head = JSON::parse(&String::from(js_sys::decode_uri_component(head)?))?;
    let answer = Object::new();
    set(&answer, "url", &url.into())?;
    for name in ["status", "headers"] {
        set(&answer, name, &get(&head, name)?)?;
    }
    set(&answer, "body", &get(response, "body")?)?;
    Ok(answer.into())
}

/// What the relay says where it has no answer to hand on; whatever else may be at its address says
/// nothing that we know.
async fn refusal(relay: &str, response: &JsValue) -> Result<String, JsValue> {
    let read = get(response, "text")?.dyn_into::<Function>()?.call0(response)?;
    let text: JsString = JsFuture::from(Promise::resolve(&read)).await?.dyn_into()?;
    let said = JSON::parse(&String::from(text)).ok();
    let said = said.and_then(|said| get(&get(&said, "error").ok()?, "message").ok()?.as_string());
    Ok(said.unwrap_or_else(|| {
        let status = get(response, "status").ok().and_then(|status| status.as_f64());
        // In whole numbers, as all that is written: floats would weigh 5 kB.
        let status = status.unwrap_or_default() as u16;
        format!("there is no relay at {relay}: what is there answers with the status {status}")
    }))
}

fn header(response: &JsValue, name: &str) -> Result<Option<String>, JsValue> {
    let headers = get(response, "headers")?;
    let found = get(&headers, "get")?.dyn_into::<Function>()?.call1(&headers, &name.into())?;
    Ok(found.as_string())
}

fn failed(message: &str) -> JsValue {
    Error::new(message).into()
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}

fn set(object: &Object, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(object, &name.into(), value).map(drop)
}
