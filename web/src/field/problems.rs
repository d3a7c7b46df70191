//! What is wrong with one field, in words beside it.

use switchhook::Severity;
use yew::prelude::*;

use crate::model::compiled::Notes;

/// Properties of [`Problems`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The id of the field.
    pub id: AttrValue,
    /// What is wrong with it.
    pub notes: Notes,
}

/// The words, in the element that describes the field; nothing where nothing is wrong.
#[component]
pub(crate) fn Problems(props: &Props) -> Html {
    if props.notes.is_empty() {
        return html! {};
    }
    let lines = props.notes.iter().map(|note| {
        let class = match note.severity {
            Severity::Error => "problem",
            Severity::Warning => "hint",
        };
        html! { <p {class}>{AttrValue::from(note.message.clone())}</p> }
    });
    html! { <div id={format!("{}-problem", props.id)}>{for lines}</div> }
}
