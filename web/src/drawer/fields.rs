//! Lists of names and values: query parameters, headers, form fields. An empty value is a slot.

use yew::prelude::*;

use super::{
    row::remove_button,
    section::{self, Head},
};
use crate::{
    field::{
        problems::{problems, row_problems},
        template::TemplateBox,
        text::TextBox,
    },
    model::{
        compiled::{Compiled, Notes},
        draft::{FieldRow, List},
        edit::Edit,
        place::{Place, list_id},
    },
};

/// What a list is shown from.
pub(crate) struct Props<'d> {
    /// Which list.
    pub list: List,
    /// Its rows.
    pub rows: &'d [FieldRow],
    /// Problems.
    pub compiled: &'d Compiled,
    /// Told every change.
    pub on_edit: &'d Callback<Edit>,
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
    let on_add = on_edit.reform(move |_: MouseEvent| Edit::AddField(list));
    section::add_button(format!("add-{}", list_id(list)), format!("Add {}", noun(list)), on_add)
}

/// A section that is one list.
pub(crate) fn field_section(props: &Props<'_>) -> Html {
    let list = props.list;
    let is_here =
        |place| matches!(place, Place::FieldName(of, _) | Place::FieldValue(of, _) if of == list);
    let head = Head {
        title: match list {
            List::Query => "Query parameters",
            List::Headers => "Headers",
            List::Form => "Form fields",
        },
        rows: Some(props.rows.len()),
        errors: props.compiled.tally(is_here).0,
        action: add_button(list, props.on_edit),
    };
    section::section(head, field_rows(props))
}

/// The rows of a list; nothing where there are none.
pub(crate) fn field_rows(props: &Props<'_>) -> Html {
    if props.rows.is_empty() {
        return html! {};
    }
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
                on_edit={props.on_edit}
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
                {remove_button(
    format!("{}-{row_id}-remove", list_id(list)),
    format!("Remove {} {number}", noun(list)),
    props.on_edit.reform(move |_: MouseEvent| Edit::RemoveField(list, row_id)),
    )}
                if !(props.names.is_empty() && props.values.is_empty()) {
                    <div class="row-words">
                        {row_problems(&name_id, &props.names, row.name.is_empty())}
                        {problems(&value_id, &props.values)}
                    </div>
                }
            </div>
        }
}
