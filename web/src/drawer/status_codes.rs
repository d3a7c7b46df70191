//! The section Response status codes: exits by code, and the parameter that receives the code.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    row::RemoveButton,
    section::{AddButton, Section},
};
use crate::{
    field::{combo::ParameterBox, problems::Problems, text::TextBox},
    model::{
        compiled::{Compiled, Notes},
        draft::{RouteRow, Text},
        edit::Edit,
        place::Place,
    },
};

/// Properties of [`StatusCodeSection`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The exits.
    pub rows: Rc<Vec<RouteRow>>,
    /// The parameter that receives the code.
    pub parameter: Text,
    /// Problems.
    pub compiled: Compiled,
    /// Told every change.
    pub on_edit: Callback<Edit>,
}

/// The section.
#[component]
pub(crate) fn StatusCodeSection(props: &Props) -> Html {
    let is_here = |place| {
        matches!(place, Place::RouteStatus(_) | Place::RouteLabel(_) | Place::StatusParameter)
    };
    let (errors, _) = props.compiled.tally(is_here);
    let about = if props.rows.is_empty() { String::new() } else { props.rows.len().to_string() };
    let id = AttrValue::from(Place::StatusParameter.id());
    let notes = props.compiled.notes(Place::StatusParameter);
    let action = html! {
        <AddButton
            id="add-exit"
            label="Add status code"
            on_add={props.on_edit.reform(|()| Edit::AddRoute("".into()))}
        />
    };
    let row = |(index, row): (usize, &RouteRow)| {
        html! {
            <Row
                key={row.id}
                row={row.clone()}
                number={index + 1}
                codes={props.compiled.notes(Place::RouteStatus(row.id))}
                labels={props.compiled.notes(Place::RouteLabel(row.id))}
                on_edit={&props.on_edit}
            />
        }
    };
    html! {
        <Section title="Response status codes" {about} {errors} {action}>
            if !props.rows.is_empty() {
                <div class="rows">{for props.rows.iter().enumerate().map(row)}</div>
            }
            <div class="field short">
                <label for={&id}>{"Save status code in"}</label>
                <ParameterBox
                    id={&id}
                    value={AttrValue::from(props.parameter.clone())}
                    notes={&notes}
                    placeholder="nowhere"
                    on_type={props.on_edit.reform(Edit::SetStatusParameter)}
                />
            </div>
            <Problems {id} {notes} />
        </Section>
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    row: RouteRow,
    number: usize,
    codes: Notes,
    labels: Notes,
    on_edit: Callback<Edit>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { row, number, .. } = props;
    let id = row.id;
    let status_id = AttrValue::from(Place::RouteStatus(id).id());
    let label_id = AttrValue::from(Place::RouteLabel(id).id());
    html! {
        <div class="row exit-row">
            <TextBox
                id={&status_id}
                name={format!("Status code {number}")}
                value={AttrValue::from(row.status.clone())}
                notes={&props.codes}
                placeholder="404, 4xx"
                machine=true
                on_type={props.on_edit.reform(move |text| Edit::SetRouteStatus(id, text))}
            />
            <TextBox
                id={&label_id}
                name={format!("Exit {number}")}
                value={AttrValue::from(row.label.clone())}
                notes={&props.labels}
                placeholder="what the flow calls this exit"
                on_type={props.on_edit.reform(move |text| Edit::SetRouteLabel(id, text))}
            />
            <RemoveButton
                id={format!("exit-{id}-remove")}
                name={format!("Remove status code {number}")}
                on_remove={props.on_edit.reform(move |()| Edit::RemoveRoute(id))}
            />
            if !(props.codes.is_empty() && props.labels.is_empty()) {
                <div class="row-words">
                    <Problems id={status_id} notes={&props.codes} waiting={row.status.is_empty()} />
                    <Problems id={label_id} notes={&props.labels} />
                </div>
            }
        </div>
    }
}
