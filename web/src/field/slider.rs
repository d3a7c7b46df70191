//! A native slider over whole numbers, with its value in words.

use yew::prelude::*;

use super::typed;

/// Properties of [`Slider`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The id.
    pub id: AttrValue,
    /// Its name.
    pub label: AttrValue,
    /// The least value.
    pub min: i64,
    /// The greatest value.
    pub max: i64,
    /// The value.
    pub value: i64,
    /// What is counted: `s`.
    pub unit: AttrValue,
    /// What is counted, for ears: `seconds`.
    pub spoken: AttrValue,
    /// Told the value as it moves.
    pub on_slide: Callback<i64>,
}

/// The slider.
#[component]
pub(crate) fn Slider(props: &Props) -> Html {
    let before = props.value;
    let oninput =
        props.on_slide.reform(move |event: InputEvent| typed(&event).parse().unwrap_or(before));
    html! {
        <div class="slider">
            <div class="slider-head">
                <label for={&props.id}>{&props.label}</label>
                <b>{props.value}{" "}{&props.unit}</b>
            </div>
            <input
                type="range"
                id={&props.id}
                min={props.min.to_string()}
                max={props.max.to_string()}
                step="1"
                value={props.value.to_string()}
                aria-valuetext={format!("{} {}", props.value, props.spoken)}
                {oninput}
            />
            <span aria-hidden="true">{props.min}</span>
            <span aria-hidden="true">{props.max}</span>
        </div>
    }
}
