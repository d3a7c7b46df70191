//! Asks whether a server answers at all, without seeing what it says (Fetch Standard, mode `no-cors`).

use gloo_net::http::Request;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestMode};

use crate::io::send::or_own;

/// Milliseconds after which silence counts as no answer.
const PATIENCE: u32 = 5_000;

/// Whether anything answers at the root of this origin, asked by the function that sends requests. The request that
/// failed is not repeated.
pub(crate) async fn answers(fetch: Option<Function>, origin: &str) -> bool {
    let (Some(fetch), Ok(patience)) = (or_own(fetch), AbortController::new()) else { return false };
    let request = Request::get(&format!("{origin}/"))
        .mode(RequestMode::NoCors)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .abort_signal(Some(&patience.signal()))
        .build();
    let Ok(request) = request.map(web_sys::Request::from) else { return false };
    let timeout = Timeout::new(PATIENCE, move || patience.abort());
    let answer = match fetch.call1(&JsValue::UNDEFINED, &request) {
        Ok(promised) => JsFuture::from(Promise::resolve(&promised)).await,
        Err(thrown) => Err(thrown),
    };
    drop(timeout);
    answer.is_ok()
}
