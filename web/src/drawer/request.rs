//! The section Request: label, method, URL, and the request line as it would go out now.

use switchhook::Method;
use yew::prelude::*;

use super::section::Section;
use crate::{
    field::{
        problems::Problems,
        select::Select,
        template::{TemplateBox, piece},
        text::TextBox,
    },
    model::{compiled::Compiled, draft::Text, edit::Edit, highlight::runs, place::Place},
};

/// Properties of [`RequestSection`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The node's label.
    pub label: Text,
    /// The method.
    pub method: Method,
    /// The URL template.
    pub url: Text,
    /// Method and URL with all that is known now.
    pub line: Text,
    /// Problems.
    pub compiled: Compiled,
    /// Told every change.
    pub on_edit: Callback<Edit>,
}

/// The section.
#[component]
pub(crate) fn RequestSection(props: &Props) -> Html {
    let is_here = |place| matches!(place, Place::Label | Place::Method | Place::Url);
    let (errors, _) = props.compiled.tally(is_here);
    let notes = |place| props.compiled.notes(place);
    let id = |place: Place| AttrValue::from(place.id());
    let on_method = props.on_edit.reform(|index: usize| {
        Edit::SetMethod(Method::ALL.get(index).copied().unwrap_or_default())
    });
    html! {
        <Section title="Request" {errors}>
            <div class="field">
                <label for={id(Place::Label)}>{"Label"}</label>
                <TextBox
                    id={id(Place::Label)}
                    value={AttrValue::from(props.label.clone())}
                    notes={notes(Place::Label)}
                    placeholder="What the flow calls this node"
                    on_type={props.on_edit.reform(Edit::SetLabel)}
                />
                <Problems id={id(Place::Label)} notes={notes(Place::Label)} />
            </div>
            <div class="endpoint">
                <div class="field">
                    <label for={id(Place::Method)}>{"Method"}</label>
                    <Select
                        id={id(Place::Method)}
                        options={Method::ALL.map(Method::name).to_vec()}
                        value={props.method.name()}
                        notes={notes(Place::Method)}
                        on_choose={on_method}
                    />
                </div>
                <div class="field">
                    <label for={id(Place::Url)}>{"URL endpoint"}</label>
                    <TemplateBox
                        id={id(Place::Url)}
                        value={props.url.clone()}
                        notes={notes(Place::Url)}
                        placeholder="https://api.example.com/orders/$ORDER_ID"
                        machine=true
                        on_type={props.on_edit.reform(Edit::SetUrl)}
                    />
                </div>
            </div>
            <Problems id={id(Place::Method)} notes={notes(Place::Method)} />
            <Problems id={id(Place::Url)} notes={notes(Place::Url)} />
            if !props.url.is_empty() {
                <p class="request-line">{for runs(&props.line, &[]).into_iter().map(piece)}</p>
            }
        </Section>
    }
}
