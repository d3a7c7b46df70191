//! The tab Headers: the response's headers, as far as the browser shows them.

use yew::prelude::*;

use crate::model::{run::Finished, say::say};

/// The tab.
pub(crate) fn headers_tab(last: &Finished) -> Html {
    let headers = last.received.as_ref().map(|received| &received.headers);
    let Some(headers) = headers.filter(|headers| !headers.is_empty()) else {
        return html! {
            <div class="failure">
                <h3>{say!("No headers")}</h3>
                <p>{say!("No response arrived, or the browser shows none of its headers to this page.")}</p>
            </div>
        };
    };
    html! {
        <table class="table">
            <thead>
                <tr><th scope="col">{say!("Header")}</th><th scope="col">{say!("Value")}</th></tr>
            </thead>
            <tbody>
                {for headers.iter().map(|(name, value)| html! {
                    <tr>
                        <th scope="row"><code>{name.clone()}</code></th>
                        <td><code>{value.clone()}</code></td>
                    </tr>
                })}
            </tbody>
        </table>
    }
}
