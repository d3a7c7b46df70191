//! The section Body: its type, and the text or the fields of that type.

use yew::prelude::*;

use super::{
    fields::{FieldRows, actions},
    section::{Head, section},
};
use crate::{
    field::{problems::problems, select::Select, template::TemplateBox},
    model::{
        compiled::Compiled,
        draft::{BodyKind, Draft, List},
        edit::Edit,
        format::formatted,
        place::Place,
        say::say,
    },
};

/// Properties of [`BodySection`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The draft.
    pub draft: Draft,
    /// Its problems.
    pub compiled: Compiled,
    /// Told every change.
    pub on_edit: Callback<Edit>,
}

/// The section.
#[component]
pub(crate) fn BodySection(props: &Props) -> Html {
    let Props { draft, compiled, on_edit } = props;
    let bulk = use_state_eq(|| false);
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
                {actions(List::Form, &bulk, on_edit)}
            }
            if matches!(draft.body_kind, BodyKind::Json | BodyKind::Xml) {
                {format_button(draft, on_edit)}
            }
            <Select
                id={kind_id.clone()}
                name={say!("Body type")}
                options={BodyKind::ALL.map(|kind| (kind.name(), kind.words())).to_vec()}
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
            {content(draft, compiled, *bulk, on_edit)}
        </>
    };
    section(Head { title: say!("Body"), rows, errors, action }, body)
}

/// Indents the body; only where that changes something and cannot harm it.
fn format_button(draft: &Draft, on_edit: &Callback<Edit>) -> Html {
    let text = formatted(draft.body_kind, &draft.body);
    let can = text.is_some_and(|text| text != *draft.body);
    html! {
        <button
            type="button"
            class="link link-quiet"
            aria-disabled={(!can).then_some("true")}
            tabindex={(!can).then_some("-1")}
            onclick={on_edit.reform(|_: MouseEvent| Edit::FormatBody)}
        >
            {say!("Format")}
        </button>
    }
}

fn content(draft: &Draft, compiled: &Compiled, bulk: bool, on_edit: &Callback<Edit>) -> Html {
    match draft.body_kind {
        BodyKind::None => html! {
            <p class="section-about">{say!("What POST, PUT, PATCH and DELETE hand over: choose its type.")}</p>
        },
        BodyKind::Form if draft.form.is_empty() && !bulk => html! {
            <p class="section-about">{say!("Names and values, as a web form sends them.")}</p>
        },
        BodyKind::Form => html! {
            <FieldRows list={List::Form} rows={draft.form.clone()} compiled={compiled.clone()} {bulk} {on_edit} />
        },
        language => {
            let id = AttrValue::from(Place::Body.id());
            let notes = compiled.notes(Place::Body);
            html! {
                <div class="field">
                    <TemplateBox
                        id={id.clone()}
                        name={say!("Body")}
                        value={draft.body.clone()}
                        notes={&notes}
                        placeholder={starter(language)}
                        machine=true
                        lines=true
                        {language}
                        on_type={on_edit.reform(Edit::SetBody)}
                    />
                    {problems(&id, &notes)}
                </div>
            }
        }
    }
}

/// What an empty body of this kind shows.
fn starter(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Json => "{ \"order\": $ORDER_ID }",
        BodyKind::Xml => "<order id=\"$ORDER_ID\"/>",
        BodyKind::Html => "<p>Order $ORDER_ID</p>",
        _ => "Order $ORDER_ID",
    }
}
