//! The test result: its outcome, and what came back inside of it.

use yew::prelude::*;

use crate::{
    model::{
        explain::offers_sample,
        say::say,
        studio::{Action, Studio},
        words::Through,
    },
    store::Store,
};

mod outcome;

mod progress;

pub(crate) mod words;

mod failure;

mod tree_row;

mod columns;

mod window;

mod text;

mod tree_foot;

mod tree;

mod search;

mod viewer;

mod response;

mod mapping;

mod sent;

mod headers;

mod done;

mod nothing;

mod ways;

pub(crate) mod answer;

use done::done_line;
use nothing::nothing;
use outcome::outcome_bar;

/// What comes of tests, as the code shows it that is not here at first.
#[derive(Default)]
pub(crate) struct Came {
    /// The words of the line on top.
    pub outcome: Html,
    /// What came of the last test, where there was one.
    pub answer: Option<Html>,
}

/// The region.
pub(crate) fn test_result(studio: &Studio, store: &Store, came: Came) -> Html {
    let last = studio.last.as_deref();
    let running = studio.phase.on_its_way();
    let is_idle = last.is_none() && running.is_none();
    let on_sample = store.on(|()| Action::ChooseSample);
    // Once is enough.
    let is_offered = running.is_some() || last.is_none_or(offers_sample);
    let inside = match came.answer {
        Some(answer) => answer,
        None if running.is_some() => html! {
            <div class="empty"><p>{say!("Waiting for the answer …")}</p></div>
        },
        None => nothing(&on_sample),
    };
    html! {
        <section
            class="result"
            aria-label={say!("Test result")}
            data-open={studio.sheet.then_some("")}
            data-empty={is_idle.then_some("")}
        >
            {outcome_bar(&outcome::Props {
                words: came.outcome,
                is_idle,
                through_relay: studio.through == Through::Relay,
                open: studio.sheet,
                on_sheet: &store.on(Action::Sheet),
                on_sample: (!is_offered).then_some(&on_sample),
                on_direct: &store.on(|()| Action::Through(Through::Browser, false)),
            })}
            <div class="result-inside">{inside}</div>
            {done_line(studio.done.words(), &store.on(|()| Action::Unpick))}
        </section>
    }
}
