//! A failure in words: what happened, why as far as it is known, and buttons that mend it.

use yew::prelude::*;

use crate::model::{
    draft::Text,
    say::{Said, say},
    words::{Check, Remedy, Words},
};

/// Properties of [`FailureWords`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The words.
    pub words: Words,
    /// Told the way out that was chosen.
    pub on_remedy: Callback<Remedy>,
    /// Told a text for the clipboard.
    pub on_copy: Callback<Text>,
}

/// The words.
#[component]
pub(crate) fn FailureWords(props: &Props) -> Html {
    let Words { title, why, checks, snippet, because, remedies } = &props.words;
    // Which of the texts was copied last: the headers, or the command.
    let copied = use_state(|| None::<bool>);
    let remedy = |(index, (label, remedy)): (usize, &(Said, Remedy))| {
        let is_command = *remedy == Remedy::Curl;
        let is_copied = is_command && *copied == Some(false);
        let onclick = {
            let (remedy, copied) = (remedy.clone(), copied.clone());
            props.on_remedy.reform(move |_: MouseEvent| {
                if is_command {
                    copied.set(Some(false));
                }
                remedy.clone()
            })
        };
        // What sends at once stands out.
        let is_primary = index == 0 && matches!(remedies[0].1, Remedy::Relay(_));
        let class = classes!("button", is_primary.then_some("button-primary"));
        html! {
           <button type="button" {class} {onclick}>
               {if is_copied { say!("Copied as cURL") } else { label.clone() }}
           </button>
        }
    };
    let copy = snippet.as_ref().map(|(_, text)| {
        let (text, copied, on_copy) =
            (Text::from(text.as_str()), copied.clone(), props.on_copy.clone());
        Callback::from(move |_: MouseEvent| {
            on_copy.emit(text.clone());
            copied.set(Some(true));
        })
    });
    html! {
        <div class="failure">
            <h3>{title}</h3>
            if !why.is_empty() {
                <p>{why}</p>
            }
            if !checks.is_empty() {
                <ul class="checks">{for checks.iter().map(check)}</ul>
            }
            if let Some((about, text)) = snippet {
                <p>{about}</p>
                <pre class="snippet">{text.clone()}</pre>
                if !because.is_empty() {
                    <ul class="because">
                        {for because.iter().map(|line| html! { <li>{line}</li> })}
                    </ul>
                }
            }
            if copy.is_some() || !remedies.is_empty() {
                <div class="failure-actions">
                    {for remedies.iter().enumerate().map(remedy)}
                    if let Some(onclick) = copy {
                        <button type="button" class="button" {onclick}>
                            {if *copied == Some(true) { say!("Copied") } else { say!("Copy these headers") }}
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
                    <strong>{&check.finding}</strong>
                } else {
                    {&check.finding}
                }
                {" "}{&check.ground}
            </span>
        </li>
    }
}
