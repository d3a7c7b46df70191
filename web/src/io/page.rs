//! What the page knows of its surroundings.

use crate::model::cors::Surroundings;

/// The page's own origin; empty where it has none.
pub(crate) fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The surroundings of a request that is being made now.
pub(crate) fn surroundings() -> Surroundings {
    let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
    Surroundings { page: origin(), online, probe: None }
}
