//! What stands in place of a result while there is none.

use yew::prelude::*;

/// The words, and a way on.
pub(crate) fn nothing(on_sample: &Callback<()>) -> Html {
    html! {
        <div class="empty">
            <h3>{"No response yet"}</h3>
            <p>
                {"Press Test request, or use a sample response: the exit lights up on the node, \
                  and the paths show what they find."}
            </p>
            <button type="button" class="button" onclick={on_sample.reform(|_: MouseEvent| ())}>
                {"Use a sample response"}
            </button>
        </div>
    }
}
