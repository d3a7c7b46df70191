//! How requests are sent: the host's fetch function, and what bounds it.

use std::rc::Rc;

use js_sys::Function;
use switchhook::limits::BODY_BYTES;
use web_sys::AbortSignal;

use crate::redirect;

/// How requests are sent.
#[derive(Clone)]
pub struct SendOptions {
    /// The fetch function.
    pub fetch: Function,
    /// Cancels the request.
    pub signal: Option<AbortSignal>,
    /// Most bytes of the body that are taken.
    pub max_bytes: usize,
    /// Asked with the parsed URL and the number of the hop before anything is sent there: 0 for the
    /// request itself, 1 for its first redirect. Where a browser follows, for the request alone.
    pub allow: Option<Function>,
    /// Told how many bytes of the body have arrived.
    pub on_progress: Option<Rc<dyn Fn(u64)>>,
    /// The fetch function is told to leave redirects to us: the default wherever the runtime shows
    /// them, which is everywhere but in a browser. One that leaves them unasked gets them followed, too.
    pub by_hand: bool,
    /// Whether a run gives the answer with its body; without it, the body is taken as it arrives, and
    /// not kept where no mapping needs it whole.
    pub keeps_answer: bool,
    /// Texts that no message may hold; [`crate::run`] adds the values of secret parameters.
    pub secrets: Vec<String>,
}

impl SendOptions {
    /// The defaults: no signal, 32 MiB, every URL.
    pub fn new(fetch: Function) -> SendOptions {
        SendOptions {
            fetch,
            signal: None,
            max_bytes: BODY_BYTES,
            allow: None,
            on_progress: None,
            by_hand: redirect::are_shown(),
            keeps_answer: false,
            secrets: Vec::new(),
        }
    }
}
