//! A native menu of a few words.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{described, invalid};
use crate::model::compiled::Notes;

/// Properties of [`Select`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The id.
    pub id: AttrValue,
    /// The accessible name, where no label element has it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// What to choose from: each by its own name, and in words.
    pub options: Vec<(&'static str, AttrValue)>,
    /// The name of what is chosen.
    pub value: &'static str,
    /// What is wrong with it.
    pub notes: Notes,
    /// Whether its words are short.
    #[prop_or_default]
    pub short: bool,
    /// Told the index of what was chosen.
    pub on_choose: Callback<usize>,
}

/// The menu.
#[component]
pub(crate) fn Select(props: &Props) -> Html {
    let select = use_node_ref();
    // The attribute `selected` says what is chosen at first only: afterwards, the property does.
    use_effect_with((select.clone(), props.value), |(select, value)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(value);
        }
    });
    let onchange = props.on_choose.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        usize::try_from(select.selected_index()).unwrap_or_default()
    });
    html! {
        <select
            ref={select}
            class={classes!("select", props.short.then_some("select-short"))}
            id={&props.id}
            aria-label={props.name.clone()}
            aria-invalid={invalid(&props.notes)}
            aria-describedby={described(&props.id, &props.notes)}
            {onchange}
        >
            {for props.options.iter().map(|(name, words)| html! {
                <option value={*name} selected={*name == props.value}>{words}</option>
            })}
        </select>
    }
}
