//! Tabs with arrow keys (ARIA Authoring Practices, tabs with automatic activation).

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tab {
    /// The first part of its ids.
    pub id: &'static str,
    /// Its name.
    pub label: AttrValue,
    /// What it counts.
    pub count: Option<usize>,
}

/// Properties of [`Tabs`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What the tabs are of.
    pub name: AttrValue,
    /// The tabs.
    pub tabs: Vec<Tab>,
    /// Which one is selected.
    pub selected: usize,
    /// Told which one to select.
    pub on_select: Callback<usize>,
}

/// The row of tabs; the panel of tab `x` has the id `x-panel`.
#[component]
pub(crate) fn Tabs(props: &Props) -> Html {
    let list = use_node_ref();
    let onkeydown = {
        let (list, on_select) = (list.clone(), props.on_select.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(list) = list.cast::<Element>() else { return };
            let tabs = list.children();
            // The tab that has the keyboard says where it is: the page may not show the last key yet.
            let focused = event.target_dyn_into::<Element>();
            let at = (0..tabs.length()).find(|at| tabs.item(*at) == focused).unwrap_or_default();
            let last = tabs.length().saturating_sub(1);
            let to = match event.key().as_str() {
                "ArrowRight" if at == last => 0,
                "ArrowRight" => at + 1,
                "ArrowLeft" => at.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            on_select.emit(to as usize);
            if let Some(tab) = tabs.item(to) {
                // A tab that left the page meanwhile cannot have the focus: nothing is lost.
                let _ = tab.unchecked_into::<HtmlElement>().focus();
            }
        })
    };
    let tab = |(index, tab): (usize, &Tab)| {
        let selected = index == props.selected;
        let onclick = props.on_select.reform(move |_: MouseEvent| index);
        html! {
            <button
                type="button"
                class="tab"
                role="tab"
                id={format!("{}-tab", tab.id)}
                aria-selected={selected.to_string()}
                aria-controls={selected.then(|| format!("{}-panel", tab.id))}
                aria-label={&tab.label}
                tabindex={if selected { "0" } else { "-1" }}
                {onclick}
            >
                {&tab.label}
                if let Some(count) = tab.count {
                    <span>{count}</span>
                }
            </button>
        }
    };
    html! {
        <div ref={list} class="tabs" role="tablist" aria-label={&props.name} {onkeydown}>
            {for props.tabs.iter().enumerate().map(tab)}
        </div>
    }
}
