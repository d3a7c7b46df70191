//! The tab Request sent: the request as the server got it, secrets masked.

use yew::prelude::*;

use crate::model::{
    run::Finished,
    say::{self, say},
};

/// The tab. `on_ask` is told that the values are to be asked for again; none where there are none.
pub(crate) fn sent_tab(last: &Finished, on_ask: Option<&Callback<()>>) -> Html {
    let outcome = &last.outcome;
    let Some(request) = &outcome.request else {
        return html! {
            <div class="failure">
                <h3>{say!("Nothing was sent")}</h3>
                if last.is_sample {
                    <p>{say!("What the other tabs show came of a sample response.")}</p>
                } else if let Some(failure) = &outcome.failure {
                    <p>{say::failure(failure)}</p>
                }
            </div>
        };
    };
    html! {
        <div class="sent">
            <p class="sent-line"><b>{request.method.name()}</b>{request.url.clone()}</p>
            if last.through_relay {
                <h3>{say!("Sent through the relay")}</h3>
            }
            if let Some(url) = &outcome.final_url {
                <h3>{say!("Redirected to")}</h3>
                <p class="sent-line">{url.clone()}</p>
            }
            <h3>{say!("Headers")}</h3>
            {for request.headers.iter().map(|(name, value)| html! {
                <p class="sent-line">{name.clone()}{": "}{value.clone()}</p>
            })}
            if let Some(body) = &request.body {
                <h3>{say!("Body")}</h3>
                <pre class="snippet">{body.clone()}</pre>
            }
            if let Some(on_ask) = on_ask {
                <div class="failure-actions">
                    <button type="button" class="button" onclick={on_ask.reform(|_: MouseEvent| ())}>
                        {say!("Change the values and test again")}
                    </button>
                </div>
            }
        </div>
    }
}
