//! A switch: a native check box that says so.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::model::say::Said;

/// The switch; the words beside it are its name.
pub(crate) fn switch(id: String, label: Said, on: bool, on_flip: Callback<bool>) -> Html {
    let onchange = on_flip.reform(|event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        field.checked()
    });
    html! {
        <label class="switch">
            <input type="checkbox" role="switch" {id} checked={on} {onchange} />
            {label}
        </label>
    }
}
