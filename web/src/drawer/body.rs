//! The section Body: its type, and the text or the fields of that type.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    fields::{FieldRows, add_button},
    section::Section,
};
use crate::{
    field::{problems::Problems, select::Select, template::TemplateBox},
    model::{
        compiled::Compiled,
        draft::{BodyKind, FieldRow, List, Text},
        edit::Edit,
        place::Place,
    },
};

/// Properties of [`BodySection`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// What the body is.
    pub kind: BodyKind,
    /// Its text.
    pub text: Text,
    /// Its fields.
    pub form: Rc<Vec<FieldRow>>,
    /// Problems.
    pub compiled: Compiled,
    /// Told every change.
    pub on_edit: Callback<Edit>,
}

/// The section.
#[component]
pub(crate) fn BodySection(props: &Props) -> Html {
    let is_here = |place| {
        matches!(
            place,
            Place::BodyKind
                | Place::Body
                | Place::FieldName(List::Form, _)
                | Place::FieldValue(List::Form, _)
        )
    };
    let (errors, _) = props.compiled.tally(is_here);
    let kind_notes = props.compiled.notes(Place::BodyKind);
    let kind_id = AttrValue::from(Place::BodyKind.id());
    let on_choose = props.on_edit.reform(|index: usize| {
        Edit::SetBodyKind(BodyKind::ALL.get(index).copied().unwrap_or(BodyKind::None))
    });
    let about = match props.kind {
        BodyKind::Form if !props.form.is_empty() => props.form.len().to_string(),
        _ => String::new(),
    };
    let action = html! {
        <>
            if props.kind == BodyKind::Form {
                {add_button(List::Form, &props.on_edit)}
            }
            <Select
                id={kind_id.clone()}
                name="Body type"
                options={BodyKind::ALL.map(BodyKind::name).to_vec()}
                value={props.kind.name()}
                notes={&kind_notes}
                {on_choose}
            />
        </>
    };
    html! {
        <Section title="Body" {about} {errors} {action}>
            <Problems id={kind_id} notes={kind_notes} />
            {content(props)}
        </Section>
    }
}

fn content(props: &Props) -> Html {
    match props.kind {
        BodyKind::None => Html::default(),
        BodyKind::Form if props.form.is_empty() => Html::default(),
        BodyKind::Form => html! {
            <FieldRows
                list={List::Form}
                rows={&props.form}
                compiled={props.compiled.clone()}
                on_edit={&props.on_edit}
            />
        },
        _ => {
            let id = AttrValue::from(Place::Body.id());
            let notes = props.compiled.notes(Place::Body);
            html! {
                <div class="field">
                    <TemplateBox
                        id={id.clone()}
                        name="Body"
                        value={props.text.clone()}
                        notes={&notes}
                        machine=true
                        lines=true
                        on_type={props.on_edit.reform(Edit::SetBody)}
                    />
                    <Problems {id} {notes} />
                </div>
            }
        }
    }
}
