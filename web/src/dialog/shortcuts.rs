//! What the keys do.

use yew::prelude::*;

use super::Modal;

/// Keys, and what they do.
const KEYS: [(&[&str], &str); 9] = [
    (&["Ctrl", "Enter"], "Test request, from anywhere"),
    (&["Esc"], "Cancel the request, close what is open"),
    (&["Ctrl", "Z"], "Undo, in a text as well: what was typed is one step"),
    (&["Ctrl", "Shift", "Z"], "Redo"),
    (&["Alt", "↑"], "Move the row up"),
    (&["Alt", "↓"], "Move the row down"),
    (&["$"], "Offer parameters in a text"),
    (&["↑", "↓", "Enter"], "Choose from a list"),
    (&["?"], "This sheet"),
];

/// The sheet.
pub(crate) fn shortcuts_dialog(on_close: &Callback<()>) -> Html {
    let line = |(keys, does): &(&[&str], &str)| {
        html! {
            <>
                <dt>{for keys.iter().map(|key| html! { <kbd>{*key}</kbd> })}</dt>
                <dd>{*does}</dd>
            </>
        }
    };
    html! {
        <Modal title="Keyboard shortcuts" {on_close}>
            <dl class="keys">{for KEYS.iter().map(line)}</dl>
            <p class="dialog-note">{"On a Mac, Cmd for Ctrl and Option for Alt."}</p>
            <div class="dialog-actions">
                <button
                    type="button"
                    class="button button-primary"
                    onclick={on_close.reform(|_: MouseEvent| ())}
                >
                    {"Close"}
                </button>
            </div>
        </Modal>
    }
}
