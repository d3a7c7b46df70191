//! The tool bar: whose studio this is, and what can be done to the whole node.

use yew::prelude::*;

use crate::model::studio::{Action, Panel, Studio};

/// The bar. On the studio's own page `kept` says where the draft is kept; elsewhere the bar has neither a brand nor what
/// begins another node, which is the page's affair.
pub(crate) fn toolbar(
    studio: &Studio,
    kept: Option<&str>,
    on_action: &Callback<Action>,
    on_curl: &Callback<()>,
) -> Html {
    let act = |action: Action| on_action.reform(move |_: MouseEvent| action.clone());
    let open = |panel: Panel| act(Action::Open(panel));
    let button = |name: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="quiet" {onclick}>{name}</button> }
    };
    let step = |name: &'static str, keys: &'static str, can: bool, action: Action| {
        html! {
            <button
                type="button"
                class="quiet"
                aria-keyshortcuts={keys}
                disabled={!can}
                onclick={act(action)}
            >
                {name}
            </button>
        }
    };
    let history = &studio.history;
    let declared = studio.draft().parameters.len();
    html! {
        <@{if kept.is_some() { "header" } else { "div" }} class="toolbar">
            if kept.is_some() {
                <h1 class="brand">
                    <svg viewBox="0 0 22 22" aria-hidden="true">
                        <rect width="22" height="22" rx="6" />
                        <path d="M4.5 8.5h3.4l5.2 5.5h4.4M4.5 8.5h13" />
                    </svg>
                    <span>{"Switchhook"}</span>
                </h1>
            }
            <div class="toolbar-actions">
                if kept.is_some() {
                    {button("New", act(Action::New))}
                }
                {button("Import", open(Panel::Import(None)))}
                {button("Export", open(Panel::Export))}
                {button("Copy as cURL", on_curl.reform(|_: MouseEvent| ()))}
                <span class="toolbar-divider" />
                {step("Undo", "Control+Z", history.can_undo(), Action::Undo)}
                {step("Redo", "Control+Shift+Z", history.can_redo(), Action::Redo)}
            </div>
            <span class="toolbar-note">{kept.unwrap_or_default().to_owned()}</span>
            <button
                type="button"
                class="quiet"
                aria-label="Parameters"
                onclick={open(Panel::Parameters)}
            >
                {"Parameters"}
                if declared > 0 {
                    <span class="toolbar-count">{declared}</span>
                }
            </button>
            <button
                type="button"
                class="quiet toolbar-help"
                aria-label="Keyboard shortcuts"
                aria-keyshortcuts="?"
                title="Keyboard shortcuts"
                onclick={open(Panel::Shortcuts)}
            >
                {"?"}
            </button>
        </@>
    }
}
