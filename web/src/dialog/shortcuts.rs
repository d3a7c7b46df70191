//! What the keys do.

use yew::prelude::*;

use super::Modal;
use crate::model::say::{Said, say};

/// Keys, and what they do.
fn keys() -> [(Vec<Said>, Said); 9] {
    let (ctrl, shift, alt, enter) = (say!("Ctrl"), say!("Shift"), say!("Alt"), say!("Enter"));
    let sign = Said::Static;
    [
        (vec![ctrl.clone(), enter.clone()], say!("Test request, from anywhere")),
        (vec![say!("Esc")], say!("Cancel the request, close what is open")),
        (
            vec![ctrl.clone(), sign("Z")],
            say!("Undo, in a text as well: what was typed is one step"),
        ),
        (vec![ctrl, shift, sign("Z")], say!("Redo")),
        (vec![alt.clone(), sign("↑")], say!("Move the row up")),
        (vec![alt, sign("↓")], say!("Move the row down")),
        (vec![sign("$")], say!("Offer parameters in a text")),
        (vec![sign("↑"), sign("↓"), enter], say!("Choose from a list")),
        (vec![sign("?")], say!("This sheet")),
    ]
}

/// The sheet.
pub(crate) fn shortcuts_dialog(on_close: &Callback<()>) -> Html {
    let line = |(keys, does): (Vec<Said>, Said)| {
        html! {
            <>
                <dt>{for keys.into_iter().map(|key| html! { <kbd>{key}</kbd> })}</dt>
                <dd>{does}</dd>
            </>
        }
    };
    html! {
        <Modal title={say!("Keyboard shortcuts")} {on_close}>
            <dl class="keys">{for keys().into_iter().map(line)}</dl>
            <p class="dialog-note">{say!("On a Mac, Cmd for Ctrl and Option for Alt.")}</p>
            <div class="dialog-actions">
                <button
                    type="button"
                    class="button button-primary"
                    onclick={on_close.reform(|_: MouseEvent| ())}
                >
                    {say!("Close")}
                </button>
            </div>
        </Modal>
    }
}
