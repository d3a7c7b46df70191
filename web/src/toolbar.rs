//! The tool bar: whose studio this is, and what can be done to the whole node.

use yew::prelude::*;

use crate::model::{
    say::{Said, say},
    studio::{Action, Panel, Studio},
};

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
    let button = |name: Said, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="quiet" {onclick}>{name}</button> }
    };
    // With nothing left to undo, its button keeps the keyboard: one that is `disabled` would lose it.
    let step = |name: Said, keys: &'static str, can: bool, action: Action| {
        html! {
            <button
                type="button"
                class="quiet"
                aria-keyshortcuts={keys}
                aria-disabled={(!can).then_some("true")}
                tabindex={(!can).then_some("-1")}
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
                    {button(Said::Static("New"), act(Action::New))}
                }
                {button(say!("Import"), open(Panel::Import(None)))}
                {button(say!("Export"), open(Panel::Export))}
                {button(say!("Copy as cURL"), on_curl.reform(|_: MouseEvent| ()))}
                <span class="toolbar-divider" />
                {step(say!("Undo"), "Control+Z", history.can_undo(), Action::Undo)}
                {step(say!("Redo"), "Control+Shift+Z", history.can_redo(), Action::Redo)}
            </div>
            <span class="toolbar-note" role="status">{kept.unwrap_or_default().to_owned()}</span>
            <button
                type="button"
                class="quiet"
                aria-label={say!("Parameters")}
                onclick={open(Panel::Parameters)}
            >
                {say!("Parameters")}
                if declared > 0 {
                    <span class="toolbar-count">{declared}</span>
                }
            </button>
            <button
                type="button"
                class="quiet toolbar-help"
                aria-label={say!("Keyboard shortcuts")}
                aria-keyshortcuts="?"
                title={say!("Keyboard shortcuts")}
                onclick={open(Panel::Shortcuts)}
            >
                {"?"}
            </button>
        </@>
    }
}
