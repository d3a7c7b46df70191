//! How many rows a list has in, those that are in view and what holds them out.

use std::ops::Range;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::model::viewport::{Seen, height, put_at_top, reveal, seen, top};

/// Rows that are on the page before the page's own height is known.
const AT_FIRST: usize = 60;

/// A list of which only the part in view is on the page: `block` stands in `space`, which is as tall as
/// the whole list and scrolls in `scroller`.
#[derive(Clone, PartialEq)]
pub(crate) struct Window {
    /// The element that scrolls.
    pub scroller: NodeRef,
    /// The element that is as tall as the list.
    pub space: NodeRef,
    /// The element that holds the rows.
    pub block: NodeRef,
    /// The rows to show.
    pub range: Range<usize>,
    /// Told whenever the list was scrolled.
    pub onscroll: Callback<Event>,
    rows: usize,
}

impl Window {
    /// Brings a row into view.
    pub(crate) fn reveal(&self, row: usize) {
        let Some(scroller) = self.scroller.cast::<Element>() else { return };
        let (top, view) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
        if let Some(to) = reveal(self.rows, row, top, view) {
            scroller.set_scroll_top(to as i32);
        }
    }

    /// The first row in view, where the page still shows so many rows.
    pub(crate) fn top(&self, rows: usize) -> usize {
        let Some(scroller) = self.scroller.cast::<Element>() else { return 0 };
        top(rows, f64::from(scroller.scroll_top()), f64::from(scroller.client_height()))
    }

    /// Scrolls so that a row is the first in view.
    pub(crate) fn put_at_top(&self, row: usize) {
        let Some(scroller) = self.scroller.cast::<Element>() else { return };
        let to = put_at_top(self.rows, row, f64::from(scroller.client_height()));
        scroller.set_scroll_top(to.ceil() as i32);
    }
}

/// A list of so many rows. `subject` changes when it becomes another list, which begins at its top.
#[hook]
pub(crate) fn use_window<S: PartialEq + Clone + 'static>(rows: usize, subject: S) -> Window {
    let (scroller, space, block) = (use_node_ref(), use_node_ref(), use_node_ref());
    let at = use_state_eq(|| Seen { first: 0, count: AT_FIRST, offset: 0 });
    let look = use_callback((rows, scroller.clone()), {
        let at = at.setter();
        move |(), (rows, scroller): &(usize, NodeRef)| {
            if let Some(scroller) = scroller.cast::<Element>() {
                let view = f64::from(scroller.client_height());
                at.set(seen(*rows, f64::from(scroller.scroll_top()), view));
            }
        }
    });
    use_effect_with((subject, scroller.clone()), |(_, scroller)| {
        if let Some(scroller) = scroller.cast::<Element>() {
            scroller.set_scroll_top(0);
        }
    });
    use_effect_with((rows, *at, look.clone()), {
        let (space, block) = (space.clone(), block.clone());
        move |(rows, at, look)| {
            // A page's policy that allows no style attributes allows this.
            style(&space, "height", &format!("{}px", height(*rows) as i64));
            style(&block, "transform", &format!("translateY({}px)", at.offset));
            look.emit(());
        }
    });
    let first = at.first.min(rows);
    Window {
        scroller,
        space,
        block,
        range: first..(first + at.count).min(rows),
        onscroll: look.reform(|_: Event| ()),
        rows,
    }
}

fn style(element: &NodeRef, property: &str, value: &str) {
    if let Some(element) = element.cast::<HtmlElement>() {
        // It fails for no property that there is.
        let _ = element.style().set_property(property, value);
    }
}
