//! Dialogs: each is modal while it is on the page, and hands the keyboard back to where it was.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

mod values;

mod parameters;

mod import;

mod export;

mod shortcuts;

pub(crate) use export::ExportDialog;
pub(crate) use import::ImportDialog;
pub(crate) use parameters::ParametersDialog;
pub(crate) use shortcuts::shortcuts_dialog;
pub(crate) use values::ValuesDialog;

/// Properties of [`Modal`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The dialog's name.
    pub title: AttrValue,
    /// What its looks add.
    #[prop_or_default]
    pub class: Classes,
    /// Told that it is to close: Escape.
    pub on_close: Callback<()>,
    /// Told keys that it gets.
    #[prop_or_default]
    pub onkeydown: Callback<KeyboardEvent>,
    /// What is in it.
    pub children: Html,
}

/// A dialog.
#[component]
pub(crate) fn Modal(props: &Props) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // It fails only for a dialog that is open already.
                let _ = dialog.show_modal();
            }
            // Closing it hands the keyboard back to where it was.
            move || dialog.iter().for_each(HtmlDialogElement::close)
        });
    }
    // Escape: the page takes the dialog away, so that state and page agree.
    let oncancel = props.on_close.reform(|event: Event| event.prevent_default());
    html! {
        <dialog
            ref={dialog}
            class={classes!("dialog", props.class.clone())}
            aria-labelledby="dialog-title"
            {oncancel}
            onkeydown={&props.onkeydown}
        >
            <h2 id="dialog-title">{&props.title}</h2>
            {props.children.clone()}
        </dialog>
    }
}
