//! What stands in place of a result while there is none.

use yew::prelude::*;

use crate::model::say::say;

/// The words, and a way on.
pub(crate) fn nothing(on_sample: &Callback<()>) -> Html {
    html! {
        <div class="empty">
            <h3>{say!("No response yet")}</h3>
            <p>
                {say!(
                    "Press Test request, or use a sample response: the exit lights up on the node, \
                     and the paths show what they find."
                )}
            </p>
            <button type="button" class="button" onclick={on_sample.reform(|_: MouseEvent| ())}>
                {say!("Use a sample response")}
            </button>
        </div>
    }
}
