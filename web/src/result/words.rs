//! What the outcome's line says: of a request on its way, or of what came of the last one.

use switchhook::Exit;
use yew::prelude::*;

use super::progress::Progress;
use crate::model::{
    headline::{exit, headline},
    run::{Finished, OnItsWay},
    say::say,
    studio::Studio,
};

/// The words; none before the first test.
pub(crate) fn outcome_words(studio: &Studio) -> Html {
    match (studio.last.as_deref(), studio.phase.on_its_way()) {
        (_, Some(OnItsWay { received, timeout, is_async })) => html! {
            <>
                if is_async {
                    {exit_chip(&Exit::Default)}
                    <span class="outcome-words">{say!("The flow goes on at once.")}</span>
                }
                <Progress {received} {timeout} wording={studio.wording} />
            </>
        },
        (Some(last), None) => said(last),
        (None, None) => html! {},
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
