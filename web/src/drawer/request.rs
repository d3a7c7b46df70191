//! The section Request: label, method, URL, and the request line as it would go out now.

use switchhook::Method;
use yew::prelude::*;

use super::section::{Head, section};
use crate::{
    field::{
        problems::problems,
        select::Select,
        template::{TemplateBox, piece},
        text::TextBox,
    },
    model::{
        compiled::Compiled,
        draft::{BodyKind, Draft, Text},
        edit::Edit,
        highlight::runs,
        import,
        place::Place,
        query,
        say::{Said, say, say_count},
    },
};

/// The section. `line` is method and URL with all that is known now.
pub(crate) fn request_section(
    draft: &Draft,
    line: &str,
    compiled: &Compiled,
    on_edit: &Callback<Edit>,
    on_import: &Callback<Text>,
) -> Html {
    let is_here = |place| matches!(place, Place::Label | Place::Method | Place::Url);
    let (errors, _) = compiled.tally(is_here);
    let head = Head { title: say!("Request"), rows: None, errors, action: html! {} };
    let notes = |place| compiled.notes(place);
    let id = |place: Place| AttrValue::from(place.id());
    let on_method = on_edit.reform(|index: usize| {
        Edit::SetMethod(Method::ALL.get(index).copied().unwrap_or_default())
    });
    let body = html! {
        <>
            <div class="field">
                <label for={id(Place::Label)}>{say!("Label")}</label>
                <TextBox
                    id={id(Place::Label)}
                    value={AttrValue::from(draft.label.clone())}
                    notes={notes(Place::Label)}
                    placeholder={say!("What the flow calls this node")}
                    on_type={on_edit.reform(Edit::SetLabel)}
                />
                {problems(&id(Place::Label), &notes(Place::Label))}
            </div>
            <div class="endpoint">
                <div class="field">
                    <label for={id(Place::Method)}>{say!("Method")}</label>
                    <Select
                        id={id(Place::Method)}
                        options={Method::ALL.map(|method| (method.name(), Said::Static(method.name()))).to_vec()}
                        value={draft.method.name()}
                        notes={notes(Place::Method)}
                        on_choose={on_method}
                    />
                </div>
                <div class="field">
                    <label for={id(Place::Url)}>{say!("URL endpoint")}</label>
                    <TemplateBox
                        id={id(Place::Url)}
                        value={draft.url.clone()}
                        notes={notes(Place::Url)}
                        placeholder="https://api.example.com/orders/$ORDER_ID"
                        machine=true
                        on_type={on_edit.reform(Edit::SetUrl)}
                        on_paste={on_command(on_import)}
                    />
                </div>
            </div>
            {problems(&id(Place::Method), &notes(Place::Method))}
            {problems(&id(Place::Url), &notes(Place::Url))}
            if !draft.url.is_empty() {
                <p class="request-line">
                    {for runs(line, &[], BodyKind::None).into_iter().map(piece)}
                </p>
            }
            if let Some(rows) = query::rows(&draft.url) {
                <button
                    type="button"
                    class="remedy"
                    onclick={on_edit.reform(|_: MouseEvent| Edit::SplitQuery)}
                >
                    {say_count!(
                        rows;
                        "Make {count} row of the URL’s query",
                        "Make {count} rows of the URL’s query"
                    )}
                </button>
            }
        </>
    };
    section(head, body)
}

/// Takes a pasted command for an import; whether it is one.
fn on_command(on_import: &Callback<Text>) -> Callback<Text, bool> {
    let on_import = on_import.clone();
    Callback::from(move |text: Text| {
        let is_command = import::is_command(&text);
        if is_command {
            on_import.emit(text);
        }
        is_command
    })
}
