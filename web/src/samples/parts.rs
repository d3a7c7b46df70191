//! The parts of the sample dialog: the fields go in, and out comes what they hold after a change.

use switchhook::Node;
use web_sys::{Blob, HtmlInputElement};
use yew::prelude::*;

use super::{
    Props,
    form::{Came, Form, all},
};
use crate::{
    io::focus::{self, Scope},
    model::{
        draft::{Sample, Text},
        figures::size,
        samples::KEPT,
        say::{self, Said, say},
        status::status_line,
    },
    result::words::exit_chip,
};

/// Most bytes that a text area takes; one of more would make typing slow.
pub(super) const TYPED: usize = 100_000;
/// The id of the exit that is chosen.
const CHOSEN: &str = "sample-chosen-exit";
/// Most values that are shown.
const VALUES: usize = 12;

/// The exits, each with the sample that is kept for it.
pub(super) fn exits(props: &Props, form: &Form, set: &Callback<Form>) -> Html {
    let kind = |exit: &str| match exit {
        "default" => "default",
        "failed" => "failed",
        _ => "route",
    };
    let known = |exit: &Text| props.exits.contains(exit);
    let others = props.samples.iter().map(|kept| &kept.exit).filter(|exit| !known(exit));
    let choice = |exit: &Text| {
        let kept = props.samples.iter().find(|kept| kept.exit == *exit);
        let about = kept.map_or_else(|| say!("none kept"), |kept| kept.sample.about());
        let next = Form::of(exit, &props.samples, props.compiled.node.definition().response.format);
        let onclick = set.reform(move |_: MouseEvent| next.clone());
        html! {
            <button
                type="button"
                class="sample-exit"
                id={(form.exit == *exit).then_some(CHOSEN)}
                data-exit={kind(exit)}
                aria-pressed={(form.exit == *exit).to_string()}
                {onclick}
            >
                <b>{AttrValue::from(exit.clone())}</b>
                <span>{about}</span>
            </button>
        }
    };
    html! {
        <div class="sample-exits" role="group" aria-label={say!("Samples by exit")}>
            {for props.exits.iter().chain(others).map(choice)}
        </div>
    }
}

/// Forgetting a sample leaves its text in the dialog; the button leaves the page.
pub(super) fn removal(props: &Props, form: &Form, scope: &Scope) -> Callback<MouseEvent> {
    let (exit, scope) = (form.exit.clone(), scope.clone());
    props.on_remove.reform(move |_: MouseEvent| {
        focus::go(&scope, CHOSEN);
        exit.clone()
    })
}

/// What comes of the request.
pub(super) fn came(form: &Form, set: &Callback<Form>) -> Html {
    let choice = |(came, id, words): (Came, &'static str, Said)| {
        let next = Form { came, ..form.clone() };
        let onchange = set.reform(move |_: Event| next.clone());
        html! {
            <label class="choice" for={id}>
                <input type="radio" name="came" {id} checked={form.came == came} {onchange} />
                {words}
            </label>
        }
    };
    html! {
        <fieldset class="sample-came">
            <legend>{say!("What comes back")}</legend>
            {for all().into_iter().map(choice)}
        </fieldset>
    }
}

/// Status and body.
pub(super) fn response(form: &Form, set: &Callback<Form>, take_file: &Callback<Blob>) -> Html {
    let on_status = {
        let form = form.clone();
        set.reform(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            Form { status: field.value(), ..form.clone() }
        })
    };
    let on_body = {
        let form = form.clone();
        set.reform(move |event: InputEvent| Form {
            body: crate::field::typed(&event),
            ..form.clone()
        })
    };
    let on_empty = {
        let form = form.clone();
        set.reform(move |_: MouseEvent| Form { body: "".into(), ..form.clone() })
    };
    let on_file = {
        let take_file = take_file.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = field.files().and_then(|files| files.get(0)) {
                take_file.emit(file.into());
            }
        })
    };
    let is_status = form.sample().is_some();
    let phrase: Said = form.status.trim().parse().map(status_line).unwrap_or_default().into();
    let is_long = form.body.len() > TYPED;
    let length = size(form.body.len() as u64);
    html! {
        <>
            <div class="field sample-status">
                <label for="sample-status">{say!("Status")}</label>
                <input
                    type="text"
                    class="box"
                    id="sample-status"
                    inputmode="numeric"
                    autocomplete="off"
                    value={form.status.clone()}
                    aria-invalid={(!is_status).then_some("true")}
                    aria-describedby="sample-status-about"
                    oninput={on_status}
                />
                <span id="sample-status-about" class={if is_status { "told" } else { "problem" }}>
                    {if is_status { phrase } else { say!("A status is a number from 200 to 599.") }}
                </span>
            </div>
            <div class="field">
                if is_long {
                    <p class="sample-long">
                        {if form.body.len() > KEPT {
                            say!("The body has {size}: too much to type in, and to be kept once this page is closed.", size = &length)
                        } else {
                            say!("The body has {size}: too much to type in.", size = &length)
                        }}
                        {" "}
                        <button type="button" class="link" onclick={on_empty}>{say!("Remove it")}</button>
                    </p>
                } else {
                    <label for="sample-body">{say!("Response body")}</label>
                    <textarea
                        id="sample-body"
                        class="box machine"
                        rows="9"
                        spellcheck="false"
                        autocomplete="off"
                        placeholder={say!("Type, paste or drop what the server would answer")}
                        value={AttrValue::from(form.body.clone())}
                        oninput={on_body}
                    />
                }
            </div>
            <div class="field sample-file">
                <label for="sample-file">{say!("From a file")}</label>
                <input type="file" id="sample-file" onchange={on_file} />
            </div>
        </>
    }
}

/// The exit that the sample takes, and what the flow learns by it.
pub(super) fn verdict(sample: Option<&Sample>, node: &Node) -> Html {
    let Some(sample) = sample else { return html! {} };
    let outcome = sample.outcome(node);
    let values = outcome.parameters.iter().take(VALUES).map(|(name, value)| {
        let text: String = value.as_json().chars().take(40).collect();
        let cut = if text.len() < value.as_json().len() { "…" } else { "" };
        html! {
            <li><span class="chip">{name.to_string()}</span><code>{text}{cut}</code></li>
        }
    });
    html! {
        <div class="sample-verdict">
            <p>
                {exit_chip(&outcome.exit)}
                if let Some(failure) = &outcome.failure {
                    <span>{say::failure(failure)}</span>
                }
            </p>
            <ul aria-label={say!("What the flow learns")}>{for values}</ul>
        </div>
    }
}
