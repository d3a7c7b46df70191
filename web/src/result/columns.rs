//! How many letters a line of the result holds, now and after the page has become wider or narrower.

use web_sys::Element;
use yew::prelude::*;

use crate::io::{delay::Delay, focus::Scope, page, resize};

/// Milliseconds without another size until a size counts: a long text is not broken anew for each step of a dragged edge.
const SETTLED: u32 = 120;

/// The letters of a line.
#[hook]
pub(crate) fn use_columns() -> usize {
    let scope = use_context::<Scope>();
    let columns = use_state_eq(|| page::columns(scope.as_ref()));
    let delay = use_memo((), |()| Delay::default());
    use_effect_with(scope, {
        let (columns, delay) = (columns.setter(), delay.clone());
        move |scope| {
            let studio = scope.as_ref().and_then(|scope| scope.0.cast::<Element>());
            let heard = {
                let (scope, delay) = (scope.clone(), delay.clone());
                move || {
                    let (scope, columns) = (scope.clone(), columns.clone());
                    delay.put(SETTLED, move || columns.set(page::columns(scope.as_ref())));
                }
            };
            let watch = studio.and_then(|studio| resize::watch(&studio, heard));
            move || {
                delay.forget();
                drop(watch);
            }
        }
    });
    *columns
}
