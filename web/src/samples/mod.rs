//! The dialog for a sample response: written, pasted, dropped or chosen among those that are kept, with
//! what the node makes of it.

use std::rc::Rc;

use switchhook::Outcome;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DragEvent};
use yew::prelude::*;

mod form;

mod parts;

use form::{Came, Form};
use parts::{TYPED, came, exits, removal, response, verdict};

use crate::{
    dialog::Modal,
    io::focus::{self, Scope},
    model::{
        compiled::Compiled,
        draft::{KeptSample, Sample, Text},
        say::say,
    },
};

/// Properties of [`SampleDialog`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The node that is to take it.
    pub compiled: Compiled,
    /// The exits by name.
    pub exits: Vec<Text>,
    /// The samples that are kept.
    pub samples: Rc<Vec<KeptSample>>,
    /// The exit whose sample stands there first.
    pub first: Text,
    /// Told the sample to use, and what the node makes of it.
    pub on_use: Callback<(Sample, Outcome)>,
    /// Told the exit whose sample is to be removed.
    pub on_remove: Callback<Text>,
    /// Told that there is nothing to use.
    pub on_cancel: Callback<()>,
}

/// The dialog.
#[component]
pub(crate) fn SampleDialog(props: &Props) -> Html {
    let form = use_state(|| {
        let format = props.compiled.node.definition().response.format;
        Form::of(&props.first, &props.samples, format)
    });
    let sample = form.sample();
    // The text area is what most begin with, and comes back when a long body is removed.
    let scope = use_context::<Scope>().unwrap_or_default();
    {
        let scope = scope.clone();
        use_effect_with(form.body.len() > TYPED, move |is_long| {
            if !*is_long {
                focus::go(&scope, "sample-body");
            }
        });
    }
    let set = {
        let form = form.setter();
        Callback::from(move |next: Form| form.set(next))
    };
    // What is dropped, pasted or chosen replaces the body.
    let take_file = {
        let (form, set) = (form.clone(), set.clone());
        Callback::from(move |file: Blob| {
            let (form, set) = (form.clone(), set.clone());
            spawn_local(async move {
                let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
                if let Some(text) = text {
                    set.emit(Form {
                        came: Came::Response,
                        body: text.into(),
                        ..Form::clone(&form)
                    });
                }
            });
        })
    };
    let ondrop = {
        let take_file = take_file.clone();
        Callback::from(move |event: DragEvent| {
            let files = event.data_transfer().and_then(|dropped| dropped.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                event.prevent_default();
                take_file.emit(file.into());
            }
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let chosen = {
        let (on_use, sample) = (props.on_use.clone(), sample.clone());
        let node = props.compiled.node.clone();
        Callback::from(move |()| {
            if let Some(sample) = &sample {
                on_use.emit((sample.clone(), sample.outcome(&node)));
            }
        })
    };
    let onsubmit = {
        let chosen = chosen.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            chosen.emit(());
        })
    };
    let onkeydown = {
        Callback::from(move |event: KeyboardEvent| {
            let is_command = event.ctrl_key() || event.meta_key();
            if event.key() == "Enter" && is_command && !event.is_composing() {
                event.prevent_default();
                chosen.emit(());
            }
        })
    };
    html! {
        <Modal title={say!("Sample response")} class="sample" on_close={&props.on_cancel} {onkeydown}>
            <form {onsubmit} {ondrop} {ondragover}>
                <p class="dialog-note">
                    {say!("It goes through mapping and routing as a response would. Nothing is sent.")}
                </p>
                {exits(props, &form, &set)}
                {came(&form, &set)}
                if form.came == Came::Response {
                    {response(&form, &set, &take_file)}
                }
                {verdict(sample.as_ref(), &props.compiled.node)}
                <div class="dialog-actions">
                    if props.samples.iter().any(|kept| kept.exit == form.exit) {
                        <button
                            type="button"
                            class="button sample-remove"
                            onclick={removal(props, &form, &scope)}
                        >
                            {say!("Forget the sample of {exit}", exit = &form.exit)}
                        </button>
                    }
                    <button
                        type="button"
                        class="button"
                        onclick={props.on_cancel.reform(|_: MouseEvent| ())}
                    >
                        {say!("Cancel")}
                    </button>
                    <button
                        type="submit"
                        class="button button-primary"
                        aria-disabled={sample.is_none().then_some("true")}
                    >
                        {say!("Use this sample")}
                    </button>
                </div>
            </form>
        </Modal>
    }
}
