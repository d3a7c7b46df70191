//! The node drawer: the draft in, edits out; a section of the draft in each file.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::{
    compiled::Compiled,
    draft::{Draft, List, Text},
    edit::Edit,
    preview::Reading,
    say::Said,
};

mod section;

pub(crate) mod row;

mod bulk;

mod request;

mod fields;

mod body;

mod mapping;

mod status_codes;

mod authorization;

mod settings;

mod head;

use body::BodySection;
use fields::FieldSection;
use head::{Head, head};
use mapping::mapping_section;
use request::request_section;
use settings::settings_section;
use status_codes::status_code_section;

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
    pub notice: Said,
    /// Whether a test is running.
    pub running: bool,
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// Told that a test is wanted.
    pub on_test: Callback<()>,
    /// Told that the running test is to stop.
    pub on_cancel: Callback<()>,
    /// Told a text that is to be imported.
    pub on_import: Callback<Text>,
    /// The secret that requests are signed with.
    pub secret: Text,
    /// Told the secret as it is typed.
    pub on_secret: Callback<Text>,
}

/// The drawer.
#[component]
pub(crate) fn Drawer(props: &Props) -> Html {
    let Props { draft, compiled, reading, running, on_edit, .. } = props;
    let top =
        Head { tally: compiled.tally(|_| true), running: *running, notice: props.notice.clone() };
    let fields = |list| {
        html! { <FieldSection {list} rows={draft.fields(list).clone()} compiled={compiled.clone()} {on_edit} /> }
    };
    let secret = (&props.secret, &props.on_secret);
    html! {
        <div class="drawer scroll">
            {head(top, &props.on_test, &props.on_cancel)}
            {request_section(draft, &props.request_line, compiled, on_edit, &props.on_import)}
            {fields(List::Query)}
            {fields(List::Headers)}
            <BodySection draft={draft.clone()} compiled={compiled.clone()} {on_edit} />
            {mapping_section(draft, reading.as_ref(), compiled, on_edit)}
            {status_code_section(draft, compiled, on_edit)}
            {settings_section(draft, compiled, on_edit, secret)}
        </div>
    }
}
