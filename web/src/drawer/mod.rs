//! The node drawer: the draft in, edits out; a section of the draft in each file.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    field::combo::SUGGESTIONS,
    model::{
        compiled::Compiled,
        draft::{Draft, List, Text},
        edit::Edit,
        figures::count,
        preview::Reading,
    },
};

mod section;

mod row;

mod request;

mod fields;

mod body;

mod mapping;

mod status_codes;

mod settings;

mod head;

use body::BodySection;
use fields::FieldSection;
use head::Head;
use mapping::MappingSection;
use request::RequestSection;
use settings::SettingsSection;
use status_codes::StatusCodeSection;

/// Properties of [`Drawer`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The draft.
    pub draft: Draft,
    /// Its node and problems.
    pub compiled: Compiled,
    /// The request as it would go out now.
    pub request_line: Text,
    /// The last response.
    pub reading: Option<Rc<Reading>>,
    /// What is said aloud at the top.
    pub notice: Text,
    /// Whether a test is running.
    pub running: bool,
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// Told that a test is wanted.
    pub on_test: Callback<()>,
    /// Told that the running test is to stop.
    pub on_cancel: Callback<()>,
}

/// The drawer.
#[component]
pub(crate) fn Drawer(props: &Props) -> Html {
    let Props { draft, compiled, reading, on_edit, .. } = props;
    let (errors, hints) = compiled.tally(|_| true);
    let tally: AttrValue = match (errors, hints) {
        (0, 0) => "".into(),
        (0, hints) => count(hints, "hint").into(),
        (errors, _) => count(errors, "problem").into(),
    };
    let known = compiled.node.parameter_uses().iter().map(|used| used.name.clone());
    html! {
        <div class="drawer scroll">
            <Head
                {tally}
                running={props.running}
                notice={AttrValue::from(props.notice.clone())}
                on_test={&props.on_test}
                on_cancel={&props.on_cancel}
            />
            <RequestSection
                label={draft.label.clone()}
                method={draft.method}
                url={draft.url.clone()}
                line={props.request_line.clone()}
                compiled={compiled.clone()}
                {on_edit}
            />
            <FieldSection list={List::Query} rows={draft.query.clone()} compiled={compiled.clone()} {on_edit} />
            <FieldSection list={List::Headers} rows={draft.headers.clone()} compiled={compiled.clone()} {on_edit} />
            <BodySection
                kind={draft.body_kind}
                text={draft.body.clone()}
                form={draft.form.clone()}
                compiled={compiled.clone()}
                {on_edit}
            />
            <MappingSection
                format={draft.format}
                rows={draft.mappings.clone()}
                reading={reading.clone()}
                compiled={compiled.clone()}
                {on_edit}
            />
            <StatusCodeSection
                rows={draft.routes.clone()}
                parameter={draft.status_parameter.clone()}
                compiled={compiled.clone()}
                {on_edit}
            />
            <SettingsSection
                is_async={draft.is_async}
                timeout={draft.timeout}
                compiled={compiled.clone()}
                {on_edit}
            />
            <datalist id={SUGGESTIONS}>
                {for known.map(|name| html! { <option value={name} /> })}
            </datalist>
        </div>
    }
}
