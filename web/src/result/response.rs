//! The tab Response: the body as a tree, or as the text it is, under the words of a failure.

use std::rc::Rc;

use switchhook::path::Format;
use yew::prelude::*;

use super::{failure::FailureWords, tree::TreeView};
use crate::model::{
    draft::{MappingRow, Text},
    edit::Edit,
    explain::{disagreement, words},
    preview::Reading,
    run::Finished,
};

/// Most characters of a body that are shown as text.
const CHARACTERS: usize = 20_000;

/// Properties of [`ResponseTab`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What came of the test.
    pub last: Rc<Finished>,
    /// The response.
    pub reading: Option<Rc<Reading>>,
    /// The mappings as they are now.
    pub mappings: Rc<Vec<MappingRow>>,
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// Told a text for the clipboard.
    pub on_copy: Callback<Text>,
}

/// The tab.
#[component]
pub(crate) fn ResponseTab(props: &Props) -> Html {
    let failure = words(&props.last).map(|words| {
        html! { <FailureWords {words} on_edit={&props.on_edit} on_copy={&props.on_copy} /> }
    });
    let is_failure = failure.is_some();
    let body = props.reading.as_ref().map(|reading| body(reading, is_failure, props));
    html! {
        <>
            {failure}
            {body}
        </>
    }
}

fn body(reading: &Rc<Reading>, is_failure: bool, props: &Props) -> Html {
    if reading.received.body.is_empty() {
        return html! { <p class="banner">{"The response has no body."}</p> };
    }
    let hint = disagreement(&reading.received, reading.format).map(|(words, says)| {
        let onclick = props.on_edit.reform(move |_: MouseEvent| Edit::SetFormat(says));
        html! {
            <div class="banner">
                {words}
                <button type="button" class="link" {onclick}>
                    {format!("Read as {}", says.name())}
                </button>
            </div>
        }
    });
    match &reading.document {
        Ok(_) => html! {
            <>
                {hint}
                <TreeView
                    reading={reading.clone()}
                    mappings={&props.mappings}
                    on_edit={&props.on_edit}
                    on_copy={&props.on_copy}
                />
            </>
        },
        Err(unreadable) => html! {
            <>
                {hint}
                if !is_failure {
                    <p class="banner">
                        <strong>{format!("This is not {}. ", name(reading.format))}</strong>
                        {unreadable.message.clone()}
                    </p>
                }
                {raw(&reading.received.body)}
            </>
        },
    }
}

fn name(format: Format) -> &'static str {
    format.name()
}

fn raw(body: &[u8]) -> Html {
    let text = String::from_utf8_lossy(body.get(..CHARACTERS * 4).unwrap_or(body));
    let shown: String = text.chars().take(CHARACTERS).collect();
    let rest = body.len().saturating_sub(shown.len());
    html! {
        <>
            <pre class="raw">{shown}</pre>
            if rest > 0 {
                <p class="banner">{format!("{} more are not shown.", crate::model::figures::size(rest as u64))}</p>
            }
        </>
    }
}
