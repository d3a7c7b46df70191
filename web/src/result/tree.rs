//! The response as a tree that folds: mapped values stand out, and each row can be mapped or its path
//! copied (ARIA Authoring Practices, tree view).

use std::{collections::BTreeSet, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::tree_row::RowView;
use crate::model::{
    draft::{MappingRow, Text},
    edit::Edit,
    naming::parameter_name,
    preview::Reading,
    tree::{TreeRow, opened, rows},
};

/// So many rows are shown, and so many more each time that more are asked for.
const ROWS: usize = 300;

/// Properties of [`TreeView`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The response; its document is readable.
    pub reading: Rc<Reading>,
    /// The mappings as they are now.
    pub mappings: Rc<Vec<MappingRow>>,
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// Told a text for the clipboard.
    pub on_copy: Callback<Text>,
}

/// What the tree remembers of one response.
#[derive(Clone, PartialEq)]
struct View {
    open: BTreeSet<String>,
    limit: usize,
    /// The row that the keyboard is on; the first where none was chosen yet.
    current: Option<String>,
    copied: Option<String>,
}

impl View {
    fn of(reading: &Reading) -> View {
        let open = reading.document.as_ref().map(opened).unwrap_or_default();
        View { open, limit: ROWS, current: None, copied: None }
    }
}

/// The tree.
#[component]
pub(crate) fn TreeView(props: &Props) -> Html {
    let view = use_state(|| View::of(&props.reading));
    {
        let view = view.clone();
        use_effect_with(props.reading.clone(), move |reading| view.set(View::of(reading)));
    }
    let shown = use_memo(
        (props.reading.clone(), view.open.clone(), view.limit),
        |(reading, open, limit)| match &reading.document {
            Ok(document) => rows(document, open, *limit),
            Err(_) => (Vec::new(), false),
        },
    );
    let marks = use_memo((props.reading.clone(), props.mappings.clone()), |(reading, mappings)| {
        reading.marks(mappings)
    });
    let (rows, more) = &*shown;
    let current = view.current.as_ref().filter(|path| rows.iter().any(|row| row.path == **path));
    let current = current.or(rows.first().map(|row| &row.path)).cloned();
    let fold = {
        let view = view.clone();
        Callback::from(move |path: String| {
            let mut next = View::clone(&view);
            if !next.open.remove(&path) {
                next.open.insert(path);
            }
            view.set(next);
        })
    };
    let go = {
        let view = view.clone();
        Callback::from(move |path: String| {
            view.set(View { current: Some(path), ..View::clone(&view) });
        })
    };
    let on_copy = {
        let (view, on_copy) = (view.clone(), props.on_copy.clone());
        Callback::from(move |row: TreeRow| {
            on_copy.emit(row.shorthand.as_str().into());
            view.set(View { copied: Some(row.path), ..View::clone(&view) });
        })
    };
    let onkeydown = {
        let (fold, shown) = (fold.clone(), shown.clone());
        Callback::from(move |event: KeyboardEvent| walk(&event, &shown.0, &fold))
    };
    let row = |row: &TreeRow| {
        let mapped = marks.get(&row.path).cloned().unwrap_or_default();
        let taken = |name: &str| props.mappings.iter().any(|mapping| &*mapping.parameter == name);
        let keys: Vec<&str> = row.names.iter().map(String::as_str).collect();
        html! {
            <RowView
                key={row.path.as_str()}
                row={row.clone()}
                is_current={current.as_ref() == Some(&row.path)}
                is_copied={view.copied.as_ref() == Some(&row.path)}
                {mapped}
                parameter={parameter_name(&keys, taken)}
                on_edit={&props.on_edit}
                on_copy={on_copy.clone()}
                on_fold={fold.clone()}
                on_go={go.clone()}
            />
        }
    };
    let on_more = {
        let view = view.clone();
        Callback::from(move |_: MouseEvent| {
            view.set(View { limit: view.limit + ROWS, ..View::clone(&view) });
        })
    };
    html! {
        <>
            <div class="tree" role="tree" aria-label="Response" {onkeydown}>
                {for rows.iter().map(row)}
            </div>
            if *more {
                <button type="button" class="button more" onclick={on_more}>
                    {format!("Show {ROWS} more rows")}
                </button>
            }
        </>
    }
}

/// Arrow keys: up and down go from row to row, right unfolds, left folds or goes out.
fn walk(event: &KeyboardEvent, rows: &[TreeRow], fold: &Callback<String>) {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    if element.get_attribute("role").as_deref() != Some("treeitem") {
        return;
    }
    let Some(tree) = element.parent_element() else { return };
    let items = tree.children();
    let at = (0..items.length()).find(|index| items.item(*index).as_ref() == Some(&element));
    let Some((at, row)) = at.and_then(|at| Some((at as usize, rows.get(at as usize)?))) else {
        return;
    };
    let level = row.level;
    let to = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.saturating_sub(1),
        "Home" => 0,
        "End" => rows.len().saturating_sub(1),
        "ArrowRight" if row.open == Some(true) => at + 1,
        "ArrowRight" | "ArrowLeft" if row.open == Some(event.key() == "ArrowLeft") => {
            fold.emit(row.path.clone());
            at
        }
        "ArrowLeft" => {
            let before = rows.iter().take(at).rposition(|row| row.level < level);
            before.unwrap_or(at)
        }
        "ArrowRight" => at,
        _ => return,
    };
    event.prevent_default();
    let item = u32::try_from(to).ok().and_then(|to| items.item(to));
    if let Some(item) = item.and_then(|item| item.dyn_into::<HtmlElement>().ok()) {
        // An element that left the page meanwhile cannot have the focus: nothing is lost.
        let _ = item.focus();
    }
}
