//! The list of names under a field (ARIA Authoring Practices, list box): what is in it, and how keys go through it.

use yew::prelude::*;

use crate::model::{draft::Text, say::Said};

/// What a key does to an open list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Another option is the active one.
    To(usize),
    /// The active option is taken.
    Take(usize),
    /// The list closes.
    Close,
}

/// What a key does where `active` of `count` options is the active one. Keys that compose text do nothing.
pub(crate) fn step(event: &KeyboardEvent, count: usize, active: Option<usize>) -> Option<Step> {
    let is_command = event.ctrl_key() || event.meta_key() || event.alt_key();
    if count == 0 || is_command || event.is_composing() {
        return None;
    }
    match (event.key().as_str(), active) {
        ("ArrowDown", _) => Some(Step::To(active.map_or(0, |active| (active + 1) % count))),
        ("ArrowUp", _) => {
            Some(Step::To(active.unwrap_or_default().checked_sub(1).unwrap_or(count - 1)))
        }
        ("Enter" | "Tab", Some(active)) if !event.shift_key() => Some(Step::Take(active)),
        ("Escape", _) => Some(Step::Close),
        _ => None,
    }
}

/// Whether text came by a key or by deleting, and not by pasting or an input method: only then a list opens by itself.
pub(crate) fn is_typed(event: &InputEvent) -> bool {
    let is_key = event.data().is_none_or(|data| data.chars().count() == 1);
    let kind = event.input_type();
    !event.is_composing() && is_key && (kind == "insertText" || kind.starts_with("deleteContent"))
}

/// The id of an option.
pub(crate) fn option_id(list: &str, index: usize) -> String {
    format!("{list}-{index}")
}

/// The list.
pub(crate) fn listbox(
    id: &str,
    name: Said,
    options: &[Text],
    active: Option<usize>,
    on_take: &Callback<usize>,
) -> Html {
    let option = |(index, option): (usize, &Text)| {
        // The field keeps the keyboard.
        let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
        let onclick = on_take.reform(move |_: MouseEvent| index);
        html! {
            <li
                role="option"
                id={option_id(id, index)}
                aria-selected={(active == Some(index)).to_string()}
                {onmousedown}
                {onclick}
            >
                {AttrValue::from(option.clone())}
            </li>
        }
    };
    html! {
        <ul class="listbox scroll" role="listbox" id={id.to_owned()} aria-label={name}>
            {for options.iter().enumerate().map(option)}
        </ul>
    }
}
