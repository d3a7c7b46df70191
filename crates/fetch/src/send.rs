//! A prepared request goes out through the caller's fetch function; a whole answer comes back, its
//! body in passing, or the reason why there is none (Fetch Standard, `fetch`).

use std::borrow::Cow;

use switchhook::WebhookRequest;
use wasm_bindgen::JsValue;

use crate::{
    allow,
    body::{self, Sink},
    failure::{Refused, aborted, followed_unasked, redirects_too_often},
    head::{ended, head},
    init::{init, obey},
    options::SendOptions,
    redirect,
    watch::{Watch, is_aborted, reason},
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

/// A whole answer whose body has gone elsewhere.
pub(crate) struct Passed {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) received_bytes: u64,
    pub(crate) final_url: Option<String>,
    pub(crate) elapsed_ms: f64,
}

/// Sends the request, once, and with `follow` on to where it is redirected. Whatever the fetch
/// function does, what comes back is an answer or a reason in words.
pub async fn send(
    request: &WebhookRequest,
    timeout_ms: u32,
    follow: bool,
    options: &SendOptions,
) -> Result<Answer, Refused> {
    let mut body = Vec::new();
    let mut keep = |piece: &[u8]| {
        let fits = body.try_reserve(piece.len()).is_ok();
        if fits {
            body.extend_from_slice(piece);
        }
        fits
    };
    let Passed { status, headers, final_url, elapsed_ms, .. } =
        pass(request, timeout_ms, follow, options, &mut keep).await?;
    Ok(Answer { status, headers, body, final_url, elapsed_ms })
}

/// The same, for a body that is taken as it arrives.
pub(crate) async fn pass(
    request: &WebhookRequest,
    timeout_ms: u32,
    follow: bool,
    options: &SendOptions,
    sink: &mut Sink<'_>,
) -> Result<Passed, Refused> {
    let secrets = options.secrets.as_slice();
    if let Some(signal) = options.signal.as_ref().filter(|signal| is_aborted(signal)) {
        return Err(Refused::unsent(aborted(&reason(signal), secrets)));
    }
    let mut url = allow::first(&request.url, timeout_ms, options).await.map_err(Refused::unsent)?;
    // The clock starts here: getting ready is not part of the answer's time.
    let watch = Watch::start(timeout_ms, options.signal.as_ref());
    let watch = watch.map_err(|cause| Refused::unsent(ended(&cause, timeout_ms, secrets)))?;
    let refused = |failure, received_bytes, status| {
        watch.cancel();
        let elapsed_ms = watch.elapsed_ms();
        Refused { failure, sent: true, elapsed_ms, received_bytes, status }
    };

    let mut request = Cow::Borrowed(request);
    let mut hop = 0;
    let head = loop {
        let init = init(&request, follow && !options.by_hand);
        obey(&init, watch.signal());
        let called = options.fetch.call2(&JsValue::UNDEFINED, &request.url.as_str().into(), &init);
        let head = head(called, &watch, timeout_ms, secrets).await;
        let head = head.map_err(|failure| refused(failure, None, None))?;
        let refused = |failure| refused(failure, None, Some(head.status));
        if options.by_hand && options.allow.is_some() && head.redirected_to.is_some() {
            return Err(refused(followed_unasked()));
        }
        // A fetch function that follows hands no redirect on; one that hands it on, as a relay does,
        // leaves it to us.
        let next = match follow {
            true => redirect::next(&request, &url, head.status, &head.headers).map_err(refused)?,
            false => None,
        };
        let Some((onward, target)) = next else { break head };
        hop += 1;
        if hop > redirect::MOST {
            return Err(refused(redirects_too_often(redirect::MOST)));
        }
        allow::again(&target, hop, &watch, timeout_ms, options).await.map_err(refused)?;
        if let Some(unread) = head.body {
            unread.discard();
        }
        (request, url) = (Cow::Owned(onward), target);
    };
    let status = head.status;
    let received_bytes = match head.body {
        Some(stream) => {
            let read = body::read(stream, &watch, timeout_ms, options, sink).await;
            read.map_err(|broken| refused(broken.failure, Some(broken.received), Some(status)))?
        }
        None => 0,
    };
    let final_url = head.redirected_to.or_else(|| (hop > 0).then(|| url.href()));
    let elapsed_ms = watch.elapsed_ms();
    Ok(Passed { status, headers: head.headers, received_bytes, final_url, elapsed_ms })
}
