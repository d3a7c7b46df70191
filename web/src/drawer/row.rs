//! The button that every row ends with.

use yew::prelude::*;

use crate::field::icon::{Drawing, Icon};

/// Properties of [`RemoveButton`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The id.
    pub id: AttrValue,
    /// Its name: `Remove header 1`.
    pub name: AttrValue,
    /// Told that it was pressed.
    pub on_remove: Callback<()>,
}

/// A cross that removes its row.
#[component]
pub(crate) fn RemoveButton(props: &Props) -> Html {
    let onclick = props.on_remove.reform(|_: MouseEvent| ());
    html! {
        <button
            type="button"
            class="icon icon-remove"
            id={&props.id}
            aria-label={&props.name}
            title={&props.name}
            {onclick}
        >
            <Drawing icon={Icon::Remove} />
        </button>
    }
}
