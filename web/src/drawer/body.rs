//! The section Body: its type, and the text or the fields of that type.

use yew::prelude::*;

use super::{
    fields::{Props, add_button, field_rows},
    section::{Head, section},
};
use crate::{
    field::{problems::problems, select::Select, template::TemplateBox},
    model::{
        compiled::Compiled,
        draft::{BodyKind, Draft, List},
        edit::Edit,
        place::Place,
    },
};

/// The section.
pub(crate) fn body_section(draft: &Draft, compiled: &Compiled, on_edit: &Callback<Edit>) -> Html {
    let is_here = |place| {
        matches!(
            place,
            Place::BodyKind
                | Place::Body
                | Place::FieldName(List::Form, _)
                | Place::FieldValue(List::Form, _)
        )
    };
    let (errors, _) = compiled.tally(is_here);
    let kind_notes = compiled.notes(Place::BodyKind);
    let kind_id = AttrValue::from(Place::BodyKind.id());
    let on_choose = on_edit.reform(|index: usize| {
        Edit::SetBodyKind(BodyKind::ALL.get(index).copied().unwrap_or(BodyKind::None))
    });
    let action = html! {
        <>
            if draft.body_kind == BodyKind::Form {
                {add_button(List::Form, on_edit)}
            }
            <Select
                id={kind_id.clone()}
                name="Body type"
                options={BodyKind::ALL.map(BodyKind::name).to_vec()}
                value={draft.body_kind.name()}
                notes={&kind_notes}
                {on_choose}
            />
        </>
    };
    let rows = (draft.body_kind == BodyKind::Form).then_some(draft.form.len());
    let body = html! {
        <>
            {problems(&kind_id, &kind_notes)}
            {content(draft, compiled, on_edit)}
        </>
    };
    section(Head { title: "Body", rows, errors, action }, body)
}

fn content(draft: &Draft, compiled: &Compiled, on_edit: &Callback<Edit>) -> Html {
    match draft.body_kind {
        BodyKind::None => html! {},
        BodyKind::Form => {
            field_rows(&Props { list: List::Form, rows: &draft.form, compiled, on_edit })
        }
        _ => {
            let id = AttrValue::from(Place::Body.id());
            let notes = compiled.notes(Place::Body);
            html! {
                <div class="field">
                    <TemplateBox
                        id={id.clone()}
                        name="Body"
                        value={draft.body.clone()}
                        notes={&notes}
                        machine=true
                        lines=true
                        on_type={on_edit.reform(Edit::SetBody)}
                    />
                    {problems(&id, &notes)}
                </div>
            }
        }
    }
}
