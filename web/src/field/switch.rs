//! A switch: a native check box that says so.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Switch`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The id.
    pub id: AttrValue,
    /// The words beside it, which are its name.
    pub label: AttrValue,
    /// Whether it is on.
    pub on: bool,
    /// Told whether it is on.
    pub on_flip: Callback<bool>,
}

/// The switch.
#[component]
pub(crate) fn Switch(props: &Props) -> Html {
    let onchange = props.on_flip.reform(|event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        field.checked()
    });
    html! {
        <label class="switch">
            <input type="checkbox" role="switch" id={&props.id} checked={props.on} {onchange} />
            {&props.label}
        </label>
    }
}
