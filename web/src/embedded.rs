//! The drawer and the result of its tests in somebody else's page: it keeps nothing in the browser, and leaves the rest
//! of the page alone.

use yew::prelude::*;

use crate::{
    app::{Frame, use_frame},
    store::{Store, use_store},
};

/// Properties of [`Embedded`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The state, which the page holds as well.
    pub store: Store,
}

/// The embedded drawer.
#[component]
pub fn Embedded(props: &Props) -> Html {
    let studio = use_store(&props.store);
    use_frame(&props.store, &studio, Frame::default())
}
