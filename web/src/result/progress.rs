//! A request on its way: how long it has taken, and how much has arrived.

use gloo_timers::callback::Interval;
use yew::prelude::*;

use crate::model::figures::size;

/// Milliseconds from one tick to the next.
const TICK: u32 = 100;

/// Properties of [`Progress`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// Bytes so far.
    pub received: u64,
}

/// The words, with figures that only eyes get: read out, they would never end.
#[component]
pub(crate) fn Progress(props: &Props) -> Html {
    let since = use_memo((), |()| js_sys::Date::now());
    let now = use_state(|| *since);
    {
        let now = now.clone();
        use_effect_with((), move |()| {
            let ticks = Interval::new(TICK, move || now.set(js_sys::Date::now()));
            move || drop(ticks)
        });
    }
    let seconds = (*now - *since).max(0.0) / 1e3;
    html! {
        <>
            <span class="outcome-words running"><strong>{"Sending …"}</strong></span>
            <span class="outcome-words" aria-hidden="true">
                {format!("{seconds:.1} s")}
                if props.received > 0 {
                    {" · "}{size(props.received)}
                }
            </span>
        </>
    }
}
