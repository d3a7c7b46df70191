//! The section Response status codes: exits by code, and the parameter that receives the code.

use yew::prelude::*;

use super::{
    row::Row,
    section::{Head, add_button, section},
};
use crate::{
    field::{
        combo::Combo,
        problems::{problems, row_problems},
        text::TextBox,
    },
    model::{
        compiled::{Compiled, Notes},
        draft::{Draft, RouteRow, Rows},
        edit::Edit,
        place::Place,
        say::say,
    },
};

/// The section.
pub(crate) fn status_code_section(
    draft: &Draft,
    compiled: &Compiled,
    on_edit: &Callback<Edit>,
) -> Html {
    let is_here = |place| {
        matches!(place, Place::RouteStatus(_) | Place::RouteLabel(_) | Place::StatusParameter)
    };
    let id = AttrValue::from(Place::StatusParameter.id());
    let notes = compiled.notes(Place::StatusParameter);
    let on_add = on_edit.reform(|_: MouseEvent| Edit::AddRoute("".into()));
    let head = Head {
        title: say!("Response status codes"),
        rows: Some(draft.routes.len()),
        errors: compiled.tally(is_here).0,
        action: add_button("add-exit".into(), Rows::Routes, on_add),
    };
    let row = |(index, row): (usize, &RouteRow)| {
        html! {
            <RouteFields
                key={row.id}
                row={row.clone()}
                number={index + 1}
                count={draft.routes.len()}
                codes={compiled.notes(Place::RouteStatus(row.id))}
                labels={compiled.notes(Place::RouteLabel(row.id))}
                {on_edit}
            />
        }
    };
    let body = html! {
        <>
            if !draft.routes.is_empty() {
                <div class="rows">{for draft.routes.iter().enumerate().map(row)}</div>
            } else {
                <p class="section-about">
                    {say!("Exits of their own for codes such as 404, or classes such as 5xx. All else but 2xx leaves by failed.")}
                </p>
            }
            <div class="field short">
                <label for={&id}>{say!("Save status code in")}</label>
                <Combo
                    id={&id}
                    value={draft.status_parameter.clone()}
                    notes={&notes}
                    placeholder={say!("nowhere")}
                    on_type={on_edit.reform(Edit::SetStatusParameter)}
                />
            </div>
            {problems(&id, &notes)}
        </>
    };
    section(head, body)
}

#[derive(PartialEq, Properties)]
struct RowProps {
    row: RouteRow,
    number: usize,
    count: usize,
    codes: Notes,
    labels: Notes,
    on_edit: Callback<Edit>,
}

#[component]
fn RouteFields(props: &RowProps) -> Html {
    let RowProps { row, number, count, on_edit, .. } = props;
    let (id, place) = (row.id, number.to_string());
    let status_id = AttrValue::from(Place::RouteStatus(id).id());
    let label_id = AttrValue::from(Place::RouteLabel(id).id());
    html! {
        <Row rows={Rows::Routes} {id} {number} {count} class="exit-row" {on_edit}>
            <TextBox
                id={&status_id}
                name={say!("Status code {number}", number = &place)}
                value={AttrValue::from(row.status.clone())}
                notes={&props.codes}
                placeholder="404, 4xx"
                machine=true
                on_type={on_edit.reform(move |text| Edit::SetRouteStatus(id, text))}
            />
            <TextBox
                id={&label_id}
                name={say!("Exit {number}", number = &place)}
                value={AttrValue::from(row.label.clone())}
                notes={&props.labels}
                placeholder={say!("what the flow calls this exit")}
                on_type={on_edit.reform(move |text| Edit::SetRouteLabel(id, text))}
            />
            if !(props.codes.is_empty() && props.labels.is_empty()) {
                <div class="row-words">
                    {row_problems(&status_id, &props.codes, row.status.is_empty())}
                    {problems(&label_id, &props.labels)}
                </div>
            }
        </Row>
    }
}
