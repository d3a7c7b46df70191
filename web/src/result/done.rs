//! What a click in the result has just done, with its undo in reach.

use yew::prelude::*;

use crate::model::say::{Said, say};

/// The line at the foot of the result; it is read out when it comes.
pub(crate) fn done_line(words: Said, on_undo: &Callback<()>) -> Html {
    html! {
        <div class="done" data-empty={words.is_empty().then_some("")}>
            <span role="status" aria-label={say!("Done")}>{&words}</span>
            if !words.is_empty() {
                <button
                    type="button"
                    class="link"
                    aria-label={say!("Undo that")}
                    onclick={on_undo.reform(|_: MouseEvent| ())}
                >
                    {say!("Undo")}
                </button>
            }
        </div>
    }
}
