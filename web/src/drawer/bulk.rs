//! A list of names and values as text, a line each; every keystroke is the list.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    field::{marked::marked, typed},
    model::{
        bulk,
        draft::{Draft, FieldRow, List},
        edit::Edit,
        place::Place,
        say::say,
    },
};

/// How rows are written.
const ROW: &str = "name: value";
const MARK: &str = "#";
const QUOTES: &str = "\"\"";

/// Properties of [`BulkBox`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// Which list.
    pub list: List,
    /// Its rows.
    pub rows: Rc<Vec<FieldRow>>,
    /// Told the lines.
    pub on_edit: Callback<Edit>,
}

/// The box. Its text stays as it is typed, as long as the rows are what it says.
#[component]
pub(crate) fn BulkBox(props: &Props) -> Html {
    let list = props.list;
    let written = use_state(|| bulk::text(&props.rows));
    let text = if says(&written, list, &props.rows) {
        (*written).clone()
    } else {
        // The rows changed by other ways: undo.
        bulk::text(&props.rows)
    };
    let height = text.lines().count() + 2;
    let id = Place::Bulk(list).id();
    let about = format!("{id}-about");
    let oninput = props.on_edit.reform(move |event: InputEvent| {
        let text = typed(&event);
        written.set(text.to_string());
        Edit::SetFields(list, text)
    });
    html! {
        <>
            <textarea
                class="box machine bulk"
                id={id.clone()}
                aria-label={say!("Rows as text")}
                aria-describedby={about.clone()}
                rows={height.max(4).to_string()}
                value={text}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                {oninput}
            />
            <p class="section-about" id={about}>
                {marked(
                    &say!(
                        "{row} a line; {mark} before one that is not sent; nothing behind the colon for a slot, {quotes} for a value that is sent empty.",
                        row = ROW,
                        mark = MARK,
                        quotes = QUOTES
                    ),
                    &[ROW, MARK, QUOTES],
                    |written| html! { <code>{written}</code> },
                )}
            </p>
        </>
    }
}

/// Whether a text means these rows.
fn says(text: &str, list: List, rows: &[FieldRow]) -> bool {
    let mut draft = Draft::default();
    bulk::set(&mut draft, list, text);
    bulk::text(draft.fields(list)) == bulk::text(rows)
}
