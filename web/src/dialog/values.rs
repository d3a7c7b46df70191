//! The dialog that asks for the values of parameters before a test.

use std::{collections::BTreeMap, rc::Rc};

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Modal;
use crate::model::{draft::Text, say::say};

/// Properties of [`ValuesDialog`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The parameters.
    pub names: Rc<[Text]>,
    /// Those among them whose values are shown as dots.
    pub secret: Rc<[Text]>,
    /// What was typed for them before.
    pub typed: BTreeMap<String, String>,
    /// Whether the request goes through the relay.
    pub through_relay: bool,
    /// Told what was typed, by parameter.
    pub on_send: Callback<Vec<(String, String)>>,
    /// Told that nothing is to be sent.
    pub on_cancel: Callback<()>,
}

/// The dialog.
#[component]
pub(crate) fn ValuesDialog(props: &Props) -> Html {
    let values = use_state(|| {
        let text = |name: &Text| props.typed.get(&**name).cloned().unwrap_or_default();
        props.names.iter().map(text).collect::<Vec<String>>()
    });
    let send = {
        let (names, values, on_send) = (props.names.clone(), values.clone(), props.on_send.clone());
        Callback::from(move |()| {
            let names = names.iter().map(|name| name.to_string());
            on_send.emit(names.zip(values.iter().cloned()).collect());
        })
    };
    let onsubmit = send.reform(|event: SubmitEvent| event.prevent_default());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let is_command = event.ctrl_key() || event.meta_key();
        if event.key() == "Enter" && is_command && !event.is_composing() {
            event.prevent_default();
            send.emit(());
        }
    });
    let field = |(index, name): (usize, &Text)| {
        let id = format!("parameter-{name}");
        let values = values.clone();
        let value = values.get(index).cloned().unwrap_or_default();
        let oninput = Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let mut next = Vec::clone(&values);
            if let Some(value) = next.get_mut(index) {
                *value = field.value();
            }
            values.set(next);
        });
        let class = classes!("box", props.secret.contains(name).then_some("box-secret"));
        html! {
            <div class="field" key={id.clone()}>
                <label for={id.clone()}>{AttrValue::from(name.clone())}</label>
                <input
                    type="text"
                    {class}
                    {id}
                    {value}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    {oninput}
                />
            </div>
        }
    };
    html! {
        <Modal title={say!("Parameter values")} on_close={&props.on_cancel} {onkeydown}>
            <form {onsubmit}>
                <p class="dialog-note">
                    {say!("What the conversation would have filled in. Kept for this server, and for this session only.")}
                </p>
                if props.through_relay {
                    <p class="dialog-note">{say!("It goes through the relay.")}</p>
                }
                <div class="dialog-fields">{for props.names.iter().enumerate().map(field)}</div>
                <div class="dialog-actions">
                    <button type="button" class="button" onclick={props.on_cancel.reform(|_: MouseEvent| ())}>
                        {say!("Cancel")}
                    </button>
                    <button type="submit" class="button button-primary">{say!("Send")}</button>
                </div>
            </form>
        </Modal>
    }
}
