//! A failure in words: what happened, why as far as it is known, and buttons that mend it.

use yew::prelude::*;

use crate::model::{
    draft::Text,
    edit::Edit,
    words::{Check, Words},
};

/// Properties of [`FailureWords`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The words.
    pub words: Words,
    /// Told the change of a button.
    pub on_edit: Callback<Edit>,
    /// Told a text for the clipboard.
    pub on_copy: Callback<Text>,
}

/// The words.
#[component]
pub(crate) fn FailureWords(props: &Props) -> Html {
    let Words { title, why, checks, snippet, remedies } = &props.words;
    let copied = use_state(|| false);
    let remedy = |(label, edit): &(String, Edit)| {
        let edit = edit.clone();
        let onclick = props.on_edit.reform(move |_: MouseEvent| edit.clone());
        html! { <button type="button" class="button" {onclick}>{label.clone()}</button> }
    };
    let copy = snippet.as_ref().map(|(_, text)| {
        let (text, copied, on_copy) =
            (Text::from(text.as_str()), copied.clone(), props.on_copy.clone());
        Callback::from(move |_: MouseEvent| {
            on_copy.emit(text.clone());
            copied.set(true);
        })
    });
    html! {
        <div class="failure">
            <h3>{title.clone()}</h3>
            if !why.is_empty() {
                <p>{why.clone()}</p>
            }
            if !checks.is_empty() {
                <ul class="checks">{for checks.iter().map(check)}</ul>
            }
            if let Some((about, text)) = snippet {
                <p>{about.clone()}</p>
                <pre class="snippet">{text.clone()}</pre>
            }
            if copy.is_some() || !remedies.is_empty() {
                <div class="failure-actions">
                    {for remedies.iter().map(remedy)}
                    if let Some(onclick) = copy {
                        <button type="button" class="button" {onclick}>
                            {if *copied { "Copied" } else { "Copy these headers" }}
                        </button>
                    }
                </div>
            }
        </div>
    }
}

fn check(check: &Check) -> Html {
    let mark = match check.mark {
        Some(true) => "yes",
        Some(false) => "no",
        None => "neither",
    };
    html! {
        <li class="check" data-mark={mark}>
            <span>
                if check.mark.is_some() {
                    <strong>{check.finding.clone()}</strong>
                } else {
                    {check.finding.clone()}
                }
                {" "}{check.ground.clone()}
            </span>
        </li>
    }
}
