//! The section Settings: whether the flow waits, and how long.

use switchhook::limits::{TIMEOUT_MAX, TIMEOUT_MIN};
use yew::prelude::*;

use super::section::Section;
use crate::{
    field::{problems::Problems, slider::Slider, switch::Switch},
    model::{compiled::Compiled, edit::Edit, place::Place},
};

/// Properties of [`SettingsSection`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// Whether the flow goes on without waiting.
    pub is_async: bool,
    /// Whole seconds.
    pub timeout: i64,
    /// Problems.
    pub compiled: Compiled,
    /// Told every change.
    pub on_edit: Callback<Edit>,
}

/// The section.
#[component]
pub(crate) fn SettingsSection(props: &Props) -> Html {
    let is_here = |place| matches!(place, Place::Async | Place::Timeout | Place::Elsewhere);
    let (errors, _) = props.compiled.tally(is_here);
    let notes = |place| props.compiled.notes(place);
    html! {
        <Section title="Settings" {errors}>
            <div>
                <Switch
                    id={Place::Async.id()}
                    label="Asynchronous request"
                    on={props.is_async}
                    on_flip={props.on_edit.reform(Edit::SetAsync)}
                />
                if props.is_async {
                    <p class="told settings-told">
                        {"The conversation leaves by default at once, and no mapping takes part in it."}
                    </p>
                }
            </div>
            <Slider
                id={Place::Timeout.id()}
                label="Timeout"
                min={TIMEOUT_MIN}
                max={TIMEOUT_MAX}
                value={props.timeout}
                unit="s"
                spoken="seconds"
                on_slide={props.on_edit.reform(Edit::SetTimeout)}
            />
            <Problems id={Place::Async.id()} notes={notes(Place::Async)} />
            <Problems id={Place::Timeout.id()} notes={notes(Place::Timeout)} />
            <Problems id={Place::Elsewhere.id()} notes={notes(Place::Elsewhere)} />
        </Section>
    }
}
