//! How requests are sent: the host's fetch function, and what bounds it.

use std::rc::Rc;

use js_sys::Function;
use switchhook::limits::BODY_BYTES;
use web_sys::AbortSignal;

/// How requests are sent.
#[derive(Clone)]
pub struct SendOptions {
    /// The fetch function.
    pub fetch: Function,
    /// Cancels the request.
    pub signal: Option<AbortSignal>,
    /// Most bytes of the body that are taken.
    pub max_bytes: usize,
    /// Asked with the parsed URL and the hop (0) before anything is sent there.
    pub allow: Option<Function>,
    /// Told how many bytes of the body have arrived.
    pub on_progress: Option<Rc<dyn Fn(u64)>>,
}

impl SendOptions {
    /// The defaults: no signal, 32 MiB, every URL.
    pub fn new(fetch: Function) -> SendOptions {
        let max_bytes = BODY_BYTES;
        SendOptions { fetch, signal: None, max_bytes, allow: None, on_progress: None }
    }
}
