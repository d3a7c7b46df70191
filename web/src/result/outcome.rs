//! The line on top of the result: the exit that was taken, and why.

use std::rc::Rc;

use switchhook::Exit;
use yew::prelude::*;

use super::progress::Progress;
use crate::{
    field::icon::{Drawing, Icon},
    model::{
        headline::{exit, headline},
        run::{Finished, OnItsWay},
    },
};

/// Properties of [`OutcomeBar`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What came of the last test.
    pub last: Option<Rc<Finished>>,
    /// The request on its way.
    pub running: Option<OnItsWay>,
    /// Whether the sheet is pulled up.
    pub open: bool,
    /// Told whether the sheet is to be pulled up.
    pub on_sheet: Callback<bool>,
}

/// The line. It is read out whenever it changes.
#[component]
pub(crate) fn OutcomeBar(props: &Props) -> Html {
    let words = match (&props.last, props.running) {
        (_, Some(OnItsWay { received, is_async })) => html! {
            <>
                if is_async {
                    {chip(&Exit::Default)}
                    <span class="outcome-words">{"The flow goes on at once."}</span>
                }
                <Progress {received} />
            </>
        },
        (Some(last), None) => said(last),
        (None, None) => html! {},
    };
    let to = !props.open;
    let on_sheet = props.on_sheet.reform(move |_: MouseEvent| to);
    let is_silent = props.last.is_none() && props.running.is_none();
    html! {
        <div class="outcome" data-silent={is_silent.then_some("")}>
            <div class="outcome-line" role="status" aria-label="Outcome">{words}</div>
            <button
                type="button"
                class="icon result-handle"
                aria-expanded={props.open.to_string()}
                aria-label={if props.open { "Put the result away" } else { "Show the result" }}
                onclick={on_sheet}
            >
                <Drawing icon={Icon::Chevron} />
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
