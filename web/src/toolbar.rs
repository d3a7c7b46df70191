//! The tool bar: whose studio this is, and what can be done to the whole node.

use yew::prelude::*;

use crate::model::{history::History, studio::Action};

/// The bar. `kept` says where the draft is kept.
pub(crate) fn toolbar(history: &History, kept: &str, on_action: &Callback<Action>) -> Html {
    let act = |action: Action| on_action.reform(move |_: MouseEvent| action.clone());
    html! {
        <header class="toolbar">
            <h1 class="brand">
                <svg viewBox="0 0 22 22" aria-hidden="true">
                    <rect width="22" height="22" rx="6" />
                    <path d="M4.5 8.5h3.4l5.2 5.5h4.4M4.5 8.5h13" />
                </svg>
                {"Switchhook"}
            </h1>
            <button type="button" class="quiet" onclick={act(Action::New)}>{"New"}</button>
            <span class="toolbar-divider" />
            <button
                type="button"
                class="quiet"
                aria-keyshortcuts="Control+Z"
                disabled={!history.can_undo()}
                onclick={act(Action::Undo)}
            >
                {"Undo"}
            </button>
            <button
                type="button"
                class="quiet"
                aria-keyshortcuts="Control+Shift+Z"
                disabled={!history.can_redo()}
                onclick={act(Action::Redo)}
            >
                {"Redo"}
            </button>
            <span class="toolbar-note">{kept.to_owned()}</span>
        </header>
    }
}
