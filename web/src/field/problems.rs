//! What is wrong with one field, in words beside it.

use switchhook::Severity;
use yew::prelude::*;

use crate::model::compiled::Note;

/// The words, in the element that describes the field; nothing where nothing is wrong.
pub(crate) fn problems(id: &str, notes: &[Note]) -> Html {
    words(id, notes, false)
}

/// The same for a field of a row: an empty one need not be at fault while its row is being filled.
pub(crate) fn row_problems(id: &str, notes: &[Note], is_empty: bool) -> Html {
    words(id, notes, is_empty)
}

fn words(id: &str, notes: &[Note], waiting: bool) -> Html {
    if notes.is_empty() {
        return html! {};
    }
    let lines = notes.iter().map(|note| {
        let class = match note.severity {
            Severity::Error => "problem",
            Severity::Warning => "hint",
        };
        html! { <p {class}>{AttrValue::from(note.message.clone())}</p> }
    });
    let waiting = waiting.then_some("");
    html! { <div id={format!("{id}-problem")} data-waiting={waiting}>{for lines}</div> }
}
