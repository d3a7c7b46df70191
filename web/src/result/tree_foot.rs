//! The foot of the tree: the path of the row that the keyboard is on, and what can be done with it.

use yew::prelude::*;

use super::tree_row::Act;
use crate::model::{
    say::{Said, say},
    tree::TreeRow,
};

/// The foot. `copied` says which of its paths was copied last.
pub(crate) fn tree_foot(
    row: &TreeRow,
    parameter: &str,
    copied: Option<Act>,
    on_act: &Callback<(Act, TreeRow)>,
) -> Html {
    let button = |act: Act, words: Said| {
        let row = row.clone();
        let onclick = on_act.reform(move |_: MouseEvent| (act, row.clone()));
        html! { <button type="button" class="link" {onclick}>{words}</button> }
    };
    let copy = |act: Act, words: Said| {
        button(act, if copied == Some(act) { say!("Copied") } else { words })
    };
    html! {
        <div class="tree-foot" role="group" aria-label={say!("Chosen value")}>
            <code title={row.path.clone()}>{row.shorthand.clone()}</code>
            <span class="tree-foot-actions">
                {button(Act::Map, say!("Map to {parameter}", parameter))}
                {copy(Act::Copy, say!("Copy path"))}
                {copy(Act::CopyNormalized, say!("Copy normalized path"))}
            </span>
        </div>
    }
}
