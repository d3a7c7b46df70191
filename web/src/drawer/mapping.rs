//! The section Response mapping: object paths, the parameters they fill, and what each finds now.

use std::rc::Rc;

use switchhook::path::Format;
use yew::prelude::*;

use super::{
    row::RemoveButton,
    section::{AddButton, Section},
};
use crate::{
    field::{
        combo::ParameterBox,
        icon::{Drawing, Icon},
        problems::Problems,
        select::Select,
        text::TextBox,
    },
    model::{
        compiled::{Compiled, Notes},
        draft::MappingRow,
        edit::Edit,
        explain::disagreement,
        place::Place,
        preview::{Preview, Reading},
    },
};

/// Properties of [`MappingSection`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// How the response is read.
    pub format: Format,
    /// The mappings.
    pub rows: Rc<Vec<MappingRow>>,
    /// The last response.
    pub reading: Option<Rc<Reading>>,
    /// Problems.
    pub compiled: Compiled,
    /// Told every change.
    pub on_edit: Callback<Edit>,
}

const FORMATS: [Format; 2] = [Format::Json, Format::Xml];

/// The section.
#[component]
pub(crate) fn MappingSection(props: &Props) -> Html {
    let is_here =
        |place| matches!(place, Place::Format | Place::MappingPath(_) | Place::MappingParameter(_));
    let (errors, _) = props.compiled.tally(is_here);
    let about = if props.rows.is_empty() { String::new() } else { props.rows.len().to_string() };
    let format_id = AttrValue::from(Place::Format.id());
    let notes = props.compiled.notes(Place::Format);
    let on_choose = props.on_edit.reform(|index: usize| {
        Edit::SetFormat(FORMATS.get(index).copied().unwrap_or(Format::Json))
    });
    let action = html! {
        <>
        <Select
            id={&format_id}
            name="Response type"
            short=true
            options={FORMATS.map(Format::name).to_vec()}
            value={props.format.name()}
            notes={&notes}
            {on_choose}
        />
        <AddButton
            id="add-mapping"
            label="Add mapping"
            on_add={props.on_edit.reform(|()| Edit::AddMapping("".into(), "".into()))}
        />
        </>
    };
    let hint =
        props.reading.as_ref().and_then(|reading| disagreement(&reading.received, props.format));
    let row = |(index, row): (usize, &MappingRow)| {
        html! {
            <Row
                key={row.id}
                row={row.clone()}
                number={index + 1}
                is_last={index + 1 == props.rows.len()}
                reading={props.reading.clone()}
                paths={props.compiled.notes(Place::MappingPath(row.id))}
                parameters={props.compiled.notes(Place::MappingParameter(row.id))}
                on_edit={&props.on_edit}
            />
        }
    };
    html! {
        <Section title="Response mapping" {about} {errors} {action}>
            <Problems id={format_id} {notes} />
            if let Some((words, _)) = hint {
                <p class="hint">{words}</p>
            }
            if !props.rows.is_empty() {
                <div class="rows">{for props.rows.iter().enumerate().map(row)}</div>
            }
        </Section>
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
            <TextBox
                id={&path_id}
                name={format!("Object path {number}")}
                value={AttrValue::from(row.path.clone())}
                notes={&props.paths}
                about={said.is_some().then(|| preview_id.clone())}
                placeholder="data.userId"
                machine=true
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
            <RemoveButton
                id={format!("mapping-{id}-remove")}
                name={format!("Remove mapping {number}")}
                on_remove={props.on_edit.reform(move |()| Edit::RemoveMapping(id))}
            />
            <div class="mapping-foot">
                <div class="mapping-words">
                    <Problems
                        id={path_id}
                        notes={&props.paths}
                        waiting={row.path.is_empty()}
                    />
                    if let Some((found, words)) = said {
                        <p class="preview" id={preview_id} data-found={found}>
                            <span aria-hidden="true">{"→"}</span>
                            <span>{words}</span>
                        </p>
                    }
                    <Problems
                        id={parameter_id}
                        notes={&props.parameters}
                        waiting={row.parameter.is_empty()}
                    />
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
                        <Drawing icon={Icon::Up} />
                    </button>
                    <button
                        type="button"
                        class="icon"
                        aria-label={format!("Move mapping {number} down")}
                        disabled={props.is_last}
                        onclick={edit(Edit::MoveMappingDown(id))}
                    >
                        <Drawing icon={Icon::Down} />
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
