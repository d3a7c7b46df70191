//! The response as a tree that folds: mapped values stand out, and each row can be mapped or its path
//! copied. The tree keeps the keyboard and says which row it is on, since rows out of view are not on the
//! page (ARIA Authoring Practices, tree view, with `aria-activedescendant`).

use std::{cell::Cell, rc::Rc};

use yew::prelude::*;

use super::{
    tree_foot::tree_foot,
    tree_row::{self, Act, row_id, tree_row},
    window::use_window,
};
use crate::model::{
    draft::{MappingRow, Text},
    edit::Edit,
    naming::parameter_name,
    outline::Outline,
    preview::Reading,
    say::say,
    tree::{TreeRow, rows},
    typeahead::Typeahead,
};

/// All rows at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folding {
    /// As far unfolded as fits.
    Fitting,
    /// Everything unfolded.
    Expanded,
    /// Everything folded.
    Collapsed,
}

/// Properties of [`TreeView`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The response; its document is readable.
    pub reading: Rc<Reading>,
    /// The mappings as they are now.
    pub mappings: Rc<Vec<MappingRow>>,
    /// How all rows are folded, and the number of that wish.
    pub folding: (Folding, u32),
    /// The node that was found, and the number of the finding.
    pub hit: Option<(u32, u32)>,
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// Told a text for the clipboard.
    pub on_copy: Callback<Text>,
}

/// What the tree remembers of one response.
#[derive(Clone, PartialEq)]
struct View {
    /// Which nodes are unfolded, by number.
    open: Rc<Vec<bool>>,
    /// The row that the keyboard is on.
    current: Option<u32>,
    /// What was copied last, and from which row.
    copied: Option<(Act, u32)>,
}

