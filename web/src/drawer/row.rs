//! The button that every row ends with.

use yew::prelude::*;

use crate::field::icon::{Icon, drawing};

/// A cross that removes its row. `name` says which: `Remove header 1`.
pub(crate) fn remove_button(id: String, name: String, on_remove: Callback<MouseEvent>) -> Html {
    html! {
        <button
            type="button"
            class="icon icon-remove"
            {id}
            aria-label={name.clone()}
            title={name}
            onclick={on_remove}
        >
            {drawing(Icon::Remove)}
        </button>
    }
}
