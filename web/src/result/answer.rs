//! What came of a test: a tab for each way of looking at it.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    headers::headers_tab,
    mapping::mapping_tab,
    response::{self, response_tab},
    sent::sent_tab,
    ways::Ways,
};
use crate::{
    field::tabs::{Tab, Tabs},
    model::{
        draft::MappingRow,
        explain::words,
        preview::Reading,
        run::Finished,
        say::say,
        words::{Remedy, Words},
    },
    store::Store,
};

/// Properties of [`Answer`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What came of the last test.
    pub last: Rc<Finished>,
    /// The last response.
    pub reading: Option<Rc<Reading>>,
    /// The mappings as they are now.
    pub mappings: Rc<Vec<MappingRow>>,
    /// Whether there is a relay.
    pub has_relay: bool,
    /// Whether values are remembered for the server.
    pub has_values: bool,
    /// Counts the changes of the words that the page has.
    pub wording: u32,
    /// What happens here goes there.
    pub store: Store,
}

/// The tabs.
#[component]
pub(crate) fn Answer(props: &Props) -> Html {
    let Props { last, has_relay, wording, .. } = props;
    let selected = use_state(|| 0);
    let on_select = {
        let selected = selected.clone();
        Callback::from(move |index| selected.set(index))
    };
    let words = use_memo((last.clone(), *has_relay, *wording), |(last, has_relay, _)| {
        let mut words = words(last)?;
        words.remedies.retain(|(_, way)| *has_relay || !matches!(way, Remedy::Relay(_)));
        Some(words)
    });
    let ways = use_memo((props.store.clone(), *wording), |(store, _)| Ways::of(store));
    let headers = last.received.as_ref().map_or(0, |received| received.headers.len());
    let tab = |id, label, count| Tab { id, label, count };
    let mappings = last.outcome.mappings.len();
    let tabs = vec![
        tab("response", say!("Response"), None),
        tab("mapping", say!("Mapping"), (mappings > 0).then_some(mappings)),
        tab("sent", say!("Request sent"), None),
        tab("headers", say!("Headers"), (headers > 0).then_some(headers)),
    ];
    let id = tabs.get(*selected).map_or("response", |tab| tab.id);
    html! {
        <>
            <Tabs name={say!("Test result")} {tabs} selected={*selected} {on_select} />
            <div
                class="panel scroll"
                role="tabpanel"
                id={format!("{id}-panel")}
                aria-labelledby={format!("{id}-tab")}
                tabindex="0"
            >
                {panel(id, (*words).as_ref(), props, &ways)}
            </div>
        </>
    }
}

fn panel(id: &str, words: Option<&Words>, props: &Props, ways: &Ways) -> Html {
    let last = &props.last;
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
