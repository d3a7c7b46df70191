//! A box for the name of a parameter: typed text is taken, known names are offered (ARIA combo box
//! through the browser's own list of suggestions).

use yew::prelude::*;

use super::{described, invalid, typed};
use crate::model::{compiled::Notes, draft::Text, edit::bare};

/// The id of the list that the drawer has once for all its boxes.
pub(crate) const SUGGESTIONS: &str = "known-parameters";

/// Properties of [`ParameterBox`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The id.
    pub id: AttrValue,
    /// The accessible name, where no label element has it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The parameter's name.
    pub value: AttrValue,
    /// What is wrong with it.
    pub notes: Notes,
    /// Told the name as it is typed.
    pub on_type: Callback<Text>,
    /// What an empty box says.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
}

/// The box.
#[component]
pub(crate) fn ParameterBox(props: &Props) -> Html {
    let oninput = props.on_type.reform(|event: InputEvent| {
        let name = typed(&event);
        let kept = bare(name.clone());
        if kept != name {
            // The `$` of templates is no part of a name. The draft may not change by it, so that
            // nothing else would take it out of the box.
            let field: web_sys::HtmlInputElement = event.target_unchecked_into();
            field.set_value(&kept);
        }
        kept
    });
    html! {
        <input
            type="text"
            class="box parameter-box"
            id={&props.id}
            list={SUGGESTIONS}
            value={&props.value}
            placeholder={props.placeholder.clone()}
            aria-label={props.name.clone()}
            aria-invalid={invalid(&props.notes)}
            aria-describedby={described(&props.id, &props.notes)}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            {oninput}
        />
    }
}
