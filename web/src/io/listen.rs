//! A kind of event and what hears it in; events out, until the listener is dropped.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget};

/// Listens until it is dropped.
pub(crate) struct Listener {
    target: EventTarget,
    kind: &'static str,
    // One type of closure for all kinds of events: each would bring its own glue into the module.
    heard: Closure<dyn FnMut(Event)>,
}

/// Tells the events of a kind that a target has.
pub(crate) fn listen(
    target: EventTarget,
    kind: &'static str,
    heard: impl FnMut(Event) + 'static,
) -> Listener {
    let heard = Closure::<dyn FnMut(Event)>::new(heard);
    // It fails for no function that there is.
    let _ = target.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
    Listener { target, kind, heard }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let heard = self.heard.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.kind, heard);
    }
}
