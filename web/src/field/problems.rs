//! What is wrong with one field, in words beside it; an unknown parameter can be declared on the spot.

use switchhook::Severity;
use yew::prelude::*;

use super::agent::Agent;
use crate::model::{
    compiled::{Note, Notes},
    draft::Text,
    say::say,
};

/// The words, in the element that describes the field; nothing where nothing is wrong.
pub(crate) fn problems(id: &str, notes: &Notes) -> Html {
    html! { <Problems id={id.to_owned()} {notes} /> }
}

/// The same for a field of a row: an empty one need not be at fault while its row is being filled.
pub(crate) fn row_problems(id: &str, notes: &Notes, is_empty: bool) -> Html {
    html! { <Problems id={id.to_owned()} {notes} waiting={is_empty} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    id: AttrValue,
    notes: Notes,
    #[prop_or_default]
    waiting: bool,
}

#[component]
fn Problems(props: &Props) -> Html {
    let agent = use_context::<Agent>();
    if props.notes.is_empty() {
        return html! {};
    }
    let declare = |name: &Text| {
        let (told, agent) = (name.clone(), agent.as_ref()?);
        let onclick = agent.on_declare.reform(move |_: MouseEvent| told.clone());
        Some(html! {
            <>
                {" "}
                <button type="button" class="remedy" {onclick}>
                    {say!("Declare ${name}", name)}
                </button>
            </>
        })
    };
    let line = |note: &Note| {
        let class = match note.severity {
            Severity::Error => "problem",
            Severity::Warning => "hint",
        };
        html! {
            <p {class}>
                {&note.message}
                {note.declares.as_ref().and_then(declare)}
            </p>
        }
    };
    let waiting = props.waiting.then_some("");
    html! {
        <div id={format!("{}-problem", props.id)} data-waiting={waiting}>
            {for props.notes.iter().map(line)}
        </div>
    }
}
