//! The drawer's head: how many problems there are, and the button that tests.

use yew::prelude::*;

use crate::model::{figures::count, place::Place};

/// What the head shows.
pub(crate) struct Head<'d> {
    /// How many errors and hints there are.
    pub tally: (usize, usize),
    /// Whether a test is running.
    pub running: bool,
    /// Why nothing was sent; empty for nothing to say.
    pub notice: &'d str,
}

/// The head. It stays in view while the drawer scrolls.
pub(crate) fn head(head: Head<'_>, on_test: &Callback<()>, on_cancel: &Callback<()>) -> Html {
    let tally = match head.tally {
        (0, 0) => String::new(),
        (0, hints) => count(hints, "hint"),
        (errors, _) => count(errors, "problem"),
    };
    let onclick = on_test.reform(|_: MouseEvent| ());
    let on_cancel = on_cancel.reform(|_: MouseEvent| ());
    html! {
        <div class="drawer-top">
            <div class="drawer-head">
                <h2>{"Webhook"}</h2>
                <span class="drawer-count">{tally}</span>
                if head.running {
                    <button type="button" class="button" onclick={on_cancel}>
                        {"Cancel request"}
                    </button>
                }
                <button
                    type="button"
                    class="button button-primary"
                    id={Place::Elsewhere.id()}
                    aria-label="Test request"
                    aria-keyshortcuts="Control+Enter"
                    aria-disabled={head.running.then_some("true")}
                    {onclick}
                >
                    {"Test request"}
                    <kbd aria-hidden="true">{"Ctrl ↵"}</kbd>
                </button>
            </div>
            <p class="drawer-notice" role="alert">{head.notice.to_owned()}</p>
        </div>
    }
}
