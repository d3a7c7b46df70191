//! Export: the definition as JSON, to be copied or downloaded.

use yew::prelude::*;

use super::Modal;
use crate::model::{draft::Text, say::say};

/// Properties of [`ExportDialog`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The definition as JSON.
    pub definition: Text,
    /// Whether it has errors.
    pub has_errors: bool,
    /// Told that it is to be downloaded.
    pub on_download: Callback<Text>,
    /// Told that it is to be copied.
    pub on_copy: Callback<Text>,
    /// Told that the dialog is to close.
    pub on_close: Callback<()>,
}

/// The dialog.
#[component]
pub(crate) fn ExportDialog(props: &Props) -> Html {
    let take = |on_take: &Callback<Text>| {
        let definition = props.definition.clone();
        on_take.reform(move |_: MouseEvent| definition.clone())
    };
    html! {
        <Modal title={say!("Export")} class="dialog-wide" on_close={&props.on_close}>
            <p class="dialog-note">
                {say!("The definition, as runtimes and version control take it. Values of parameters and the signing secret are no part of it.")}
            </p>
            if props.has_errors {
                <p class="hint">{say!("There are problems in it: it can be imported again, and not be run.")}</p>
            }
            <textarea
                key={props.definition.to_string()}
                class="box machine bulk"
                aria-label={say!("Definition")}
                rows="14"
                readonly=true
                defaultvalue={AttrValue::from(props.definition.clone())}
                spellcheck="false"
            />
            <div class="dialog-actions">
                <button
                    type="button"
                    class="button dialog-first"
                    onclick={props.on_close.reform(|_: MouseEvent| ())}
                >
                    {say!("Close")}
                </button>
                <button type="button" class="button" onclick={take(&props.on_copy)}>{say!("Copy")}</button>
                <button type="button" class="button button-primary" onclick={take(&props.on_download)}>
                    {say!("Download")}
                </button>
            </div>
        </Modal>
    }
}
