//! The section Settings: whether the flow waits, and how long; authorization and signing.

use switchhook::limits::{TIMEOUT_MAX, TIMEOUT_MIN};
use yew::prelude::*;

use super::{
    authorization::{self, authorization, signing},
    section::{Head, section},
};
use crate::{
    field::{
        problems::problems,
        slider::{Slider, slider},
        switch::switch,
    },
    model::{
        compiled::Compiled,
        draft::{Draft, Text},
        edit::Edit,
        place::Place,
        say::{say, say_count},
    },
};

/// The section. `secret` is what requests are signed with, and who is told it as it is typed.
pub(crate) fn settings_section(
    draft: &Draft,
    compiled: &Compiled,
    on_edit: &Callback<Edit>,
    secret: (&Text, &Callback<Text>),
) -> Html {
    let is_here = |place| {
        matches!(place, Place::Async | Place::Timeout | Place::Elsewhere)
            || authorization::is_here(place)
    };
    let (errors, _) = compiled.tally(is_here);
    let said = |place: Place| problems(&place.id(), &compiled.notes(place));
    let on_flip = on_edit.reform(Edit::SetAsync);
    let timeout = Slider {
        id: Place::Timeout.id(),
        label: say!("Timeout"),
        range: TIMEOUT_MIN..=TIMEOUT_MAX,
        value: draft.timeout,
        words: say!("{number} s", number = &draft.timeout.to_string()),
        spoken: say_count!(
            usize::try_from(draft.timeout).unwrap_or_default();
            "{count} second",
            "{count} seconds"
        ),
    };
    let body = html! {
        <>
            <div>
                {switch(Place::Async.id(), say!("Asynchronous request"), draft.is_async, on_flip)}
                if draft.is_async {
                    <p class="told settings-told">
                        {say!("The conversation leaves by default at once, and no mapping takes part in it.")}
                    </p>
                }
            </div>
            {slider(timeout, on_edit.reform(Edit::SetTimeout))}
            {authorization(draft, compiled, on_edit)}
            {signing(draft, compiled, on_edit, secret)}
            {said(Place::Async)}
            {said(Place::Timeout)}
            {said(Place::Elsewhere)}
        </>
    };
    section(Head { title: say!("Settings"), rows: None, errors, action: html! {} }, body)
}
