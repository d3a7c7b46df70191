//! A native slider over whole numbers, with its value in words.

use std::ops::RangeInclusive;

use yew::prelude::*;

use super::typed;
use crate::model::say::Said;

/// What a slider shows.
pub(crate) struct Slider {
    /// The id.
    pub id: String,
    /// Its name.
    pub label: Said,
    /// The least and the greatest value.
    pub range: RangeInclusive<i64>,
    /// The value.
    pub value: i64,
    /// The value in words: `10 s`.
    pub words: Said,
    /// The value for ears: `10 seconds`.
    pub spoken: Said,
}

/// The slider.
pub(crate) fn slider(slider: Slider, on_slide: Callback<i64>) -> Html {
    let Slider { id, label, range, value, words, spoken } = slider;
    let (min, max) = (range.start().to_string(), range.end().to_string());
    let oninput = on_slide.reform(move |event: InputEvent| typed(&event).parse().unwrap_or(value));
    html! {
        <div class="slider">
            <div class="slider-head">
                <label for={id.clone()}>{label}</label>
                <b>{words}</b>
            </div>
            <input
                type="range"
                {id}
                min={min.clone()}
                max={max.clone()}
                step="1"
                value={value.to_string()}
                aria-valuetext={spoken}
                {oninput}
            />
            <span aria-hidden="true">{min}</span>
            <span aria-hidden="true">{max}</span>
        </div>
    }
}
