//! The drawer's head: how many problems there are, and the button that tests.

use yew::prelude::*;

use crate::model::place::Place;

/// Properties of [`Head`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The problems or hints, counted; empty for none.
    pub tally: AttrValue,
    /// Whether a test is running.
    pub running: bool,
    /// Why nothing was sent; empty for nothing to say.
    pub notice: AttrValue,
    /// Told that a test is wanted.
    pub on_test: Callback<()>,
    /// Told that the running test is to stop.
    pub on_cancel: Callback<()>,
}

/// The head. It stays in view while the drawer scrolls.
#[component]
pub(crate) fn Head(props: &Props) -> Html {
    let on_test = props.on_test.reform(|_: MouseEvent| ());
    let on_cancel = props.on_cancel.reform(|_: MouseEvent| ());
    html! {
        <div class="drawer-top"><div class="drawer-head">
            <h2>{"Webhook"}</h2>
            <span class="drawer-count">{&props.tally}</span>
            if props.running {
                <button type="button" class="button" onclick={on_cancel}>{"Cancel request"}</button>
            }
            <button
                type="button"
                class="button button-primary"
                id={Place::Elsewhere.id()}
                aria-label="Test request"
                aria-keyshortcuts="Control+Enter"
                aria-disabled={props.running.then_some("true")}
                onclick={on_test}
            >
                {"Test request"}
                <kbd aria-hidden="true">{"Ctrl ↵"}</kbd>
            </button>
        </div>
        <p class="drawer-notice" role="alert">{&props.notice}</p>
        </div>
    }
}
