//! The tab Request sent: the request as the server got it, secrets masked.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::run::Finished;

/// Properties of [`SentTab`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What came of the test.
    pub last: Rc<Finished>,
    /// Whether values are remembered for the server.
    pub has_values: bool,
    /// Told that the values are to be asked for again.
    pub on_ask: Callback<()>,
}

/// The tab.
#[component]
pub(crate) fn SentTab(props: &Props) -> Html {
    let outcome = &props.last.outcome;
    let Some(request) = &outcome.request else {
        return html! {
            <div class="failure">
                <h3>{"Nothing was sent"}</h3>
                if let Some(failure) = &outcome.failure {
                    <p>{failure.message.clone()}</p>
                }
            </div>
        };
    };
    let on_ask = props.on_ask.reform(|_: MouseEvent| ());
    html! {
        <div class="sent">
            <p class="sent-line"><b>{request.method.name()}</b>{request.url.clone()}</p>
            if let Some(url) = &outcome.final_url {
                <h3>{"Redirected to"}</h3>
                <p class="sent-line">{url.clone()}</p>
            }
            <h3>{"Headers"}</h3>
            {for request.headers.iter().map(|(name, value)| html! {
                <p class="sent-line">{name.clone()}{": "}{value.clone()}</p>
            })}
            if let Some(body) = &request.body {
                <h3>{"Body"}</h3>
                <pre class="snippet">{body.clone()}</pre>
            }
            if props.has_values {
                <div class="failure-actions">
                    <button type="button" class="button" onclick={on_ask}>
                        {"Change the values and test again"}
                    </button>
                </div>
            }
        </div>
    }
}
