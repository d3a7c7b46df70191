//! A request on its way: how long it has taken, how much has arrived, and how long it may still take.

use gloo_timers::callback::Interval;
use yew::prelude::*;

use crate::model::{
    figures::{size, tenths},
    say::say,
};

/// Milliseconds from one tick to the next.
const TICK: u32 = 100;

/// Properties of [`Progress`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// Bytes so far.
    pub received: u64,
    /// Whole seconds that it may take.
    pub timeout: i64,
    /// Counts the changes of the words that the page has.
    pub wording: u32,
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
    // A clock that was set back meanwhile says nothing.
    let elapsed = (*now - *since) as u64;
    let left = props.timeout.unsigned_abs().saturating_sub(elapsed / 1_000);
    html! {
        <>
            <span class="outcome-words running"><strong>{say!("Sending …")}</strong></span>
            <span class="outcome-words" aria-hidden="true">
                {say!("{number} s", number = &tenths(elapsed, 1_000))}
                if props.received > 0 {
                    {" · "}{size(props.received)}
                }
                {" · "}{say!("{seconds} s left", seconds = &left.to_string())}
            </span>
        </>
    }
}
