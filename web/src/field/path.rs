//! A box for an object path: what is typed, and the paths of the last response that continue it. It stays
//! a text box with a list (WAI-ARIA, `aria-autocomplete`), since typing is what it is for.

use std::rc::Rc;

use yew::prelude::*;

use super::{described, invalid, typed};
use crate::model::{compiled::Notes, draft::Text, preview::Reading, say::say};

/// Most paths that are offered at once.
const OFFERED: usize = 8;

/// Properties of [`PathBox`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The id.
    pub id: AttrValue,
    /// The accessible name.
    pub name: AttrValue,
    /// The path.
    pub value: AttrValue,
    /// What is wrong with it.
    pub notes: Notes,
    /// The element that says what it finds.
    pub about: Option<AttrValue>,
    /// What shows while it is empty.
    pub placeholder: AttrValue,
    /// The last response, which the offered paths are of.
    pub reading: Option<Rc<Reading>>,
    /// Told the path as it is typed.
    pub on_type: Callback<Text>,
}

/// The box.
#[component]
pub(crate) fn PathBox(props: &Props) -> Html {
    // None while the list is closed; then the path that the keyboard is on.
    let at = use_state_eq(|| None::<Option<usize>>);
    let offered = use_memo(
        (props.value.clone(), props.reading.clone(), at.is_some()),
        |(value, reading, is_open)| {
            let reading = reading.as_ref().filter(|_| *is_open);
            reading.map(|reading| reading.suggest(value, OFFERED)).unwrap_or_default()
        },
    );
    let list_id = format!("{}-paths", props.id);
    let option_id = |index: usize| format!("{list_id}-{index}");
    let is_open = at.is_some() && !offered.is_empty();
    let current = at.flatten().filter(|index| *index < offered.len());

    let choose = {
        let (at, offered, on_type) = (at.setter(), offered.clone(), props.on_type.clone());
        Callback::from(move |index: usize| {
            if let Some(suggestion) = offered.get(index) {
                on_type.emit(suggestion.path.as_str().into());
                at.set(Some(None));
            }
        })
    };
    let oninput = {
        let (at, on_type) = (at.setter(), props.on_type.clone());
        Callback::from(move |event: InputEvent| {
            at.set(Some(None));
            on_type.emit(typed(&event));
        })
    };
    let onblur = {
        let at = at.setter();
        Callback::from(move |_: FocusEvent| at.set(None))
    };
    let onkeydown = {
        let (at, choose, count) = (at.setter(), choose.clone(), offered.len());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.ctrl_key() || event.meta_key() {
                return;
            }
            match (event.key().as_str(), current) {
                ("ArrowDown", _) if !is_open => at.set(Some(None)),
                ("ArrowDown", None) => at.set(Some(Some(0))),
                ("ArrowDown", Some(index)) => at.set(Some(Some((index + 1) % count))),
                ("ArrowUp", _) if is_open => {
                    let before = current.unwrap_or_default().checked_sub(1).unwrap_or(count - 1);
                    at.set(Some(Some(before)));
                }
                ("Enter", Some(index)) => choose.emit(index),
                ("Escape", _) if is_open => at.set(None),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let option = |(index, suggestion): (usize, &switchhook::path::Suggestion)| {
        // Pressing the mouse would take the keyboard out of the box, and the list away.
        let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
        let onclick = choose.reform(move |_: MouseEvent| index);
        html! {
            <li
                role="option"
                id={option_id(index)}
                aria-selected={(current == Some(index)).to_string()}
                {onmousedown}
                {onclick}
            >
                <code>{suggestion.path.clone()}</code>
                <span>{suggestion.preview.clone()}</span>
            </li>
        }
    };
    let about = match (described(&props.id, &props.notes), props.about.clone()) {
        (Some(problems), Some(about)) => Some(format!("{problems} {about}").into()),
        (problems, about) => problems.or(about),
    };
    html! {
        <div class="path-box">
            <input
                type="text"
                class="box machine"
                id={&props.id}
                value={&props.value}
                placeholder={&props.placeholder}
                aria-label={&props.name}
                aria-invalid={invalid(&props.notes)}
                aria-describedby={about}
                aria-autocomplete="list"
                aria-controls={is_open.then(|| list_id.clone())}
                aria-activedescendant={current.filter(|_| is_open).map(option_id)}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                {oninput}
                {onblur}
                {onkeydown}
            />
            if is_open {
                <ul class="paths" role="listbox" id={list_id.clone()} aria-label={say!("Paths of the response")}>
                    {for offered.iter().enumerate().map(option)}
                </ul>
            }
        </div>
    }
}
