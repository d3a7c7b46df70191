//! Takes the keyboard to an element.

use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use wasm_bindgen::JsCast;

/// Focuses the element of this id, and brings it into view.
pub(crate) fn go(id: &str) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // An element that left the page meanwhile cannot have the focus: nothing is lost.
        let _ = element.focus();
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
