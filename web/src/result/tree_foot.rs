//! The foot of the tree: the path of the row that the keyboard is on, and what can be done with it.

use yew::prelude::*;

use super::tree_row::Act;
use crate::model::tree::TreeRow;

/// The foot. `copied` says which of its paths was copied last.
pub(crate) fn tree_foot(
    row: &TreeRow,
    parameter: &str,
    copied: Option<Act>,
    on_act: &Callback<(Act, TreeRow)>,
) -> Html {
    let button = |act: Act, words: String| {
        let row = row.clone();
        let onclick = on_act.reform(move |_: MouseEvent| (act, row.clone()));
        html! { <button type="button" class="link" {onclick}>{words}</button> }
    };
    let copy = |act: Act, words: &str| {
        button(act, if copied == Some(act) { "Copied".to_owned() } else { words.to_owned() })
    };
    html! {
        <div class="tree-foot" role="group" aria-label="Chosen value">
            <code title={row.path.clone()}>{row.shorthand.clone()}</code>
            <span class="tree-foot-actions">
                {button(Act::Map, format!("Map to {parameter}"))}
                {copy(Act::Copy, "Copy path")}
                {copy(Act::CopyNormalized, "Copy normalized path")}
            </span>
        </div>
    }
}
