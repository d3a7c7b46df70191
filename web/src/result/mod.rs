//! The test result: its outcome, and a tab for each way of looking at what came back.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    field::tabs::{Tab, Tabs},
    model::{
        draft::{MappingRow, Text},
        explain::words,
        preview::Reading,
        run::{Finished, OnItsWay},
        words::{Remedy, Through, Words},
    },
    store::Store,
};

pub(crate) mod outcome;

mod progress;

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

pub(crate) mod nothing;

mod ways;

use done::done_line;
use headers::headers_tab;
use mapping::mapping_tab;
use nothing::nothing;
use outcome::outcome_bar;
use response::response_tab;
use sent::sent_tab;
use ways::Ways;

/// Properties of [`TestResult`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What came of the last test.
    pub last: Option<Rc<Finished>>,
    /// The last response.
    pub reading: Option<Rc<Reading>>,
    /// The mappings as they are now.
    pub mappings: Rc<Vec<MappingRow>>,
    /// The request on its way.
    pub running: Option<OnItsWay>,
    /// Whether the sheet is pulled up, where the result is one.
    pub open: bool,
    /// What a click in the result has just done.
    pub done: Text,
    /// Which way the next test takes.
    pub through: Through,
    /// Whether there is a relay.
    pub has_relay: bool,
    /// Whether values are remembered for the server.
    pub has_values: bool,
    /// What happens here goes there.
    pub store: Store,
}

/// The region.
#[component]
pub(crate) fn TestResult(props: &Props) -> Html {
    let selected = use_state(|| 0);
    let on_select = {
        let selected = selected.clone();
        Callback::from(move |index| selected.set(index))
    };
    let is_empty = props.last.is_none() && props.running.is_none();
    let words = use_memo((props.last.clone(), props.has_relay), |(last, has_relay)| {
        let mut words = words(last.as_deref()?)?;
        words.remedies.retain(|(_, way)| *has_relay || !matches!(way, Remedy::Relay(_)));
        Some(words)
    });
    let ways = use_memo(props.store.clone(), Ways::of);
    let on_sample = ways.on_remedy.reform(|()| Remedy::Sample);
    let on_direct = ways.on_remedy.reform(|()| Remedy::Relay(Through::Browser));
    // Words that offer a sample are in view: once is enough.
    let is_offered = *selected == 0
        && words.iter().flat_map(|words| &words.remedies).any(|(_, way)| *way == Remedy::Sample);
    let is_offered = props.running.is_some() || props.last.is_none() || is_offered;
    let inside = match &props.last {
        None if props.running.is_some() => html! {
            <div class="empty"><p>{"Waiting for the answer …"}</p></div>
        },
        None => nothing(&on_sample),
        Some(last) => {
            let headers = last.received.as_ref().map_or(0, |received| received.headers.len());
            let tab = |id, label, count| Tab { id, label, count };
            let mappings = last.outcome.mappings.len();
            let tabs = vec![
                tab("response", "Response", None),
                tab("mapping", "Mapping", (mappings > 0).then_some(mappings)),
                tab("sent", "Request sent", None),
                tab("headers", "Headers", (headers > 0).then_some(headers)),
            ];
            let id = tabs.get(*selected).map_or("response", |tab| tab.id);
            html! {
                <>
                    <Tabs name="Test result" {tabs} selected={*selected} {on_select} />
                    <div
                        class="panel scroll"
                        role="tabpanel"
                        id={format!("{id}-panel")}
                        aria-labelledby={format!("{id}-tab")}
                        tabindex="0"
                    >
                        {panel(id, last, (*words).as_ref(), props, &ways)}
                    </div>
                </>
            }
        }
    };
    html! {
        <section
            class="result"
            aria-label="Test result"
            data-open={props.open.then_some("")}
            data-empty={is_empty.then_some("")}
        >
            {outcome_bar(&outcome::Props {
                last: props.last.as_deref(),
                running: props.running,
                through_relay: props.through == Through::Relay,
                open: props.open,
                on_sheet: &ways.on_sheet,
                on_sample: (!is_offered).then_some(&on_sample),
                on_direct: &on_direct,
            })}
            <div class="result-inside">{inside}</div>
            {done_line(&props.done, &ways.on_undo)}
        </section>
    }
}

fn panel(id: &str, last: &Finished, words: Option<&Words>, props: &Props, ways: &Ways) -> Html {
    match id {
        "mapping" => mapping_tab(last),
        "sent" => sent_tab(last, props.has_values.then_some(&ways.on_ask)),
        "headers" => headers_tab(last),
        _ => response_tab(&response::Props {
            words,
            reading: props.reading.as_ref(),
            mappings: &props.mappings,
            on_edit: &ways.on_edit,
            on_copy: &ways.on_copy,
            on_remedy: &ways.on_remedy,
            on_keep: (!last.is_sample).then_some(&ways.on_keep),
        }),
    }
}
