//! The test result: its outcome, and a tab for each way of looking at what came back.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    field::tabs::{Tab, Tabs},
    model::{
        draft::{MappingRow, Text},
        edit::Edit,
        preview::Reading,
        run::{Finished, OnItsWay},
    },
};

mod outcome;

mod progress;

mod failure;

mod tree_row;

mod tree;

mod response;

mod mapping;

mod sent;

mod headers;

use headers::HeadersTab;
use mapping::MappingTab;
use outcome::OutcomeBar;
use response::ResponseTab;
use sent::SentTab;

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
    /// Whether values are remembered for the server.
    pub has_values: bool,
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// Told a text for the clipboard.
    pub on_copy: Callback<Text>,
    /// Told whether the sheet is to be pulled up.
    pub on_sheet: Callback<bool>,
    /// Told that the values are to be asked for again.
    pub on_ask: Callback<()>,
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
    let inside = match &props.last {
        None if props.running.is_some() => html! {
            <div class="empty"><p>{"Waiting for the answer …"}</p></div>
        },
        None => html! {
            <div class="empty">
                <h3>{"No response yet"}</h3>
                <p>{"Press Test request: the exit lights up on the node, and the paths show what they find."}</p>
            </div>
        },
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
                        {panel(id, last, props)}
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
            <OutcomeBar
                last={props.last.clone()}
                running={props.running}
                open={props.open}
                on_sheet={&props.on_sheet}
            />
            <div class="result-inside">{inside}</div>
        </section>
    }
}

fn panel(id: &str, last: &Rc<Finished>, props: &Props) -> Html {
    match id {
        "mapping" => html! { <MappingTab last={last.clone()} /> },
        "sent" => html! {
            <SentTab last={last.clone()} has_values={props.has_values} on_ask={&props.on_ask} />
        },
        "headers" => html! { <HeadersTab last={last.clone()} /> },
        _ => html! {
            <ResponseTab
                last={last.clone()}
                reading={props.reading.clone()}
                mappings={&props.mappings}
                on_edit={&props.on_edit}
                on_copy={&props.on_copy}
            />
        },
    }
}
