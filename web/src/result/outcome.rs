//! The line on top of the result: what came of a test, and what is offered beside it.

use yew::prelude::*;

use crate::{
    field::icon::{Icon, drawing},
    model::say::say,
};

/// What the line says and offers.
pub(super) struct Props<'d> {
    /// What came of the last test, or of the request on its way so far.
    pub words: Html,
    /// Whether there is neither.
    pub is_idle: bool,
    /// Whether tests go through the relay.
    pub through_relay: bool,
    /// Whether the sheet is pulled up, where the result is one.
    pub open: bool,
    /// Told whether the sheet is to be pulled up.
    pub on_sheet: &'d Callback<bool>,
    /// Told that a sample is wanted; none where that is offered elsewhere.
    pub on_sample: Option<&'d Callback<()>>,
    /// Told to send straight from the browser again.
    pub on_direct: &'d Callback<()>,
}

/// The line. It is read out whenever it changes.
pub(super) fn outcome_bar(props: &Props<'_>) -> Html {
    let open = props.open;
    let on_sheet = props.on_sheet.reform(move |_: MouseEvent| !open);
    let is_silent = props.is_idle && !props.through_relay;
    html! {
        <div class="outcome" data-silent={is_silent.then_some("")}>
            <div class="outcome-line" role="status" aria-label={say!("Outcome")}>{props.words.clone()}</div>
            if props.through_relay {
                <span class="relay-note">
                    {say!("Tests go through the relay.")}
                    <button
                        type="button"
                        class="link"
                        onclick={props.on_direct.reform(|_: MouseEvent| ())}
                    >
                        {say!("Turn it off")}
                    </button>
                </span>
            }
            if let Some(on_sample) = props.on_sample {
                <button type="button" class="link" onclick={on_sample.reform(|_: MouseEvent| ())}>
                    {say!("Use a sample response")}
                </button>
            }
            <button
                type="button"
                class="icon result-handle"
                id="result-handle"
                aria-expanded={open.to_string()}
                aria-label={if open { say!("Put the result away") } else { say!("Show the result") }}
                onclick={on_sheet}
            >
                {drawing(Icon::Chevron)}
            </button>
        </div>
    }
}
