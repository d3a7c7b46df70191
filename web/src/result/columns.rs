//! How many letters a line of the result holds, now and after the page has become wider or narrower.

use web_sys::Element;
use yew::prelude::*;

use crate::io::{focus::Scope, page, resize};

/// The letters of a line.
#[hook]
pub(crate) fn use_columns() -> usize {
    let scope = use_context::<Scope>();
    let columns = use_state_eq(|| page::columns(scope.as_ref()));
    use_effect_with(scope, {
        let columns = columns.setter();
        move |scope| {
            let studio = scope.as_ref().and_then(|scope| scope.0.cast::<Element>());
            let heard = {
                let scope = scope.clone();
                move || columns.set(page::columns(scope.as_ref()))
            };
            let watch = studio.and_then(|studio| resize::watch(&studio, heard));
            move || drop(watch)
        }
    });
    *columns
}
