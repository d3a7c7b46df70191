//! The tab Response: the body as a tree or as text, under the words of a failure.

use std::rc::Rc;

use yew::prelude::*;

use super::{failure::FailureWords, viewer::Viewer};
use crate::model::{
    draft::{MappingRow, Text},
    edit::Edit,
    explain::disagreement,
    preview::Reading,
    say::{self, say},
    words::{Remedy, Words},
};

/// What the tab shows.
pub(crate) struct Props<'d> {
    /// The failure, where the test came to one.
    pub words: Option<&'d Words>,
    /// The response.
    pub reading: Option<&'d Rc<Reading>>,
    /// The mappings as they are now.
    pub mappings: &'d Rc<Vec<MappingRow>>,
    /// Told every change.
    pub on_edit: &'d Callback<Edit>,
    /// Told a text for the clipboard.
    pub on_copy: &'d Callback<Text>,
    /// Told a way out of a failure.
    pub on_remedy: &'d Callback<Remedy>,
    /// Told that the response is to be kept as a sample; none where it is one.
    pub on_keep: Option<&'d Callback<()>>,
}

/// The tab.
pub(crate) fn response_tab(props: &Props<'_>) -> Html {
    html! {
        <>
            if let Some(words) = props.words {
                <FailureWords words={words.clone()} on_remedy={props.on_remedy} on_copy={props.on_copy} />
            }
            {props.reading.map(|reading| body(reading, props))}
        </>
    }
}

fn body(reading: &Rc<Reading>, props: &Props<'_>) -> Html {
    if reading.received.body.is_empty() {
        return html! { <p class="banner">{say!("The response has no body.")}</p> };
    }
    let hint = disagreement(&reading.received, reading.format).map(|(words, says)| {
        let onclick = props.on_edit.reform(move |_: MouseEvent| Edit::SetFormat(says));
        html! {
            <div class="banner">
                {words}
                <button type="button" class="link" {onclick}>
                    {say!("Read as {format}", format = says.name())}
                </button>
            </div>
        }
    });
    let unreadable = reading.document().err().filter(|_| props.words.is_none());
    html! {
        <>
            {hint}
            if let Some(unreadable) = unreadable {
                <p class="banner">
                    <strong>{say!("This is not {format}.", format = reading.format.name())}</strong>
                    {" "}
                    {say::foreign("failure.", "unreadable-body", &unreadable.message)}
                </p>
            }
            <Viewer
                reading={reading.clone()}
                mappings={props.mappings}
                on_edit={props.on_edit}
                on_copy={props.on_copy}
                on_keep={props.on_keep.cloned()}
            />
        </>
    }
}
