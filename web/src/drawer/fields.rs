//! Lists of names and values: query parameters, headers, form fields. An empty value is a slot.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    row::RemoveButton,
    section::{AddButton, Section},
};
use crate::{
    field::{problems::Problems, template::TemplateBox, text::TextBox},
    model::{
        compiled::{Compiled, Notes},
        draft::{FieldRow, List},
        edit::Edit,
        place::{Place, list_id},
    },
};

/// Properties of [`FieldSection`] and [`FieldRows`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// Which list.
    pub list: List,
    /// Its rows.
    pub rows: Rc<Vec<FieldRow>>,
    /// Problems.
    pub compiled: Compiled,
    /// Told every change.
    pub on_edit: Callback<Edit>,
}

/// What one row is called: `header`.
fn noun(list: List) -> &'static str {
    match list {
        List::Query => "query parameter",
        List::Headers => "header",
        List::Form => "form field",
    }
}

/// The button that adds a row.
pub(crate) fn add_button(list: List, on_edit: &Callback<Edit>) -> Html {
    html! {
        <AddButton
            id={format!("add-{}", list_id(list))}
            label={format!("Add {}", noun(list))}
            on_add={on_edit.reform(move |()| Edit::AddField(list))}
        />
    }
}

/// A section that is one list.
#[component]
pub(crate) fn FieldSection(props: &Props) -> Html {
    let list = props.list;
    let is_here =
        |place| matches!(place, Place::FieldName(of, _) | Place::FieldValue(of, _) if of == list);
    let (errors, _) = props.compiled.tally(is_here);
    let title = match list {
        List::Query => "Query parameters",
        List::Headers => "Headers",
        List::Form => "Form fields",
    };
    let about = if props.rows.is_empty() { String::new() } else { props.rows.len().to_string() };
    let action = add_button(list, &props.on_edit);
    html! {
        <Section {title} {about} {errors} {action}>
            if !props.rows.is_empty() {
                <FieldRows
                    {list}
                    rows={&props.rows}
                    compiled={props.compiled.clone()}
                    on_edit={&props.on_edit}
                />
            }
        </Section>
    }
}

/// The rows of a list.
#[component]
pub(crate) fn FieldRows(props: &Props) -> Html {
    let list = props.list;
    let row = |(index, row): (usize, &FieldRow)| {
        html! {
            <Row
                key={row.id}
                {list}
                row={row.clone()}
                number={index + 1}
                names={props.compiled.notes(Place::FieldName(list, row.id))}
                values={props.compiled.notes(Place::FieldValue(list, row.id))}
                on_edit={&props.on_edit}
            />
        }
    };
    html! { <div class="rows">{for props.rows.iter().enumerate().map(row)}</div> }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    list: List,
    row: FieldRow,
    number: usize,
    names: Notes,
    values: Notes,
    on_edit: Callback<Edit>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { list, row, number, .. } = props;
    let (list, row_id) = (*list, row.id);
    let name_id = AttrValue::from(Place::FieldName(list, row_id).id());
    let value_id = AttrValue::from(Place::FieldValue(list, row_id).id());
    let on_name = props.on_edit.reform(move |text| Edit::SetFieldName(list, row_id, text));
    let on_value = props.on_edit.reform(move |text| Edit::SetFieldValue(list, row_id, text));
    html! {
        <div class="row">
            <TextBox
                id={name_id.clone()}
                name={format!("Name {number}")}
                value={AttrValue::from(row.name.clone())}
                notes={&props.names}
                placeholder="name"
                on_type={on_name}
            />
            <TemplateBox
                id={value_id.clone()}
                name={format!("Value {number}")}
                value={row.value.clone()}
                notes={&props.values}
                placeholder="filled in the conversation"
                on_type={on_value}
            />
            <RemoveButton
                id={format!("{}-{row_id}-remove", list_id(list))}
                name={format!("Remove {} {number}", noun(list))}
                on_remove={props.on_edit.reform(move |()| Edit::RemoveField(list, row_id))}
            />
            if !(props.names.is_empty() && props.values.is_empty()) {
                <div class="row-words">
                    <Problems id={name_id} notes={&props.names} waiting={row.name.is_empty()} />
                    <Problems id={value_id} notes={&props.values} />
                </div>
            }
        </div>
    }
}
