//! The drawer's head: how many problems there are, and the button that tests.

use yew::prelude::*;

use crate::model::{
    place::Place,
    say::{Said, say, say_count},
};

/// What the head shows.
pub(crate) struct Head {
    /// How many errors and hints there are.
    pub tally: (usize, usize),
    /// Whether a test is running.
    pub running: bool,
    /// Why nothing was sent; empty for nothing to say.
    pub notice: Said,
}

/// The head. It stays in view while the drawer scrolls.
pub(crate) fn head(head: Head, on_test: &Callback<()>, on_cancel: &Callback<()>) -> Html {
    let tally = match head.tally {
        (0, 0) => Said::default(),
        (0, hints) => say_count!(hints; "{count} hint", "{count} hints"),
        (errors, _) => say_count!(errors; "{count} problem", "{count} problems"),
    };
    let onclick = on_test.reform(|_: MouseEvent| ());
    let on_cancel = on_cancel.reform(|_: MouseEvent| ());
    html! {
        <div class="drawer-top">
            <div class="drawer-head">
                <h2>{say!("Webhook")}</h2>
                <span class="drawer-count">{tally}</span>
                if head.running {
                    <button type="button" class="button" onclick={on_cancel}>
                        {say!("Cancel request")}
                    </button>
                }
                <button
                    type="button"
                    class="button button-primary"
                    id={Place::Elsewhere.id()}
                    aria-label={say!("Test request")}
                    aria-keyshortcuts="Control+Enter"
                    aria-disabled={head.running.then_some("true")}
                    {onclick}
                >
                    {say!("Test request")}
                    <kbd aria-hidden="true">{say!("Ctrl ↵")}</kbd>
                </button>
            </div>
            <p class="drawer-notice" role="alert">{head.notice}</p>
        </div>
    }
}
