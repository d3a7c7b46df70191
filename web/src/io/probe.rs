//! Asks whether a server answers at all, without seeing what it says (Fetch Standard, mode `no-cors`).

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestInit, RequestMode};

/// Milliseconds after which silence counts as no answer.
const PATIENCE: u32 = 5_000;

/// Whether anything answers at the root of this origin. The request that failed is not repeated.
pub(crate) async fn answers(origin: &str) -> bool {
    let (Some(window), Ok(patience)) = (web_sys::window(), AbortController::new()) else {
        return false;
    };
    let options = RequestInit::new();
    options.set_mode(RequestMode::NoCors);
    options.set_credentials(RequestCredentials::Omit);
    options.set_cache(RequestCache::NoStore);
    options.set_signal(Some(&patience.signal()));
    let timeout = Timeout::new(PATIENCE, move || patience.abort());
    let answer =
        JsFuture::from(window.fetch_with_str_and_init(&format!("{origin}/"), &options)).await;
    drop(timeout);
    answer.is_ok()
}
