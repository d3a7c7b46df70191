//! The line on top of the result: the exit that was taken, and why.

use switchhook::Exit;
use yew::prelude::*;

use super::progress::Progress;
use crate::{
    field::icon::{Icon, drawing},
    model::{
        headline::{exit, headline},
        run::{Finished, OnItsWay},
        say::say,
    },
};

/// What the line says and offers.
pub(super) struct Props<'d> {
    /// What came of the last test.
    pub last: Option<&'d Finished>,
    /// The request on its way.
    pub running: Option<OnItsWay>,
    /// Whether tests go through the relay.
    pub through_relay: bool,
    /// Whether the sheet is pulled up, where the result is one.
    pub open: bool,
    /// Counts the changes of the words that the page has.
    pub wording: u32,
    /// Told whether the sheet is to be pulled up.
    pub on_sheet: &'d Callback<bool>,
    /// Told that a sample is wanted; none where that is offered elsewhere.
    pub on_sample: Option<&'d Callback<()>>,
    /// Told to send straight from the browser again.
    pub on_direct: &'d Callback<()>,
}

/// The line. It is read out whenever it changes.
pub(super) fn outcome_bar(props: &Props<'_>) -> Html {
    let Props { last, running, open, wording, .. } = *props;
    let words = match (last, running) {
        (_, Some(OnItsWay { received, timeout, is_async })) => html! {
            <>
                if is_async {
                    {exit_chip(&Exit::Default)}
                    <span class="outcome-words">{say!("The flow goes on at once.")}</span>
                }
                <Progress {received} {timeout} {wording} />
            </>
        },
        (Some(last), None) => said(last),
        (None, None) => html! {},
    };
    let on_sheet = props.on_sheet.reform(move |_: MouseEvent| !open);
    let is_silent = last.is_none() && running.is_none() && !props.through_relay;
    html! {
        <div class="outcome" data-silent={is_silent.then_some("")}>
            <div class="outcome-line" role="status" aria-label={say!("Outcome")}>{words}</div>
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

fn said(last: &Finished) -> Html {
    let (title, rest) = headline(last);
    html! {
        <>
            {exit_chip(&exit(last))}
            <span class="outcome-words">
                if last.definition.r#async {
                    {say!("The flow went on at once. Its request:")}{" "}
                }
                <strong>{title}</strong>
                {for rest.into_iter().map(|part| html! { <>{" · "}{part}</> })}
            </span>
        </>
    }
}

/// The exit's name in its colour.
pub(crate) fn exit_chip(exit: &Exit) -> Html {
    let kind = match exit {
        Exit::Default => "default",
        Exit::Route(_) => "route",
        Exit::Failed => "failed",
    };
    html! { <span class="outcome-exit" data-exit={kind}>{exit.name().to_owned()}</span> }
}
