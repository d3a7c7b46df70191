//! What may end a transfer before its time: a timer and the caller's signal go in, and every
//! wait for the network ends with them (Fetch Standard, aborting; DOM Standard, AbortSignal).

use std::{
    cell::{Cell, RefCell},
    future::{Future, poll_fn},
    pin::Pin,
    rc::Rc,
    task::{Poll, Waker},
};

use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

use crate::foreign::{member, method, says};

/// What ended a transfer.
#[derive(Clone, Debug)]
pub(crate) enum Cause {
    /// The time was up.
    Time,
    /// The caller's signal, with its reason.
    Signal(JsValue),
}

/// What calls the host for something that it promises.
type Begin<'b> = Box<dyn FnOnce() -> Result<JsFuture, JsValue> + 'b>;

/// Watches over one transfer. Dropping it clears the timer and takes the listener off.
pub(crate) struct Watch {
    shared: Rc<Shared>,
    started: f64,
    limit_ms: u32,
    _timer: Timeout,
    _listener: Option<Listener>,
}

/// The half that the timer and the listener reach.
struct Shared {
    cause: RefCell<Option<Cause>>,
    waker: Cell<Option<Waker>>,
    controller: Option<AbortController>,
}

impl Shared {
    fn stop(&self, cause: Cause) {
        // The cause stands before the transfer is cancelled, so that what the cancelled
        // transfer says of itself is never taken for the reason.
        self.cause.borrow_mut().get_or_insert(cause);
        if let Some(controller) = &self.controller {
            controller.abort();
        }
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

impl Watch {
    /// Starts the clock. A signal that is aborted already is the error.
    pub(crate) fn start(limit_ms: u32, signal: Option<&AbortSignal>) -> Result<Watch, Cause> {
        if let Some(signal) = signal.filter(|signal| is_aborted(signal)) {
            return Err(Cause::Signal(reason(signal)));
        }
        let controller = AbortController::new().ok();
        let shared = Shared { cause: RefCell::default(), waker: Cell::default(), controller };
        let shared = Rc::new(shared);
        let on_time = Rc::clone(&shared);
        let _timer = Timeout::new(limit_ms, move || on_time.stop(Cause::Time));
        let _listener = signal.and_then(|signal| Listener::attach(signal, &shared));
        Ok(Watch { shared, started: now(), limit_ms, _timer, _listener })
    }

    /// The signal that the transfer obeys.
    pub(crate) fn signal(&self) -> Option<AbortSignal> {
        self.shared.controller.as_ref().map(AbortController::signal)
    }

    /// Milliseconds since the start.
    pub(crate) fn elapsed_ms(&self) -> f64 {
        (now() - self.started).max(0.0)
    }

    /// Begins the work and waits for it, or for what ends it; where that is there already, nothing
    /// begins.
    pub(crate) async fn until(
        &self,
        begin: impl FnOnce() -> Result<JsFuture, JsValue>,
    ) -> Result<Result<JsValue, JsValue>, Cause> {
        self.until_done(Box::new(begin)).await
    }

    /// Compiled once, whatever the work is.
    async fn until_done(&self, begin: Begin<'_>) -> Result<Result<JsValue, JsValue>, Cause> {
        let mut begin = Some(begin);
        let mut work = None;
        poll_fn(|context| {
            // A stream that always has the next piece ready leaves timers no turn: ask the clock.
            if self.elapsed_ms() >= f64::from(self.limit_ms) && self.shared.cause.borrow().is_none()
            {
                self.shared.stop(Cause::Time);
            }
            if let Some(cause) = self.shared.cause.borrow().as_ref() {
                return Poll::Ready(Err(cause.clone()));
            }
            if let Some(begin) = begin.take() {
                match begin() {
                    Ok(promise) => work = Some(promise),
                    Err(thrown) => return Poll::Ready(Ok(Err(thrown))),
                }
            }
            if let Some(promise) = &mut work
                && let Poll::Ready(output) = Pin::new(promise).poll(context)
            {
                return Poll::Ready(Ok(output));
            }
            self.shared.waker.set(Some(context.waker().clone()));
            Poll::Pending
        })
        .await
    }

    /// Cancels the transfer for a reason of ours.
    pub(crate) fn cancel(&self) {
        if let Some(controller) = &self.shared.controller {
            controller.abort();
        }
    }
}

/// A listener on the caller's signal.
struct Listener {
    signal: AbortSignal,
    callback: Closure<dyn FnMut()>,
}

impl Listener {
    fn attach(signal: &AbortSignal, shared: &Rc<Shared>) -> Option<Listener> {
        let (shared, heard) = (Rc::clone(shared), signal.clone());
        let callback = Closure::new(move || shared.stop(Cause::Signal(reason(&heard))));
        signal.add_event_listener_with_callback("abort", callback.as_ref().unchecked_ref()).ok()?;
        Some(Listener { signal: signal.clone(), callback })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        // Failing to take it off leaves a listener that has nothing to wake: no harm.
        let _ = self.signal.remove_event_listener_with_callback("abort", callback);
    }
}

/// Why the signal was aborted, in its caller's words.
pub(crate) fn reason(signal: &AbortSignal) -> JsValue {
    member(signal, "reason").unwrap_or_default()
}

/// Whether the caller's signal is aborted. It may be a polyfill's, or of another realm.
pub(crate) fn is_aborted(signal: &AbortSignal) -> bool {
    says(signal, "aborted")
}

/// Milliseconds on a clock that only goes forward, where the runtime has one.
fn now() -> f64 {
    let clock = member(&js_sys::global(), "performance");
    let time = clock.and_then(|clock| method(&clock, "now")?.call0(&clock).ok()?.as_f64());
    time.unwrap_or_else(js_sys::Date::now)
}