/// The tree.
#[component]
pub(crate) fn TreeView(props: &Props) -> Html {
    let reading = props.reading.clone();
    let outline = use_memo(reading.clone(), |reading| match reading.document() {
        Ok(document) => Outline::of(document),
        Err(_) => Outline::of_nothing(),
    });
    let view = use_state(|| View { open: Rc::new(Vec::new()), current: None, copied: None });
    use_effect_with((reading.clone(), props.folding), {
        let (view, outline) = (view.clone(), outline.clone());
        move |(reading, (folding, _))| {
            let open = match (folding, reading.document()) {
                (Folding::Fitting, Ok(document)) => outline.opened(document),
                (Folding::Expanded, _) => vec![true; outline.len()],
                _ => outline.folded(),
            };
            view.set(View { open: Rc::new(open), current: None, copied: None });
        }
    });
    let visible =
        use_memo((outline.clone(), view.open.clone()), |(outline, open)| outline.visible(open));
    let marks = use_memo((reading.clone(), props.mappings.clone()), |(reading, mappings)| {
        reading.marks(mappings)
    });
    let window = use_window(visible.len(), reading.clone());

    // What was found is unfolded first, and gone to once it has a row.
    use_effect_with(props.hit, {
        let (view, outline) = (view.clone(), outline.clone());
        move |hit| {
            if let Some((number, _)) = *hit {
                let mut open = Vec::clone(&view.open);
                outline.reveal(&mut open, number);
                view.set(View { open: Rc::new(open), current: Some(number), copied: None });
            }
        }
    });
    let current = view.current.and_then(|number| visible.binary_search(&number).ok());
    use_effect_with((current, props.hit), {
        let window = window.clone();
        move |(current, _)| current.iter().for_each(|row| window.reveal(*row))
    });

    let row_of = |at: usize| {
        let document = reading.document().ok()?;
        let number = visible.get(at..=at)?;
        rows(document, &outline, &view.open, number).pop()
    };
    let shown = use_memo(
        (reading.clone(), view.open.clone(), window.range.clone()),
        |(reading, open, range)| match reading.document() {
            Ok(document) => {
                let numbers = visible.get(range.clone()).unwrap_or_default();
                rows(document, &outline, open, numbers)
            }
            Err(_) => Vec::new(),
        },
    );
    let parameter = |row: &TreeRow| {
        let taken = |name: &str| props.mappings.iter().any(|mapping| &*mapping.parameter == name);
        let keys: Vec<&str> = row.names.iter().map(String::as_str).collect();
        parameter_name(&keys, taken)
    };

    let on_act = {
        let view = view.clone();
        let (on_edit, on_copy) = (props.on_edit.clone(), props.on_copy.clone());
        let mappings = props.mappings.clone();
        Callback::from(move |(act, row): (Act, TreeRow)| {
            let mut next = View { current: Some(row.number), ..View::clone(&view) };
            match act {
                Act::Go => {}
                Act::Fold => {
                    if let Some(open) = Rc::make_mut(&mut next.open).get_mut(row.number as usize) {
                        *open = !*open;
                    }
                }
                Act::Map => {
                    let taken =
                        |name: &str| mappings.iter().any(|mapping| &*mapping.parameter == name);
                    let keys: Vec<&str> = row.names.iter().map(String::as_str).collect();
                    let name = parameter_name(&keys, taken);
                    on_edit.emit(Edit::AddMapping(row.shorthand.as_str().into(), name.into()));
                }
                Act::Copy | Act::CopyNormalized => {
                    let path = if act == Act::Copy { &row.shorthand } else { &row.path };
                    on_copy.emit(path.as_str().into());
                    next.copied = Some((act, row.number));
                }
            }
            view.set(next);
        })
    };
    let here = current.and_then(row_of);
    let typed = use_mut_ref(Typeahead::default);
    let onkeydown = {
        let (on_act, view, visible) = (on_act.clone(), view.clone(), visible.clone());
        let (here, outline, reading) = (here.clone(), outline.clone(), reading.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
            if !is_plain || event.is_composing() {
                return;
            }
            let go = |current| view.set(View { current, ..View::clone(&view) });
            let Some(step) = walk(&event.key(), here.as_ref(), current, &visible, &outline) else {
                let mut typed = typed.borrow_mut();
                if typed.takes(&event.key(), js_sys::Date::now()) {
                    event.prevent_default();
                    let document = reading.document().ok();
                    let found = document.and_then(|document| {
                        typed.find(document, &outline, &view.open, view.current)
                    });
                    go(found.or(view.current));
                }
                return;
            };
            event.prevent_default();
            match (step, &here) {
                (Walk::To(row), _) => go(visible.get(row).copied()),
                (Walk::Act(act), Some(row)) => on_act.emit((act, row.clone())),
                (Walk::Act(_), None) => {}
            }
        })
    };
    let is_pressed = use_memo((), |()| Cell::new(false));
    let press = |to: bool| {
        let is_pressed = is_pressed.clone();
        Callback::from(move |_: PointerEvent| is_pressed.set(to))
    };
    let onfocus = {
        let (view, visible) = (view.clone(), visible.clone());
        let is_pressed = is_pressed.clone();
        Callback::from(move |_: FocusEvent| {
            // A mouse that comes in chooses its row by itself.
            if view.current.is_none() && !is_pressed.get() {
                let first = visible.first().copied();
                view.set(View { current: first, ..View::clone(&view) });
            }
        })
    };
    let is_shown = |row: &&TreeRow| shown.iter().any(|other| other.number == row.number);
    let active = here.as_ref().filter(is_shown).map(|row| row_id(row.number));
    let row = |row: &TreeRow| {
        tree_row(&tree_row::Props {
            row,
            is_current: view.current == Some(row.number),
            is_hit: props.hit.is_some_and(|(hit, _)| hit == row.number),
            mapped: marks.get(&row.path).map(Vec::as_slice).unwrap_or_default(),
            parameter: &parameter(row),
            on_act: &on_act,
        })
    };
    html! {
        <>
            <div
                ref={window.scroller}
                class="listing tree"
                id="response-tree"
                role="tree"
                aria-label={say!("Response")}
                aria-activedescendant={active}
                tabindex="0"
                onscroll={window.onscroll}
                onpointerdown={press(true)}
                onpointerup={press(false)}
                {onkeydown}
                {onfocus}
            >
                <div ref={window.space} role="none">
                    <div ref={window.block} class="listing-block" role="none">
                        {for shown.iter().map(row)}
                    </div>
                </div>
            </div>
            if let Some(row) = &here {
                {tree_foot(row, &parameter(row), view.copied.filter(|(_, of)| *of == row.number).map(|(act, _)| act), &on_act)}
            }
        </>
    }
}

/// Where a key leads.
enum Walk {
    To(usize),
    Act(Act),
}

/// Arrow keys: up and down go from row to row, right unfolds, left folds or goes out.
fn walk(
    key: &str,
    here: Option<&TreeRow>,
    at: Option<usize>,
    visible: &[u32],
    outline: &Outline,
) -> Option<Walk> {
    /// So many rows a page key leaps over.
    const PAGE: usize = 16;
    let last = visible.len().saturating_sub(1);
    let (Some(row), Some(at)) = (here, at) else {
        return matches!(key, "ArrowDown" | "ArrowUp" | "Home").then_some(Walk::To(0));
    };
    Some(match (key, row.open) {
        ("ArrowDown", _) | ("ArrowRight", Some(true)) => Walk::To((at + 1).min(last)),
        ("ArrowUp", _) => Walk::To(at.saturating_sub(1)),
        ("PageDown", _) => Walk::To((at + PAGE).min(last)),
        ("PageUp", _) => Walk::To(at.saturating_sub(PAGE)),
        ("Home", _) => Walk::To(0),
        ("End", _) => Walk::To(last),
        ("ArrowRight", Some(false)) | ("ArrowLeft", Some(true)) => Walk::Act(Act::Fold),
        ("ArrowLeft", _) => {
            let holds = |number: &u32| outline.end(*number) > row.number;
            Walk::To(visible.get(..at)?.iter().rposition(holds).unwrap_or(at))
        }
        ("Enter", _) => Walk::Act(Act::Map),
        _ => return None,
    })
}
