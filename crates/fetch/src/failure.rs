//! Why there is no whole answer: one constructor for each way in which a request can fail.

use switchhook::{Failure, Reason};
use wasm_bindgen::JsValue;

use crate::words::{bytes, quoted, seconds};

/// A request without a whole answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The reason, and a sentence for people.
    pub failure: Failure,
    /// Whether the fetch function was called at all.
    pub sent: bool,
    /// Milliseconds from send to the failure; 0 where nothing was sent.
    pub elapsed_ms: f64,
    /// Bytes of the body that had arrived, where one had begun.
    pub received_bytes: Option<u64>,
    /// The status code, where an answer had begun.
    pub status: Option<u16>,
}

impl Refused {
    /// Nothing was sent.
    pub(crate) fn unsent(failure: Failure) -> Refused {
        Refused { failure, sent: false, elapsed_ms: 0.0, received_bytes: None, status: None }
    }
}

pub(crate) fn bad_url() -> Failure {
    // The URL itself stays out of the sentence: values are in it.
    let message = "The URL cannot be sent to: outside a web page it needs a scheme and a host \
                   (https://example.com/path), and its port is 65535 at most.";
    Failure::new(Reason::InvalidRequest, message)
}

pub(crate) fn refused_by_caller() -> Failure {
    Failure::new(Reason::Blocked, "`allow` refused the URL; nothing was sent.")
}

pub(crate) fn allow_failed(thrown: &JsValue, secrets: &[String]) -> Failure {
    let message = format!("`allow` failed, so nothing was sent: {}.", quoted(thrown, secrets));
    Failure::new(Reason::Blocked, message)
}

pub(crate) fn allow_too_slow(timeout_ms: u32) -> Failure {
    let message =
        format!("`allow` had not answered after {}; nothing was sent.", seconds(timeout_ms));
    Failure::new(Reason::Timeout, message)
}

pub(crate) fn no_answer_in_time(timeout_ms: u32) -> Failure {
    Failure::new(Reason::Timeout, format!("No answer in {}.", seconds(timeout_ms)))
}

pub(crate) fn body_too_slow(timeout_ms: u32, received: u64) -> Failure {
    let (time, size) = (seconds(timeout_ms), bytes(received));
    Failure::new(Reason::Timeout, format!("The body was not complete after {time}: {size}."))
}

pub(crate) fn aborted(reason: &JsValue, secrets: &[String]) -> Failure {
    let unnamed = reason.is_undefined() || reason.is_null();
    let message = match unnamed {
        true => "The caller cancelled the request.".to_owned(),
        false => format!("The caller cancelled the request: {}.", quoted(reason, secrets)),
    };
    Failure::new(Reason::Aborted, message)
}

pub(crate) fn no_answer(thrown: &JsValue, secrets: &[String]) -> Failure {
    Failure::new(Reason::Network, format!("No answer: {}.", quoted(thrown, secrets)))
}

pub(crate) fn no_response(what: &str) -> Failure {
    let message = format!("The fetch function gave {what}, where a Response was expected.");
    Failure::new(Reason::Network, message)
}

pub(crate) fn hidden_response() -> Failure {
    let message = "The response is hidden from this code (it has no status): \
                   the fetch function may not use the mode `no-cors`.";
    Failure::new(Reason::Network, message)
}

pub(crate) fn hidden_redirect() -> Failure {
    let message = "The server answered with a redirect, and a browser shows pages neither its \
                   status nor its target. Without a route for a 3xx status it is followed.";
    Failure::new(Reason::Redirect, message)
}

pub(crate) fn followed_unasked() -> Failure {
    let message = "The fetch function followed a redirect by itself, though it was told not to, so \
                   that `allow` was not asked: give one that takes `redirect: \"manual\"`.";
    Failure::new(Reason::Redirect, message)
}

pub(crate) fn redirects_too_often(most: u32) -> Failure {
    let message = format!(
        "The server redirected more than {most} times: the addresses may lead in a circle."
    );
    Failure::new(Reason::Redirect, message)
}

pub(crate) fn redirect_to_other_scheme() -> Failure {
    let message = "The server redirected to a URL that is neither http nor https.";
    Failure::new(Reason::Redirect, message)
}

pub(crate) fn redirect_to_http() -> Failure {
    let message = "The server redirected from https to http, where everyone on the way can read: \
                   that is not followed.";
    Failure::new(Reason::Redirect, message)
}

pub(crate) fn redirect_of_body(status: u16) -> Failure {
    let message = format!(
        "The server redirected to another origin ({status}), and a request with a body is not \
         passed on to one: put the new address into the URL."
    );
    Failure::new(Reason::Redirect, message)
}

pub(crate) fn refused_again() -> Failure {
    let message = "`allow` refused the URL that the server redirected to; nothing was sent there.";
    Failure::new(Reason::Blocked, message)
}

pub(crate) fn allow_failed_again(thrown: &JsValue, secrets: &[String]) -> Failure {
    let message = format!(
        "`allow` failed for a redirect, so nothing was sent there: {}.",
        quoted(thrown, secrets)
    );
    Failure::new(Reason::Blocked, message)
}

pub(crate) fn body_broke(thrown: &JsValue, received: u64, secrets: &[String]) -> Failure {
    let message =
        format!("The body broke off after {}: {}.", bytes(received), quoted(thrown, secrets));
    Failure::new(Reason::Network, message)
}

pub(crate) fn no_bytes(what: &str, received: u64) -> Failure {
    let message =
        format!("The body gave {what} after {}, where bytes were expected.", bytes(received));
    Failure::new(Reason::Network, message)
}

pub(crate) fn bytes_gone(received: u64) -> Failure {
    let message = format!(
        "The body gave bytes after {} that cannot be read: their buffer was transferred away.",
        bytes(received)
    );
    Failure::new(Reason::Network, message)
}

pub(crate) fn too_large(limit: usize) -> Failure {
    let message =
        format!("The body is larger than {}, the most that is taken.", bytes(limit as u64));
    Failure::new(Reason::TooLarge, message)
}

pub(crate) fn no_memory(received: u64) -> Failure {
    let message = format!("There is no memory for more of the body than {}.", bytes(received));
    Failure::new(Reason::TooLarge, message)
}
