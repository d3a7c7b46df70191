//! A box for text with parameters in it: they stand out in violet, and faults are underlined.

use yew::prelude::*;

use super::{described, invalid};
use crate::model::{
    compiled::Notes,
    draft::Text,
    highlight::{LONGEST, Run, runs},
};

/// Properties of [`TemplateBox`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The id.
    pub id: AttrValue,
    /// The accessible name, where no label element has it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The text.
    pub value: Text,
    /// What is wrong with it.
    pub notes: Notes,
    /// Told the text as it is typed.
    pub on_type: Callback<Text>,
    /// What an empty box says.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether machines read it.
    #[prop_or_default]
    pub machine: bool,
    /// Whether the text may have several lines.
    #[prop_or_default]
    pub lines: bool,
}

/// The box: a text area over its own text in colours. It grows with the text, so neither scrolls.
#[component]
pub(crate) fn TemplateBox(props: &Props) -> Html {
    let lines = props.lines;
    let oninput = props.on_type.reform(move |event: InputEvent| {
        let area: web_sys::HtmlTextAreaElement = event.target_unchecked_into();
        let mut text = area.value();
        if !lines && text.contains(['\n', '\r']) {
            // Pasted line breaks have no place in a value of one line.
            text.retain(|letter| !matches!(letter, '\n' | '\r'));
            area.set_value(&text);
        }
        text.into()
    });
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.is_composing());
        if !lines && event.key() == "Enter" && is_plain {
            event.prevent_default();
        }
    });
    let plain = props.value.len() > LONGEST;
    let faults: Vec<_> = props.notes.iter().filter_map(|note| note.range.clone()).collect();
    let shown = if plain { Vec::new() } else { runs(&props.value, &faults) };
    let class = classes!(
        "template",
        props.machine.then_some("machine"),
        props.lines.then_some("template-lines"),
    );
    html! {
        <div {class} data-plain={plain.then_some("")}>
            <div class="template-shown" aria-hidden="true">
                {for shown.into_iter().map(piece)}
                // Without it, a last empty line would have no height.
                {"\u{200b}"}
            </div>
            <textarea
                id={&props.id}
                value={AttrValue::from(props.value.clone())}
                rows="1"
                placeholder={props.placeholder.clone()}
                aria-label={props.name.clone()}
                aria-invalid={invalid(&props.notes)}
                aria-describedby={described(&props.id, &props.notes)}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                {oninput}
                {onkeydown}
            />
        </div>
    }
}

/// One run of the text.
pub(crate) fn piece(run: Run) -> Html {
    if !run.parameter && !run.fault {
        return html! { {run.text} };
    }
    let class = classes!(run.parameter.then_some("parameter"), run.fault.then_some("fault"));
    html! { <span {class}>{run.text}</span> }
}
