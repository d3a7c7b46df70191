//! Keys that work anywhere on the page, or in one part of it.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, KeyboardEvent};

use super::listen::{Listener, listen};

/// What a key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shortcut {
    /// Ctrl or Cmd with Enter.
    Test,
    /// Escape.
    Stop,
    /// Ctrl or Cmd with Z, outside text that is no part of the draft.
    Undo,
    /// Ctrl or Cmd with Shift and Z, or with Y, outside the same.
    Redo,
    /// A question mark, outside text.
    Help,
}

/// The whole page.
pub(crate) fn page() -> Option<EventTarget> {
    Some(web_sys::window()?.document()?.into())
}

/// Listens for shortcuts in a place; `act` says whether it took one, which then does nothing else.
pub(crate) fn hear(
    place: EventTarget,
    mut act: impl FnMut(Shortcut) -> bool + 'static,
) -> Listener {
    listen(place, "keydown", move |event| {
        let event: KeyboardEvent = event.unchecked_into();
        if shortcut(&event).is_some_and(&mut act) {
            event.prevent_default();
        }
    })
}

/// The shortcut of an event; none while an input method composes text.
fn shortcut(event: &KeyboardEvent) -> Option<Shortcut> {
    if event.is_composing() || event.default_prevented() {
        return None;
    }
    let command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match event.key().as_str() {
        "Enter" if command => Some(Shortcut::Test),
        "Escape" => Some(Shortcut::Stop),
        "z" | "Z" if command && !has_own_undo(event) => {
            Some(if event.shift_key() { Shortcut::Redo } else { Shortcut::Undo })
        }
        "?" if !event.ctrl_key() && !event.meta_key() && !is_text(event) => Some(Shortcut::Help),
        "y" | "Y" if command && !has_own_undo(event) => Some(Shortcut::Redo),
        _ => None,
    }
}

/// Whether the event is in a text, where a question mark is one.
fn is_text(event: &KeyboardEvent) -> bool {
    is_in(event, "textarea, input:not([type=checkbox], [type=range])")
}

/// Whether the event is in a text that the draft's history knows nothing of: what is searched for, a secret.
fn has_own_undo(event: &KeyboardEvent) -> bool {
    is_in(event, "[type=search], [type=password]")
}

fn is_in(event: &KeyboardEvent, selector: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    // It fails for no selector that is well-formed.
    element.is_some_and(|element| element.matches(selector).unwrap_or(false))
}
