//! The section Response mapping: object paths, the parameters they fill, and what each finds now.

use std::rc::Rc;

use switchhook::{Source, path::Format};
use yew::prelude::*;

use super::{
    row::Row,
    section::{Head, add_button, section},
};
use crate::{
    field::{
        combo::Combo,
        path::PathBox,
        problems::{problems, row_problems},
        select::Select,
        text::TextBox,
    },
    model::{
        compiled::{Compiled, Notes},
        draft::{Draft, MappingRow, Rows},
        edit::Edit,
        explain::disagreement,
        place::Place,
        preview::{Preview, Reading},
        say::{Said, say},
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
        title: say!("Response mapping"),
        rows: Some(draft.mappings.len()),
        errors: compiled.tally(is_here).0,
        action: action(draft, &notes, on_edit),
    };
    let hint = reading.and_then(|reading| disagreement(&reading.received, draft.format));
    let row = |(index, row): (usize, &MappingRow)| {
        html! {
            <MappingFields
                key={row.id}
                row={row.clone()}
                number={index + 1}
                count={draft.mappings.len()}
                reading={reading.cloned()}
                paths={compiled.notes(Place::MappingPath(row.id))}
                parameters={compiled.notes(Place::MappingParameter(row.id))}
                fallbacks={compiled.notes(Place::MappingFallback(row.id))}
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
            } else {
                <p class="section-about">
                    {say!("Object paths into the response, and the parameters that receive what they find. Test the request, then press a value to map it.")}
                </p>
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
                name={say!("Response type")}
                short=true
                options={FORMATS.map(|format| (format.name(), Said::Static(format.name()))).to_vec()}
                value={draft.format.name()}
                {notes}
                {on_choose}
            />
            {add_button("add-mapping".into(), Rows::Mappings, on_add)}
        </>
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    row: MappingRow,
    number: usize,
    count: usize,
    reading: Option<Rc<Reading>>,
    paths: Notes,
    parameters: Notes,
    fallbacks: Notes,
    on_edit: Callback<Edit>,
}

#[component]
fn MappingFields(props: &RowProps) -> Html {
    let RowProps { row, number, count, on_edit, .. } = props;
    let (id, place) = (row.id, number.to_string());
    let path_id = AttrValue::from(Place::MappingPath(id).id());
    let parameter_id = AttrValue::from(Place::MappingParameter(id).id());
    let preview =
        use_memo((props.reading.clone(), row.path.clone(), row.from), |(reading, path, from)| {
            let reading = reading.as_ref().filter(|_| !path.is_empty())?;
            reading.preview(*from, path)
        });
    let is_sound = crate::field::invalid(&props.paths).is_none() && !row.path.is_empty();
    let said = match &*preview {
        _ if !is_sound => None,
        _ if props.reading.is_none() => Some(("unknown", say!("no response yet"))),
        preview => preview.as_ref().map(words),
    };
    let preview_id = AttrValue::from(format!("{path_id}-preview"));
    let placeholder = match row.from {
        Source::Body => "data.userId",
        Source::Header => "Location",
    };
    html! {
        <Row
            rows={Rows::Mappings}
            {id}
            {number}
            {count}
            class="mapping"
            {on_edit}
            more={source_button(row, *number, on_edit)}
        >
            <PathBox
                id={&path_id}
                name={say!("Object path {number}", number = &place)}
                value={AttrValue::from(row.path.clone())}
                notes={&props.paths}
                about={said.is_some().then(|| preview_id.clone())}
                {placeholder}
                reading={props.reading.clone().filter(|_| row.from == Source::Body)}
                on_type={on_edit.reform(move |text| Edit::SetMappingPath(id, text))}
            />
            <Combo
                id={&parameter_id}
                name={say!("Parameter {number}", number = &place)}
                value={row.parameter.clone()}
                notes={&props.parameters}
                placeholder={say!("PARAMETER")}
                on_type={on_edit.reform(move |text| Edit::SetMappingParameter(id, text))}
            />
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
                    {problems(&Place::MappingFallback(id).id(), &props.fallbacks)}
                </div>
                <div class="mapping-actions" data-set={is_special(row).then_some("")}>
                    if row.from == Source::Header {
                        <span class="mapping-note">{say!("from a header")}</span>
                    }
                    <button
                        type="button"
                        class="mapping-optional"
                        aria-pressed={row.optional.to_string()}
                        aria-label={say!("Mapping {number} is optional", number = &place)}
                        title={say!("An optional mapping may find nothing on the default exit")}
                        onclick={on_edit.reform({
                            let on = !row.optional;
                            move |_: MouseEvent| Edit::SetMappingOptional(id, on)
                        })}
                    >
                        {say!("optional")}
                    </button>
                    <div class="mapping-fallback">
                        <TextBox
                            id={Place::MappingFallback(id).id()}
                            name={say!("Fallback {number}", number = &place)}
                            value={AttrValue::from(row.otherwise.clone())}
                            notes={&props.fallbacks}
                            placeholder={say!("or else")}
                            on_type={on_edit.reform(move |text| Edit::SetMappingFallback(id, text))}
                        />
                    </div>
                </div>
            </div>
        </Row>
    }
}

/// Whether there is more to a mapping than path and parameter.
fn is_special(row: &MappingRow) -> bool {
    row.optional || row.from == Source::Header || !row.otherwise.is_empty()
}

/// Chooses where a mapping looks: in the body, or in the headers.
fn source_button(row: &MappingRow, number: usize, on_edit: &Callback<Edit>) -> Html {
    let (id, is_header) = (row.id, row.from == Source::Header);
    let from = if is_header { Source::Body } else { Source::Header };
    html! {
        <button
            type="button"
            class="menu-item"
            aria-label={say!("Mapping {number} reads a response header", number = &number.to_string())}
            aria-pressed={is_header.to_string()}
            onclick={on_edit.reform(move |_: MouseEvent| Edit::SetMappingSource(id, from))}
        >
            <span class="menu-mark" aria-hidden="true">{if is_header { "✓" } else { "" }}</span>
            {say!("Read a response header")}
        </button>
    }
}

/// Whether the path finds something, and the words of that.
fn words(preview: &Preview) -> (&'static str, Said) {
    match preview {
        Preview::Found(value) => ("true", value.clone().into()),
        Preview::Nothing(why) => ("false", why.words()),
    }
}
