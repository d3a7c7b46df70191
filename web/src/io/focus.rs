//! The studio's own part of the page, and the keyboard's way to an element in it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::NodeRef;

/// The element that the whole studio is in: a page may have several, each with the same ids inside. Handed down as a
/// context.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Scope(pub NodeRef);

/// Focuses the element of this id, and brings it into view.
pub(crate) fn go(scope: &Scope, id: &str) {
    // Ids are words of ours and numbers: they need no escape.
    let element = scope.0.cast::<Element>();
    let element = element.and_then(|scope| scope.query_selector(&format!("#{id}")).ok()?);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that left the page meanwhile cannot have the focus: nothing is lost.
        let _ = element.focus();
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
