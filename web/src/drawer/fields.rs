//! Lists of names and values: query parameters, headers, form fields. An empty value is a slot.

use yew::prelude::*;

use super::{
    bulk::BulkBox,
    row::Row,
    section::{self, Head},
};
use crate::{
    field::{
        problems::{problems, row_problems},
        template::TemplateBox,
        text::TextBox,
    },
    model::{
        bulk,
        compiled::{Compiled, Notes},
        draft::{FieldRow, List, Rows, Text},
        edit::Edit,
        place::{Place, list_id},
        say::{Said, say},
    },
};

/// Properties of [`FieldSection`] and [`FieldRows`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// Which list.
    pub list: List,
    /// Its rows.
    pub rows: std::rc::Rc<Vec<FieldRow>>,
    /// Problems.
    pub compiled: Compiled,
    /// Whether the rows are shown as lines of text.
    #[prop_or_default]
    pub bulk: bool,
    /// Told every change.
    pub on_edit: Callback<Edit>,
}

/// The buttons of a list: rows as text, and one row more.
pub(crate) fn actions(list: List, bulk: &UseStateHandle<bool>, on_edit: &Callback<Edit>) -> Html {
    let on_add = on_edit.reform(move |_: MouseEvent| Edit::AddField(list));
    let as_text = match list {
        List::Query => say!("Edit query parameters as text"),
        List::Headers => say!("Edit headers as text"),
        List::Form => say!("Edit form fields as text"),
    };
    let on_bulk = {
        let bulk = bulk.clone();
        Callback::from(move |_: MouseEvent| bulk.set(!*bulk))
    };
    html! {
        <>
            <button
                type="button"
                class="link link-quiet"
                aria-pressed={bulk.to_string()}
                aria-label={as_text}
                onclick={on_bulk}
            >
                {if **bulk { say!("As rows") } else { say!("As text") }}
            </button>
            if !**bulk {
                {section::add_button(format!("add-{}", list_id(list)), Rows::Fields(list), on_add)}
            }
        </>
    }
}

/// A section that is one list.
#[component]
pub(crate) fn FieldSection(props: &Props) -> Html {
    let list = props.list;
    let bulk = use_state_eq(|| false);
    let is_here =
        |place| matches!(place, Place::FieldName(of, _) | Place::FieldValue(of, _) if of == list);
    let (title, about) = match list {
        List::Query => {
            (say!("Query parameters"), say!("Names and values behind the “?” of the URL."))
        }
        List::Headers => {
            (say!("Headers"), say!("Names and values before the body: keys, trace ids, formats."))
        }
        // The section Body has them.
        List::Form => (Said::default(), Said::default()),
    };
    let head = Head {
        title,
        rows: Some(props.rows.len()),
        errors: props.compiled.tally(is_here).0,
        action: actions(list, &bulk, &props.on_edit),
    };
    let body = html! {
        if props.rows.is_empty() && !*bulk {
            <p class="section-about">{about}</p>
        } else {
            <FieldRows bulk={*bulk} ..props.clone() />
        }
    };
    section::section(head, body)
}

/// The rows of a list; nothing where there are none.
#[component]
pub(crate) fn FieldRows(props: &Props) -> Html {
    let list = props.list;
    if props.bulk {
        return html! { <BulkBox {list} rows={props.rows.clone()} on_edit={&props.on_edit} /> };
    }
    if props.rows.is_empty() {
        return html! {};
    }
    let row = |(index, row): (usize, &FieldRow)| {
        html! {
            <Field
                key={row.id}
                {list}
                row={row.clone()}
                number={index + 1}
                count={props.rows.len()}
                names={props.compiled.notes(Place::FieldName(list, row.id))}
                values={props.compiled.notes(Place::FieldValue(list, row.id))}
                on_edit={&props.on_edit}
            />
        }
    };
    html! { <div class="rows">{for props.rows.iter().enumerate().map(row)}</div> }
}

#[derive(PartialEq, Properties)]
struct FieldProps {
    list: List,
    row: FieldRow,
    number: usize,
    count: usize,
    names: Notes,
    values: Notes,
    on_edit: Callback<Edit>,
}

#[component]
fn Field(props: &FieldProps) -> Html {
    let FieldProps { list, row, number, count, on_edit, .. } = props;
    let (list, id) = (*list, row.id);
    let name_id = AttrValue::from(Place::FieldName(list, id).id());
    let value_id = AttrValue::from(Place::FieldValue(list, id).id());
    let on_paste = {
        let on_edit = on_edit.clone();
        Callback::from(move |text: Text| {
            let are_rows = bulk::are_rows(&text);
            if are_rows {
                on_edit.emit(Edit::PasteFields(list, id, text));
            }
            are_rows
        })
    };
    // A value may well look like a row: only several of them are surely rows.
    let on_paste_value = {
        let on_paste = on_paste.clone();
        Callback::from(move |text: Text| text.trim().contains('\n') && on_paste.emit(text))
    };
    let placeholder =
        if row.sends_empty { say!("sent empty") } else { say!("filled in the conversation") };

    html! {
        <Row
            rows={Rows::Fields(list)}
            {id}
            {number}
            {count}
            class="field-row"
            enabled={row.enabled}
            on_enable={on_edit.reform(move |on| Edit::SetFieldEnabled(list, id, on))}
            {on_edit}
            more={empty_button(list, row, *number, on_edit)}
        >
            <TextBox
                id={&name_id}
                name={say!("Name {number}", number = &number.to_string())}
                value={AttrValue::from(row.name.clone())}
                notes={&props.names}
                placeholder={say!("name")}
                on_type={on_edit.reform(move |text| Edit::SetFieldName(list, id, text))}
                {on_paste}
            />
            <TemplateBox
                id={&value_id}
                name={say!("Value {number}", number = &number.to_string())}
                value={row.value.clone()}
                notes={&props.values}
                {placeholder}
                on_type={on_edit.reform(move |text| Edit::SetFieldValue(list, id, text))}
                on_paste={on_paste_value}
            />
            if !(props.names.is_empty() && props.values.is_empty()) {
                <div class="row-words">
                    {row_problems(&name_id, &props.names, row.name.is_empty())}
                    {problems(&value_id, &props.values)}
                </div>
            }
        </Row>
    }
}

/// Chooses what an empty value is: a slot, or nothing.
fn empty_button(list: List, row: &FieldRow, number: usize, on_edit: &Callback<Edit>) -> Html {
    let (id, on) = (row.id, !row.sends_empty);
    let number = number.to_string();
    let name = match list {
        List::Query => say!("Send query parameter {number} empty", number),
        List::Headers => say!("Send header {number} empty", number),
        List::Form => say!("Send form field {number} empty", number),
    };
    let onclick = on_edit.reform(move |_: MouseEvent| Edit::SetFieldEmpty(list, id, on));
    html! {
        <button
            type="button"
            class="menu-item"
            aria-label={name}
            aria-pressed={row.sends_empty.to_string()}
            disabled={!row.value.is_empty()}
            title={say!("An empty value is filled in the conversation, unless it is sent empty")}
            {onclick}
        >
            <span class="menu-mark" aria-hidden="true">{if row.sends_empty { "✓" } else { "" }}</span>
            {say!("Send empty")}
        </button>
    }
}
