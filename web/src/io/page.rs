//! What the page knows of its surroundings.

use web_sys::Element;

use crate::{io::focus::Scope, model::cors::Surroundings};

/// Width of a letter of machine text in pixels, rounded up.
const LETTER: f64 = 7.7;
/// Width of the studio from which on the drawer stands beside the result (the style sheets say so), and its width.
const BESIDE: (f64, f64) = (1_100.0, 584.0);

/// The page's own origin; empty where it has none.
pub(crate) fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The surroundings of a request that is being made now.
pub(crate) fn surroundings() -> Surroundings {
    let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
    Surroundings { page: origin(), online, probe: None }
}

/// How many letters of machine text fit into a line of the result.
pub(crate) fn columns(scope: Option<&Scope>) -> usize {
    let studio = scope.and_then(|scope| scope.0.cast::<Element>());
    let width = studio.map_or(BESIDE.0, |studio| studio.client_width().into());
    let result = if width < BESIDE.0 { width } else { width - BESIDE.1 };
    ((result - 60.0) / LETTER).max(30.0) as usize
}
