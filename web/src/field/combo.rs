//! A box that takes what is typed and offers what is known (ARIA Authoring Practices, combo box with a list).

use std::rc::Rc;

use yew::prelude::*;

use super::{
    agent::use_names,
    described, invalid,
    listbox::{Step, is_typed, listbox, option_id, step},
    typed,
};
use crate::model::{compiled::Notes, completion::offers, draft::Text, edit::bare, say::say};

/// Properties of [`Combo`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The id.
    pub id: AttrValue,
    /// The accessible name, where no label element has it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The text.
    pub value: Text,
    /// What is wrong with it.
    pub notes: Notes,
    /// Told the text as it is typed or chosen.
    pub on_type: Callback<Text>,
    /// What an empty box says.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// What is offered: the agent's parameters, where nothing else is.
    #[prop_or_default]
    pub options: Option<Rc<[Text]>>,
}

/// The box. A `$` before what is typed is dropped: people write it before a parameter's name.
#[component]
pub(crate) fn Combo(props: &Props) -> Html {
    let names = use_names();
    let names = props.options.clone().unwrap_or(names);
    // None while the list is closed; then whether typing opened it.
    let open = use_state_eq(|| None::<bool>);
    let active = use_state_eq(|| None::<usize>);
    let list = format!("{}-list", props.id);
    // Who opens the list beside a name that is known wants to see the others.
    let offered = match *open {
        Some(false) if names.contains(&props.value) => offers(&names, ""),
        Some(_) => offers(&names, &props.value),
        None => Vec::new(),
    };
    let close = {
        let (open, active) = (open.clone(), active.clone());
        move || {
            open.set(None);
            active.set(None);
        }
    };
    let on_take = {
        let (offered, on_type, close) = (offered.clone(), props.on_type.clone(), close.clone());
        Callback::from(move |index: usize| {
            if let Some(name) = offered.get(index) {
                on_type.emit(name.clone());
            }
            close();
        })
    };
    let oninput = {
        let (open, active) = (open.clone(), active.clone());
        props.on_type.reform(move |event: InputEvent| {
            let name = typed(&event);
            let kept = bare(name.clone());
            if kept != name {
                // The draft may not change by it, so that nothing else would take it out of the box.
                let field: web_sys::HtmlInputElement = event.target_unchecked_into();
                field.set_value(&kept);
            }
            open.set(is_typed(&event).then_some(true));
            active.set(None);
            kept
        })
    };
    let onkeydown = {
        let (open, active, on_take, close) =
            (open.clone(), active.clone(), on_take.clone(), close.clone());
        let count = offered.len();
        Callback::from(move |event: KeyboardEvent| {
            let is_arrow = event.key() == "ArrowDown" && !event.alt_key() && !event.is_composing();
            match step(&event, count, *active) {
                Some(Step::To(index)) => active.set(Some(index)),
                Some(Step::Take(index)) => {
                    on_take.emit(index);
                    if event.key() == "Tab" {
                        return;
                    }
                }
                Some(Step::Close) => close(),
                None if is_arrow => open.set(Some(false)),
                None => return,
            }
            event.prevent_default();
        })
    };
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(open.is_none().then_some(false)))
    };
    let onblur = Callback::from(move |_: FocusEvent| close());
    let is_open = !offered.is_empty();
    html! {
        <div class="combo">
            <input
                type="text"
                class="box combo-box"
                role="combobox"
                id={&props.id}
                value={AttrValue::from(props.value.clone())}
                placeholder={props.placeholder.clone()}
                aria-label={props.name.clone()}
                aria-invalid={invalid(&props.notes)}
                aria-describedby={described(&props.id, &props.notes)}
                aria-autocomplete="list"
                aria-expanded={is_open.to_string()}
                aria-controls={is_open.then(|| list.clone())}
                aria-activedescendant={active.filter(|_| is_open).map(|index| option_id(&list, index))}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                {oninput}
                {onkeydown}
                {onclick}
                {onblur}
            />
            if is_open {
                {listbox(&list, say!("Known names"), &offered, *active, &on_take)}
            }
        </div>
    }
}
