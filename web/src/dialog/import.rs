//! Import: a text pasted, dropped or chosen as a file; it replaces the node, which undo brings back.

use std::rc::Rc;

use switchhook::limits::IMPORT_BYTES;
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

use super::Modal;
use crate::{
    field::typed,
    model::{draft::Text, import::Refusal, say::say},
};

/// Properties of [`ImportDialog`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// Why the last try failed.
    pub problem: Option<Rc<Refusal>>,
    /// Told a text to import.
    pub on_import: Callback<Text>,
    /// Told a file whose text is to be imported.
    pub on_file: Callback<File>,
    /// Told that nothing is to be imported.
    pub on_close: Callback<()>,
}

/// The dialog.
#[component]
pub(crate) fn ImportDialog(props: &Props) -> Html {
    let text = use_state(|| Text::from(""));
    let over = use_state_eq(|| false);
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| text.set(typed(&event)))
    };
    let onsubmit = {
        let text = text.clone();
        props.on_import.reform(move |event: SubmitEvent| {
            event.prevent_default();
            Text::clone(&text)
        })
    };
    let onchange = {
        let on_file = props.on_file.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = field.files().and_then(|files| files.get(0)) {
                on_file.emit(file);
            }
            // The same file may be chosen again.
            field.set_value("");
        })
    };
    let ondrop = {
        let (on_file, over) = (props.on_file.clone(), over.clone());
        Callback::from(move |event: DragEvent| {
            over.set(false);
            let files = event.data_transfer().and_then(|data| data.files());
            // Text that is dropped is the text box's own.
            if let Some(file) = files.and_then(|files| files.get(0)) {
                event.prevent_default();
                on_file.emit(file);
            }
        })
    };
    let drag = |on: bool| {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            if on {
                event.prevent_default();
            }
            over.set(on);
        })
    };
    let on_cancel = props.on_close.reform(|_: MouseEvent| ());
    let invalid = props.problem.is_some().then_some("true");
    html! {
        <Modal title={say!("Import")} class="dialog-wide" on_close={&props.on_close}>
            <form {onsubmit}>
                <p class="dialog-note" id="import-about">
                    {say!("A definition as JSON, or a cURL command. It takes the place of this node; Undo brings it back. Nothing is sent, and values typed for tests are forgotten.")}
                </p>
                <div
                    class="drop"
                    data-over={over.then_some("")}
                    ondragover={drag(true)}
                    ondragleave={drag(false)}
                    {ondrop}
                >
                    <textarea
                        class="box machine bulk"
                        aria-label={say!("Definition or cURL command")}
                        aria-describedby="import-about import-problem"
                        aria-invalid={invalid}
                        rows="10"
                        maxlength={(IMPORT_BYTES + 1).to_string()}
                        placeholder={say!("Paste here, or drop a file")}
                        value={AttrValue::from(Text::clone(&text))}
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        {oninput}
                    />
                </div>
                <p class="problem dialog-problem" id="import-problem" role="alert">
                    {props.problem.as_ref().map(|problem| problem.words())}
                </p>
                <div class="dialog-actions">
                    <label class="button dialog-first file">
                        {say!("Choose a file")}
                        <input type="file" accept=".json,.txt,.sh,application/json,text/plain" {onchange} />
                    </label>
                    <button type="button" class="button" onclick={on_cancel}>{say!("Cancel")}</button>
                    <button type="submit" class="button button-primary">{say!("Replace the node")}</button>
                </div>
            </form>
        </Modal>
    }
}
