//! A section of the drawer: its name, what it counts, and its button.

use yew::prelude::*;

use crate::{
    drawer::row::noun,
    field::marked::marked,
    model::{
        draft::Rows,
        say::{Said, say, say_count},
    },
};

/// What a section's head says.
pub(crate) struct Head {
    /// Its name, which is the region's too.
    pub title: Said,
    /// How many rows it has; none where it has no rows to count.
    pub rows: Option<usize>,
    /// How many errors there are in it.
    pub errors: usize,
    /// What stands at the right of its head.
    pub action: Html,
}

/// The section.
pub(crate) fn section(head: Head, body: Html) -> Html {
    let Head { title, rows, errors, action } = head;
    let rows = rows.filter(|rows| *rows > 0);
    html! {
        <section class="section" aria-label={&title}>
            <div class="section-head">
                <h3>{title}</h3>
                <span class="section-count">
                    {rows}
                    if errors > 0 {
                        if rows.is_some() { {" · "} }
                        <em>{say_count!(errors; "{count} problem", "{count} problems")}</em>
                    }
                </span>
                {action}
            </div>
            <div class="section-body">{body}</div>
        </section>
    }
}

/// The button of a section that adds a row: `Add` and what; where there is no room for it, that is for ears.
pub(crate) fn add_button(id: String, rows: Rows, on_add: Callback<MouseEvent>) -> Html {
    let row = noun(rows);
    let words = marked(&say!("Add {row}", row), &[&row], |what| {
        html! { <span class="add-what">{what}</span> }
    });
    html! { <button type="button" class="link add" {id} onclick={on_add}>{words}</button> }
}
