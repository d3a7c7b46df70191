//! A response in three shapes: tree, pretty and raw; and Find over the whole of it.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::{
    columns::use_columns,
    search::{Subject, use_search},
    text::TextView,
    tree::{Folding, TreeView},
};
use crate::{
    field::icon::{Icon, drawing},
    model::{
        draft::{MappingRow, Text},
        edit::Edit,
        find::Needle,
        lines::Lines,
        pretty::pretty,
        preview::Reading,
        say::{Said, say},
    },
};

/// How the response is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Tree,
    Pretty,
    Raw,
}

impl Shape {
    const ALL: [Shape; 3] = [Shape::Tree, Shape::Pretty, Shape::Raw];

    fn words(self) -> Said {
        match self {
            Shape::Tree => say!("Tree"),
            Shape::Pretty => say!("Pretty"),
            Shape::Raw => say!("Raw"),
        }
    }
}

/// Properties of [`Viewer`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The response. One that cannot be read has no shape but the raw one.
    pub reading: Rc<Reading>,
    /// The mappings as they are now.
    pub mappings: Rc<Vec<MappingRow>>,
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// Told a text for the clipboard.
    pub on_copy: Callback<Text>,
    /// Told that the response is to be kept as a sample; none where it is one.
    pub on_keep: Option<Callback<()>>,
}

/// The response.
#[component]
pub(crate) fn Viewer(props: &Props) -> Html {
    let reading = props.reading.clone();
    let is_readable = reading.document().is_ok();
    let chosen = use_state(|| Shape::Tree);
    let shape = if is_readable { *chosen } else { Shape::Raw };
    let folding = use_state(|| (Folding::Fitting, 0));
    let typed = use_state(String::new);
    // Which of the rows that were found, and how often one was gone to.
    let at = use_state(|| (0_usize, 0_u32));
    let field = use_node_ref();

    let columns = use_columns();
    let text = use_memo((reading.clone(), shape), |(reading, shape)| {
        let text = String::from_utf8_lossy(&reading.received.body);
        match (shape, reading.document()) {
            (Shape::Tree, _) => None,
            (Shape::Pretty, Ok(document)) => Some(Text::from(pretty(document, &text))),
            _ => Some(Text::from(text)),
        }
    });
    let lines = use_memo((text, columns), |(text, columns)| {
        let text = Option::clone(text)?;
        Some(Rc::new(Lines::of(text, *columns)))
    });
    let subject = match &*lines {
        Some(lines) => Subject::Text(lines.clone()),
        None => Subject::Tree(reading.clone()),
    };
    let found = use_search(Needle::new(typed.trim()), subject);
    let count = found.rows.len();
    let hit = found.rows.get(at.0.min(count.saturating_sub(1))).map(|row| (*row, at.1));

    let go = {
        let at = at.clone();
        Callback::from(move |forth: bool| {
            if count > 0 {
                let step = if forth { 1 } else { count - 1 };
                at.set(((at.0.min(count - 1) + step) % count, at.1 + 1));
            }
        })
    };
    let type_in = {
        let (typed, at) = (typed.clone(), at.clone());
        Callback::from(move |text: String| {
            typed.set(text);
            at.set((0, at.1 + 1));
        })
    };
    let oninput = type_in.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        field.value()
    });
    let onkeydown = {
        let (go, typed) = (go.clone(), typed.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            _ if event.is_composing() || event.ctrl_key() || event.meta_key() => {}
            "Enter" => {
                event.prevent_default();
                go.emit(!event.shift_key());
            }
            "Escape" if !typed.is_empty() => {
                event.prevent_default();
                type_in.emit(String::new());
            }
            _ => {}
        })
    };
    // The page holds the rows in view only, so that the browser's own Find would miss the rest.
    let on_find = {
        let field = field.clone();
        Callback::from(move |event: KeyboardEvent| {
            let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
            if is_command && event.key().eq_ignore_ascii_case("f") {
                event.prevent_default();
                if let Some(field) = field.cast::<HtmlElement>() {
                    // An element that is on the page takes the focus.
                    let _ = field.focus();
                }
            }
        })
    };
    let shapes = Shape::ALL.into_iter().map(|shape_of| {
        let chosen = chosen.clone();
        let onclick = Callback::from(move |_: MouseEvent| chosen.set(shape_of));
        html! {
            <button
                type="button"
                aria-pressed={(shape == shape_of).to_string()}
                disabled={!is_readable && shape_of != Shape::Raw}
                {onclick}
            >
                {shape_of.words()}
            </button>
        }
    });
    let fold = |to: Folding, name: Said| {
        let folding = folding.clone();
        let onclick = Callback::from(move |_: MouseEvent| folding.set((to, folding.1 + 1)));
        html! { <button type="button" class="link" {onclick}>{name}</button> }
    };
    let step = |forth: bool, name: Said, icon: Icon| {
        let onclick = go.reform(move |_: MouseEvent| forth);
        html! {
            <button type="button" class="icon" aria-label={name} disabled={count == 0} {onclick}>
                {drawing(icon)}
            </button>
        }
    };
    let said = match count {
        _ if typed.trim().is_empty() => Said::default(),
        0 if found.is_whole => say!("nothing found"),
        0 => say!("looking …"),
        _ => say!(
            "{number} of {count}",
            number = &(at.0.min(count - 1) + 1).to_string(),
            count = &count.to_string()
        ),
    };
    html! {
        <div class="viewer" onkeydown={on_find}>
            <div class="viewer-bar">
                <div class="shapes" role="group" aria-label={say!("Show the response as")}>{for shapes}</div>
                if shape == Shape::Tree {
                    <span class="viewer-fold">
                        {fold(Folding::Expanded, say!("Expand all"))}
                        {fold(Folding::Collapsed, say!("Collapse all"))}
                    </span>
                }
                if let Some(on_keep) = &props.on_keep {
                    <button type="button" class="link" onclick={on_keep.reform(|_: MouseEvent| ())}>
                        {say!("Keep as sample")}
                    </button>
                }
                <div class="find">
                    <input
                        ref={field}
                        type="search"
                        class="box"
                        aria-label={say!("Find in response")}
                        placeholder={say!("Find in response")}
                        value={(*typed).clone()}
                        autocomplete="off"
                        spellcheck="false"
                        {oninput}
                        {onkeydown}
                    />
                    <span class="find-count" aria-live="polite">{said}</span>
                    {step(false, say!("Previous match"), Icon::Up)}
                    {step(true, say!("Next match"), Icon::Down)}
                </div>
            </div>
            if let Some(lines) = &*lines {
                <TextView
                    key={if shape == Shape::Raw { "raw" } else { "pretty" }}
                    name={if shape == Shape::Raw { say!("Raw response") } else { say!("Pretty response") }}
                    lines={lines.clone()}
                    {hit}
                />
            } else {
                <TreeView
                    {reading}
                    mappings={&props.mappings}
                    folding={*folding}
                    {hit}
                    on_edit={&props.on_edit}
                    on_copy={&props.on_copy}
                />
            }
        </div>
    }
}
