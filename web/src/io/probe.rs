//! Asks whether a server answers at all, without seeing what it says (Fetch Standard, mode `no-cors`).

use gloo_net::http::Request;
use gloo_timers::callback::Timeout;
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestMode};

/// Milliseconds after which silence counts as no answer.
const PATIENCE: u32 = 5_000;

/// Whether anything answers at the root of this origin. The request that failed is not repeated.
pub(crate) async fn answers(origin: &str) -> bool {
    let Ok(patience) = AbortController::new() else { return false };
    let request = Request::get(&format!("{origin}/"))
        .mode(RequestMode::NoCors)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .abort_signal(Some(&patience.signal()));
    let timeout = Timeout::new(PATIENCE, move || patience.abort());
    // Nobody but the timer aborts this, so a rejection is always an `Error`, as `send` has to have it.
    let answer = request.send().await;
    drop(timeout);
    answer.is_ok()
}
