//! The page's origin in, the node that the studio opens on out. DESIGN, sections 2 and 8.

use switchhook::path::Format;

use crate::model::{draft::Draft, edit::Edit, origin::Origin};

/// A node that works at once against the sample endpoints of the page's own server. It asks for them
/// under the loopback name that the page does not have, so that the request crosses origins as a real
/// one does.
pub fn sample(page: &str) -> Draft {
    let url = format!("{}/sample/json", other_loopback(page));
    let edits = [
        Edit::SetLabel("Look up order".into()),
        Edit::SetUrl(url.as_str().into()),
        Edit::SetFormat(Format::Json),
        Edit::AddMapping("data.orderId".into(), "ORDER_NO".into()),
        Edit::AddMapping("data.state".into(), "ORDER_STATE".into()),
        Edit::AddMapping("data.customer.name".into(), "CUSTOMER_NAME".into()),
        Edit::AddRoute("4xx".into()),
        Edit::SetStatusParameter("STATUS".into()),
    ];
    let draft = edits.iter().fold(Draft::default(), |draft, edit| draft.apply(edit));
    let named = draft
        .routes
        .first()
        .map(|route| draft.apply(&Edit::SetRouteLabel(route.id, "not found or refused".into())));
    named.unwrap_or(draft)
}

/// `localhost` for `127.0.0.1` and the other way round; any other origin as it is.
fn other_loopback(page: &str) -> String {
    let Some(mut origin) = Origin::of(page) else { return page.to_owned() };
    origin.host = match origin.host.as_str() {
        "localhost" => "127.0.0.1".into(),
        "127.0.0.1" | "[::1]" => "localhost".into(),
        other => other.into(),
    };
    origin.to_string()
}

#[cfg(test)]
mod tests {
    use super::sample;

    #[test]
    fn the_sample_crosses_origins() {
        let rows = [
            ("http://127.0.0.1:8080", "http://localhost:8080/sample/json"),
            ("http://localhost:9", "http://127.0.0.1:9/sample/json"),
            ("http://[::1]:9", "http://localhost:9/sample/json"),
            ("https://studio.example", "https://studio.example/sample/json"),
        ];
        let wrong: Vec<_> = rows.iter().filter(|(page, url)| *sample(page).url != **url).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
