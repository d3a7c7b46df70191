//! A box for text with parameters in it: they stand out in violet, faults are underlined, and `$` offers the names.

use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    agent::use_names,
    described, invalid,
    listbox::{Step, is_typed, listbox, option_id, step},
};
use crate::model::{
    compiled::Notes,
    completion::{Typing, byte_at, offers, taken, typing, units_at},
    draft::{BodyKind, Text},
    highlight::{LONGEST, Run, cut, runs},
    say::say,
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
    /// Told a text of several lines that is pasted into a box of one; whether it was taken.
    #[prop_or_default]
    pub on_paste: Option<Callback<Text, bool>>,
    /// What an empty box says.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// Whether machines read it.
    #[prop_or_default]
    pub machine: bool,
    /// Whether the text may have several lines.
    #[prop_or_default]
    pub lines: bool,
    /// The language that it is coloured in.
    #[prop_or(BodyKind::None)]
    pub language: BodyKind,
}

/// The box: a text area over its own text in colours. It grows with the text, so neither scrolls.
#[component]
pub(crate) fn TemplateBox(props: &Props) -> Html {
    let lines = props.lines;
    let names = use_names();
    let area = use_node_ref();
    // The parameter that is being typed, and the option that Enter would take.
    let state = use_state_eq(|| None::<(Typing, Option<usize>)>);
    let list = format!("{}-list", props.id);
    let offered = state.as_ref().map_or_else(Vec::new, |(typing, _)| offers(&names, &typing.name));
    let is_open = !offered.is_empty();
    let active = state.as_ref().and_then(|(_, active)| *active).filter(|_| is_open);

    let on_take = {
        let (state, area, offered) = (state.clone(), area.clone(), offered.clone());
        let on_type = props.on_type.clone();
        Callback::from(move |index: usize| {
            let field = area.cast::<HtmlTextAreaElement>();
            if let (Some(area), Some((typing, _)), Some(name)) =
                (field, &*state, offered.get(index))
                && let Some((text, caret)) = taken(&area.value(), typing, name)
            {
                area.set_value(&text);
                let caret = u32::try_from(units_at(&text, caret)).unwrap_or_default();
                // It fails for kinds of input that have no caret.
                let _ = area.set_selection_range(caret, caret);
                on_type.emit(text.into());
            }
            state.set(None);
        })
    };
    let oninput = {
        let state = state.clone();
        props.on_type.reform(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            let mut text = area.value();
            if !lines && text.contains(['\n', '\r']) {
                // Pasted line breaks have no place in a value of one line.
                text.retain(|letter| !matches!(letter, '\n' | '\r'));
                area.set_value(&text);
            }
            let caret = area.selection_start().ok().flatten().unwrap_or_default() as usize;
            let typing = typing(&text, byte_at(&text, caret)).filter(|_| is_typed(&event));
            // One letter of a name says enough for Enter; a mere `$` may be a price at the end of a line.
            state.set(typing.map(|typing| {
                let first = (!typing.name.is_empty()).then_some(0);
                (typing, first)
            }));
            text.into()
        })
    };
    let onkeydown = {
        let (state, on_take, count) = (state.clone(), on_take.clone(), offered.len());
        Callback::from(move |event: KeyboardEvent| {
            let is_plain = !(event.ctrl_key() || event.meta_key() || event.is_composing());
            match step(&event, count, active) {
                Some(Step::To(index)) => {
                    let typing = state.as_ref().map(|(typing, _)| typing.clone());
                    state.set(typing.map(|typing| (typing, Some(index))));
                }
                Some(Step::Take(index)) => on_take.emit(index),
                Some(Step::Close) => state.set(None),
                None if !lines && event.key() == "Enter" && is_plain => {}
                None => {
                    if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight" | "Home" | "End") {
                        state.set(None);
                    }
                    return;
                }
            }
            event.prevent_default();
        })
    };
    let onpaste = props.on_paste.clone().map(|on_paste| {
        Callback::from(move |event: Event| {
            if super::pasted(&event).is_some_and(|text| on_paste.emit(text)) {
                event.prevent_default();
            }
        })
    });
    let onblur = {
        let state = state.clone();
        Callback::from(move |_: FocusEvent| state.set(None))
    };
    let place = use_node_ref();
    use_effect_with(
        (place.clone(), state.as_ref().map(|(typing, _)| typing.clone())),
        |(place, typing)| {
            if let Some(place) = typing.as_ref().and_then(|_| place.cast::<Element>()) {
                put_list(&place);
            }
        },
    );

    let plain = props.value.len() > LONGEST;
    let faults: Vec<_> = props.notes.iter().filter_map(|note| note.range.clone()).collect();
    let shown = if plain { Vec::new() } else { runs(&props.value, &faults, props.language) };
    let (before, after) = match &*state {
        Some((typing, _)) if is_open => cut(shown, typing.range.start),
        _ => (shown, Vec::new()),
    };
    let class = classes!(
        "template",
        props.machine.then_some("machine"),
        props.lines.then_some("template-lines"),
    );
    html! {
        <div ref={place} class="template-place">
            <div {class} data-plain={plain.then_some("")}>
                <div class="template-shown" aria-hidden="true">
                    {for before.into_iter().map(piece)}
                    if is_open {
                        <span class="template-caret"></span>
                    }
                    {for after.into_iter().map(piece)}
                    // Without it, a last empty line would have no height.
                    {"\u{200b}"}
                </div>
                <textarea
                    ref={area}
                    id={&props.id}
                    value={AttrValue::from(props.value.clone())}
                    rows="1"
                    placeholder={props.placeholder.clone()}
                    aria-label={props.name.clone()}
                    aria-invalid={invalid(&props.notes)}
                    aria-describedby={described(&props.id, &props.notes)}
                    aria-autocomplete="list"
                    aria-controls={is_open.then(|| list.clone())}
                    aria-activedescendant={active.map(|index| option_id(&list, index))}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    {oninput}
                    {onkeydown}
                    {onpaste}
                    {onblur}
                />
            </div>
            if is_open {
                {listbox(&list, say!("Parameters"), &offered, active, &on_take)}
            }
        </div>
    }
}

/// Puts the list under the parameter that is being typed.
fn put_list(place: &Element) {
    let found = |selector| place.query_selector(selector).ok().flatten();
    let (Some(caret), Some(list)) = (found(".template-caret"), found(".listbox")) else { return };
    let (caret, inside) = (caret.get_bounding_client_rect(), place.get_bounding_client_rect());
    let list: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(list);
    let room = inside.width() - f64::from(list.offset_width());
    let left = (caret.left() - inside.left()).min(room).max(0.0);
    let top = (caret.bottom() - inside.top()).min(inside.height()) + 4.0;
    for (property, pixels) in [("left", left as i32), ("top", top as i32)] {
        // It fails for no property that there is.
        let _ = list.style().set_property(property, &format!("{pixels}px"));
    }
}

/// One run of the text.
pub(crate) fn piece(run: Run) -> Html {
    if !run.parameter && !run.fault && run.token.is_empty() {
        return html! { {run.text} };
    }
    let token = (!run.parameter).then_some(run.token);
    let class =
        classes!(run.parameter.then_some("parameter"), token, run.fault.then_some("fault"),);
    html! { <span {class}>{run.text}</span> }
}
