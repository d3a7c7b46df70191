//! Small controls: a value goes in, what is typed or chosen comes out as a callback.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::model::{compiled::Note, draft::Text};

pub(crate) mod agent;

pub(crate) mod marked;

pub(crate) mod problems;

pub(crate) mod icon;

pub(crate) mod listbox;

pub(crate) mod text;

pub(crate) mod template;

pub(crate) mod path;

pub(crate) mod combo;

pub(crate) mod select;

pub(crate) mod switch;

pub(crate) mod slider;

pub(crate) mod tabs;

/// Whether a field has errors, as `aria-invalid` has it.
pub(crate) fn invalid(notes: &[Note]) -> Option<&'static str> {
    let has_error = notes.iter().any(|note| note.severity == switchhook::Severity::Error);
    has_error.then_some("true")
}

/// The element that describes a field, where it has something to say.
pub(crate) fn described(id: &AttrValue, notes: &[Note]) -> Option<AttrValue> {
    (!notes.is_empty()).then(|| format!("{id}-problem").into())
}

/// The text of an input or a text area after an event.
pub(crate) fn typed(event: &InputEvent) -> Text {
    let field: web_sys::HtmlInputElement = event.target_unchecked_into();
    field.value().into()
}

/// The text that is being pasted.
pub(crate) fn pasted(event: &Event) -> Option<Text> {
    let event = event.dyn_ref::<web_sys::ClipboardEvent>()?;
    Some(event.clipboard_data()?.get_data("text").ok()?.into())
}
