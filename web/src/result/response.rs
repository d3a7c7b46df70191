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

/// What the tab shows.
pub(crate) struct Props<'d> {
    /// What came of the test.
    pub last: &'d Finished,
    /// The response.
    pub reading: Option<&'d Rc<Reading>>,
    /// The mappings as they are now.
    pub mappings: &'d Rc<Vec<MappingRow>>,
    /// Told every change.
    pub on_edit: &'d Callback<Edit>,
    /// Told a text for the clipboard.
    pub on_copy: &'d Callback<Text>,
}

/// The tab.
pub(crate) fn response_tab(props: &Props<'_>) -> Html {
    let (on_edit, on_copy) = (props.on_edit, props.on_copy);
    let words = words(props.last);
    let is_failure = words.is_some();
    html! {
        <>
            if let Some(words) = words {
                <FailureWords {words} {on_edit} {on_copy} />
            }
            {props.reading.map(|reading| body(reading, is_failure, props))}
        </>
    }
}

fn body(reading: &Rc<Reading>, is_failure: bool, props: &Props<'_>) -> Html {
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
                    mappings={props.mappings}
                    on_edit={props.on_edit}
                    on_copy={props.on_copy}
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
