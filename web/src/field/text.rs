//! A box for one line of text.

use yew::prelude::*;

use super::{described, invalid, pasted, typed};
use crate::model::{compiled::Notes, draft::Text};

/// Properties of [`TextBox`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The id.
    pub id: AttrValue,
    /// The accessible name, where no label element has it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The text.
    pub value: AttrValue,
    /// What is wrong with it.
    pub notes: Notes,
    /// Told the text as it is typed.
    pub on_type: Callback<Text>,
    /// Told a text that is pasted; whether it was taken.
    #[prop_or_default]
    pub on_paste: Option<Callback<Text, bool>>,
    /// Whether it is shown as dots.
    #[prop_or_default]
    pub hidden: bool,
    /// What an empty box says.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether machines read it.
    #[prop_or_default]
    pub machine: bool,
}

/// The box.
#[component]
pub(crate) fn TextBox(props: &Props) -> Html {
    let oninput = props.on_type.reform(|event: InputEvent| typed(&event));
    let onpaste = props.on_paste.clone().map(|on_paste| {
        Callback::from(move |event: Event| {
            if pasted(&event).is_some_and(|text| on_paste.emit(text)) {
                event.prevent_default();
            }
        })
    });
    html! {
        <input
            type={if props.hidden { "password" } else { "text" }}
            class={classes!("box", props.machine.then_some("machine"))}
            id={&props.id}
            value={&props.value}
            placeholder={props.placeholder.clone()}
            dir={(!props.machine).then_some("auto")}
            aria-label={props.name.clone()}
            aria-invalid={invalid(&props.notes)}
            aria-describedby={described(&props.id, &props.notes)}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            {oninput}
            {onpaste}
        />
    }
}
