//! A prepared request goes out through the caller's fetch function; a whole answer comes back,
//! or the reason why there is none (Fetch Standard, `fetch`).

use switchhook::WebhookRequest;
use wasm_bindgen::JsValue;

use crate::{
    allow, body,
    failure::{Refused, aborted},
    head::{ended, head},
    init::{init, obey},
    options::SendOptions,
    watch::{Watch, reason},
};

/// A whole answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers that the runtime shows, in its order.
    pub headers: Vec<(String, String)>,
    /// The body, after content decoding.
    pub body: Vec<u8>,
    /// Where redirects ended, if elsewhere.
    pub final_url: Option<String>,
    /// Milliseconds from send to the whole body.
    pub elapsed_ms: f64,
}

/// Sends the request, once. Whatever the fetch function does, what comes back is an answer or a
/// reason in words.
pub async fn send(
    request: &WebhookRequest,
    timeout_ms: u32,
    follow: bool,
    options: &SendOptions,
) -> Result<Answer, Refused> {
    if let Some(signal) = options.signal.as_ref().filter(|signal| signal.aborted()) {
        return Err(Refused::unsent(aborted(&reason(signal))));
    }
    allow::check(&request.url, timeout_ms, options).await.map_err(Refused::unsent)?;
    let init = init(request, follow);
    // The clock starts here: getting ready is not part of the answer's time.
    let watch = Watch::start(timeout_ms, options.signal.as_ref());
    let watch = watch.map_err(|cause| Refused::unsent(ended(&cause, timeout_ms)))?;
    let refused = |failure, received_bytes, status| Refused {
        failure,
        sent: true,
        elapsed_ms: watch.elapsed_ms(),
        received_bytes,
        status,
    };

    obey(&init, watch.signal());
    let called = options.fetch.call2(&JsValue::UNDEFINED, &request.url.as_str().into(), &init);
    let head = head(called, &watch, timeout_ms).await.map_err(|failure| {
        watch.cancel();
        refused(failure, None, None)
    })?;
    let status = head.response.status();
    let body = match head.response.body() {
        Some(stream) => {
            let read = body::read(stream, &watch, timeout_ms, options).await;
            read.map_err(|broken| refused(broken.failure, Some(broken.received), Some(status)))?
        }
        None => Vec::new(),
    };
    let final_url = head.response.redirected().then(|| head.response.url());
    let elapsed_ms = watch.elapsed_ms();
    Ok(Answer { status, headers: head.headers, body, final_url, elapsed_ms })
}
