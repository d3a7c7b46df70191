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
    /// Whether the field is empty, so that it need not be at fault while its row is being filled.
    #[prop_or_default]
    pub waiting: bool,
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
    let waiting = props.waiting.then_some("");
    html! { <div id={format!("{}-problem", props.id)} data-waiting={waiting}>{for lines}</div> }
}
