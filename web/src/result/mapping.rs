//! The tab Mapping: what each mapping found, and what the flow learned.

use switchhook::{MappingResult, MappingState};
use yew::prelude::*;

use crate::model::{
    run::Finished,
    say::{Said, say},
};

/// Most characters of a value.
const CHARACTERS: usize = 500;

/// The tab.
pub(crate) fn mapping_tab(last: &Finished) -> Html {
    let outcome = &last.outcome;
    let status = last.definition.status_parameter.as_ref();
    let status =
        status.and_then(|name| Some((name.clone(), outcome.parameters.get(name.as_str())?)));
    if outcome.mappings.is_empty() && status.is_none() {
        return html! {
            <div class="failure">
                <h3>{say!("Nothing was mapped")}</h3>
                <p>{say!("The node had no mappings. Choose a value in the response, and it becomes one.")}</p>
            </div>
        };
    }
    html! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{say!("Parameter")}</th>
                    <th scope="col">{say!("Object path")}</th>
                    <th scope="col">{say!("Value")}</th>
                </tr>
            </thead>
            <tbody>
                {for outcome.mappings.iter().map(row)}
                if let Some((name, value)) = status {
                    <tr>
                        <th scope="row"><span class="chip">{name}</span></th>
                        <td class="told">{say!("the status code")}</td>
                        <td><code>{value.as_json().to_owned()}</code></td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn row(result: &MappingResult) -> Html {
    let found = match (result.state, &result.value) {
        (MappingState::Mapped, Some(value)) => {
            let text = value.as_json();
            let shown: String = text.chars().take(CHARACTERS).collect();
            let cut = if shown.len() < text.len() { "…" } else { "" };
            html! { <code>{shown}{cut}</code> }
        }
        (state, _) => html! {
            <span class="state" data-state={state.name()}>{state_words(state)}</span>
        },
    };
    html! {
        <tr>
            <th scope="row"><span class="chip">{result.parameter.clone()}</span></th>
            <td><code>{result.path.clone()}</code></td>
            <td>{found}</td>
        </tr>
    }
}

fn state_words(state: MappingState) -> Said {
    match state {
        MappingState::Mapped => say!("mapped"),
        MappingState::Missing => say!("nothing found"),
        MappingState::WrongEntity => say!("a value that does not fit"),
        MappingState::TooComplex => say!("selects too much"),
        MappingState::NotRun => say!("not looked for"),
    }
}
