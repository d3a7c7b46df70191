//! The line on top of the result: the exit that was taken, and why.

use switchhook::Exit;
use yew::prelude::*;

use super::progress::Progress;
use crate::{
    field::icon::{Icon, drawing},
    model::{
        headline::{exit, headline},
        run::{Finished, OnItsWay},
    },
};

/// The line. It is read out whenever it changes. `open` says whether the sheet is pulled up, and
/// `on_sheet` is told whether it is to be.
pub(crate) fn outcome_bar(
    last: Option<&Finished>,
    running: Option<OnItsWay>,
    open: bool,
    on_sheet: &Callback<bool>,
) -> Html {
    let words = match (last, running) {
        (_, Some(OnItsWay { received, timeout, is_async })) => html! {
            <>
                if is_async {
                    {chip(&Exit::Default)}
                    <span class="outcome-words">{"The flow goes on at once."}</span>
                }
                <Progress {received} {timeout} />
            </>
        },
        (Some(last), None) => said(last),
        (None, None) => html! {},
    };
    let on_sheet = on_sheet.reform(move |_: MouseEvent| !open);
    let is_silent = last.is_none() && running.is_none();
    html! {
        <div class="outcome" data-silent={is_silent.then_some("")}>
            <div class="outcome-line" role="status" aria-label="Outcome">{words}</div>
            <button
                type="button"
                class="icon result-handle"
                aria-expanded={open.to_string()}
                aria-label={if open { "Put the result away" } else { "Show the result" }}
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
            {chip(&exit(last))}
            <span class="outcome-words">
                if last.definition.r#async {
                    {"The flow went on at once. Its request: "}
                }
                <strong>{title}</strong>
                {for rest.into_iter().map(|part| html! { <>{" · "}{part}</> })}
            </span>
        </>
    }
}

fn chip(exit: &Exit) -> Html {
    let kind = match exit {
        Exit::Default => "default",
        Exit::Route(_) => "route",
        Exit::Failed => "failed",
    };
    html! { <span class="outcome-exit" data-exit={kind}>{exit.name().to_owned()}</span> }
}
