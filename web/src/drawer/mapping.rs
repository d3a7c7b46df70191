//! The section Response mapping: object paths, the parameters they fill, and what each finds now.

use std::rc::Rc;

use switchhook::path::Format;
use yew::prelude::*;

use super::{
    row::remove_button,
    section::{Head, add_button, section},
};
use crate::{
    field::{
        combo::ParameterBox,
        icon::{Icon, drawing},
        path::PathBox,
        problems::{problems, row_problems},
        select::Select,
    },
    model::{
        compiled::{Compiled, Notes},
        draft::{Draft, MappingRow},
        edit::Edit,
        explain::disagreement,
        place::Place,
        preview::{Preview, Reading},
    },
};

const FORMATS: [Format; 2] = [Format::Json, Format::Xml];

/// The section.
pub(crate) fn mapping_section(
    draft: &Draft,
    reading: Option<&Rc<Reading>>,
    compiled: &Compiled,
    on_edit: &Callback<Edit>,
) -> Html {
    let is_here =
        |place| matches!(place, Place::Format | Place::MappingPath(_) | Place::MappingParameter(_));
    let notes = compiled.notes(Place::Format);
    let head = Head {
        title: "Response mapping",
        rows: Some(draft.mappings.len()),
        errors: compiled.tally(is_here).0,
        action: action(draft, &notes, on_edit),
    };
    let hint = reading.and_then(|reading| disagreement(&reading.received, draft.format));
    let row = |(index, row): (usize, &MappingRow)| {
        html! {
            <Row
                key={row.id}
                row={row.clone()}
                number={index + 1}
                is_last={index + 1 == draft.mappings.len()}
                reading={reading.cloned()}
                paths={compiled.notes(Place::MappingPath(row.id))}
                parameters={compiled.notes(Place::MappingParameter(row.id))}
                {on_edit}
            />
        }
    };
    let body = html! {
        <>
            {problems(&Place::Format.id(), &notes)}
            if let Some((words, _)) = hint {
                <p class="hint">{words}</p>
            }
            if !draft.mappings.is_empty() {
                <div class="rows">{for draft.mappings.iter().enumerate().map(row)}</div>
            }
        </>
    };
    section(head, body)
}

/// What stands at the right of the head: how the response is read, and the button that adds a mapping.
fn action(draft: &Draft, notes: &Notes, on_edit: &Callback<Edit>) -> Html {
    let on_choose = on_edit.reform(|index: usize| {
        Edit::SetFormat(FORMATS.get(index).copied().unwrap_or(Format::Json))
    });
    let on_add = on_edit.reform(|_: MouseEvent| Edit::AddMapping("".into(), "".into()));
    html! {
        <>
            <Select
                id={Place::Format.id()}
                name="Response type"
                short=true
                options={FORMATS.map(Format::name).to_vec()}
                value={draft.format.name()}
                {notes}
                {on_choose}
            />
            {add_button("add-mapping".into(), "Add mapping".into(), on_add)}
        </>
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    row: MappingRow,
    number: usize,
    is_last: bool,
    reading: Option<Rc<Reading>>,
    paths: Notes,
    parameters: Notes,
    on_edit: Callback<Edit>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { row, number, .. } = props;
    let id = row.id;
    let path_id = AttrValue::from(Place::MappingPath(id).id());
    let parameter_id = AttrValue::from(Place::MappingParameter(id).id());
    let edit = |edit: Edit| props.on_edit.reform(move |_: MouseEvent| edit.clone());
    let preview = use_memo((props.reading.clone(), row.path.clone()), |(reading, path)| {
        reading.as_ref().filter(|_| !path.is_empty()).and_then(|reading| reading.preview(path))
    });
    let is_sound = crate::field::invalid(&props.paths).is_none() && !row.path.is_empty();
    let said = match &*preview {
        _ if !is_sound => None,
        _ if props.reading.is_none() => Some(("unknown", AttrValue::from("no response yet"))),
        preview => preview.as_ref().map(words),
    };
    let preview_id = AttrValue::from(format!("{path_id}-preview"));
    html! {
            <div class="row mapping">
                <PathBox
                    id={&path_id}
                    name={format!("Object path {number}")}
                    value={AttrValue::from(row.path.clone())}
                    notes={&props.paths}
                    about={said.is_some().then(|| preview_id.clone())}
                    reading={props.reading.clone()}
                    on_type={props.on_edit.reform(move |text| Edit::SetMappingPath(id, text))}
                />
                <ParameterBox
                    id={&parameter_id}
                    name={format!("Parameter {number}")}
                    value={AttrValue::from(row.parameter.clone())}
                    notes={&props.parameters}
                    placeholder="PARAMETER"
                    on_type={props.on_edit.reform(move |text| Edit::SetMappingParameter(id, text))}
                />
                {remove_button(
    format!("mapping-{id}-remove"),
    format!("Remove mapping {number}"),
    props.on_edit.reform(move |_: MouseEvent| Edit::RemoveMapping(id)),
    )}
                <div class="mapping-foot">
                    <div class="mapping-words">
                        {row_problems(&path_id, &props.paths, row.path.is_empty())}
                        if let Some((found, words)) = said {
                            <p class="preview" id={preview_id} data-found={found}>
                                <span aria-hidden="true">{"→"}</span>
                                <span>{words}</span>
                            </p>
                        }
                        {row_problems(&parameter_id, &props.parameters, row.parameter.is_empty())}
                    </div>
                    <div class="mapping-actions">
                        <button
                            type="button"
                            class="mapping-optional"
                            aria-pressed={row.optional.to_string()}
                            aria-label={format!("Mapping {number} is optional")}
                            title="An optional mapping may find nothing on the default exit"
                            onclick={edit(Edit::SetMappingOptional(id, !row.optional))}
                        >
                            {"optional"}
                        </button>
                        <button
                            type="button"
                            class="icon"
                            aria-label={format!("Move mapping {number} up")}
                            disabled={*number == 1}
                            onclick={edit(Edit::MoveMappingUp(id))}
                        >
                            {drawing(Icon::Up)}
                        </button>
                        <button
                            type="button"
                            class="icon"
                            aria-label={format!("Move mapping {number} down")}
                            disabled={props.is_last}
                            onclick={edit(Edit::MoveMappingDown(id))}
                        >
                            {drawing(Icon::Down)}
                        </button>
                    </div>
                </div>
            </div>
        }
}

/// Whether the path finds something, and the words of that.
fn words(preview: &Preview) -> (&'static str, AttrValue) {
    match preview {
        Preview::Found(value) => ("true", value.clone().into()),
        Preview::Nothing(words) => ("false", words.clone().into()),
    }
}
