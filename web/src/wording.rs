//! Which words the page has. Who says some asks for them here, and so is drawn anew when there are others.

use yew::prelude::*;

/// Counts the changes of the words; handed down as a context.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Wording(pub u32);

/// The number of the words that the page has now: what was put into words under another one is out of date.
#[hook]
pub(crate) fn use_wording() -> u32 {
    use_context::<Wording>().map_or(0, |Wording(number)| number)
}
