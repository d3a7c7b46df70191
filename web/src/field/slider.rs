//! A native slider over whole numbers, with its value in words.

use std::ops::RangeInclusive;

use yew::prelude::*;

use super::typed;

/// What a slider shows.
pub(crate) struct Slider {
    /// The id.
    pub id: String,
    /// Its name.
    pub label: &'static str,
    /// The least and the greatest value.
    pub range: RangeInclusive<i64>,
    /// The value.
    pub value: i64,
    /// What is counted: `s`.
    pub unit: &'static str,
    /// What is counted, for ears: `seconds`.
    pub spoken: &'static str,
}

/// The slider.
pub(crate) fn slider(slider: Slider, on_slide: Callback<i64>) -> Html {
    let Slider { id, label, range, value, unit, spoken } = slider;
    let (min, max) = (range.start().to_string(), range.end().to_string());
    let oninput = on_slide.reform(move |event: InputEvent| typed(&event).parse().unwrap_or(value));
    html! {
        <div class="slider">
            <div class="slider-head">
                <label for={id.clone()}>{label}</label>
                <b>{value}{" "}{unit}</b>
            </div>
            <input
                type="range"
                {id}
                min={min.clone()}
                max={max.clone()}
                step="1"
                value={value.to_string()}
                aria-valuetext={format!("{value} {spoken}")}
                {oninput}
            />
            <span aria-hidden="true">{min}</span>
            <span aria-hidden="true">{max}</span>
        </div>
    }
}
