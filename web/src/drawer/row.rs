//! One row of any list: what it holds in; around it what every row has: switched on or off, moved, more, removed.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::{
    field::icon::{Icon, drawing},
    model::{
        draft::{RowId, Rows},
        edit::Edit,
        place::rows_id,
        say::{Said, say},
    },
};

/// Properties of [`Row`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The list that it is in.
    pub rows: Rows,
    /// Its identity.
    pub id: RowId,
    /// Its place, from 1.
    pub number: usize,
    /// How many rows there are.
    pub count: usize,
    /// Whether it takes part; none where it cannot be switched off.
    #[prop_or_default]
    pub enabled: Option<bool>,
    /// Told whether it is to take part.
    #[prop_or_default]
    pub on_enable: Callback<bool>,
    /// What its list adds to its looks.
    #[prop_or_default]
    pub class: Classes,
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// What else its menu does: buttons.
    #[prop_or_default]
    pub more: Html,
    /// Its fields.
    pub children: Html,
}

/// What one row of a list is called: `header`.
pub(crate) fn noun(rows: Rows) -> Said {
    use crate::model::draft::List;
    match rows {
        Rows::Fields(List::Query) => say!("query parameter"),
        Rows::Fields(List::Headers) => say!("header"),
        Rows::Fields(List::Form) => say!("form field"),
        Rows::Mappings => say!("mapping"),
        Rows::Routes => say!("status code"),
        Rows::Parameters => say!("parameter"),
    }
}

/// The row. It moves by its menu, by Alt with the arrow keys, and by its handle.
#[component]
pub(crate) fn Row(props: &Props) -> Html {
    let Props { rows, id, number, count, .. } = props;
    let (rows, id, number, count) = (*rows, *id, *number, *count);
    let (row_noun, place, list) = (noun(rows), number.to_string(), rows_id(rows));
    let row = use_node_ref();
    let open = use_state_eq(|| false);
    let over = use_state_eq(|| false);
    // What had the keyboard when the row moved: an element that is put elsewhere in the page loses it.
    let held = use_mut_ref(|| None::<HtmlElement>);
    {
        let (held, row) = (held.clone(), row.clone());
        use_effect_with(number, move |_| {
            if let Some(element) = held.take() {
                let is_off = element.has_attribute("disabled");
                let element = menu_button(&row).filter(|_| is_off).unwrap_or(element);
                // A row that left the page meanwhile cannot have the focus: nothing is lost.
                let _ = element.focus();
            }
        });
    }
    let move_by = {
        let (on_edit, held) = (props.on_edit.clone(), held.clone());
        Callback::from(move |(down, element): (bool, Option<HtmlElement>)| {
            // Places are counted from 0 in the list: two less, or the number itself.
            let to =
                if down { Some(number).filter(|to| *to < count) } else { number.checked_sub(2) };
            if let Some(to) = to {
                held.replace(element);
                on_edit.emit(Edit::Move(rows, id, to));
            }
        })
    };
    let onkeydown = {
        let (move_by, open, row) = (move_by.clone(), open.clone(), row.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_alt = event.alt_key() && !event.ctrl_key() && !event.meta_key();
            match event.key().as_str() {
                "ArrowUp" | "ArrowDown" if is_alt && !event.is_composing() => {
                    let element = event.target_dyn_into::<HtmlElement>();
                    move_by.emit((event.key() == "ArrowDown", element));
                }
                "Escape" if *open => {
                    // The menu's buttons leave the page: the keyboard is on what opened it then.
                    if let Some(button) = menu_button(&row) {
                        let _ = button.focus();
                    }
                    open.set(false);
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    // The menu closes once the keyboard is elsewhere.
    let onfocusout = {
        let (open, row, held) = (open.clone(), row.clone(), held.clone());
        Callback::from(move |event: FocusEvent| {
            if held.borrow().is_some() {
                // It is on its way with its row.
                return;
            }
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            let is_inside =
                row.cast::<web_sys::Node>().is_some_and(|row| row.contains(to.as_ref()));
            if !is_inside {
                open.set(false);
            }
        })
    };
    let kind = format!("application/x-switchhook-{list}");
    let ondragover = {
        let (over, kind) = (over.clone(), kind.clone());
        Callback::from(move |event: DragEvent| {
            let types = event.data_transfer().map(|data| data.types());
            if types.is_some_and(|types| types.includes(&kind.as_str().into(), 0)) {
                event.prevent_default();
                over.set(true);
            }
        })
    };
    let ondragleave = {
        let over = over.clone();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    let ondrop = {
        let (over, kind, on_edit) = (over.clone(), kind.clone(), props.on_edit.clone());
        Callback::from(move |event: DragEvent| {
            over.set(false);
            let dropped = event.data_transfer().and_then(|data| data.get_data(&kind).ok());
            if let Some(dropped) = dropped.and_then(|dropped| dropped.parse().ok()) {
                event.prevent_default();
                on_edit.emit(Edit::Move(rows, dropped, number - 1));
            }
        })
    };
    // A mapping has a line of its own for them, and its order decides which value wins.
    let in_sight = rows == Rows::Mappings;
    let move_button = |down: bool| {
        let (name, way, keys, icon) = match down {
            true => (
                say!("Move {row} {number} down", row = &row_noun, number = &place),
                say!("Move down"),
                say!("Alt ↓"),
                Icon::Down,
            ),
            false => (
                say!("Move {row} {number} up", row = &row_noun, number = &place),
                say!("Move up"),
                say!("Alt ↑"),
                Icon::Up,
            ),
        };
        let onclick = move_by.reform(move |event: MouseEvent| {
            let pressed = event.target_dyn_into::<web_sys::Element>();
            let button = pressed.and_then(|pressed| pressed.closest("button").ok()?);
            (down, button.map(JsCast::unchecked_into))
        });
        html! {
            <button
                type="button"
                class={if in_sight { "icon" } else { "menu-item" }}
                aria-label={name}
                disabled={if down { number == count } else { number == 1 }}
                {onclick}
            >
                {drawing(icon)}
                if !in_sight {
                    {way}
                    <kbd aria-hidden="true">{keys}</kbd>
                }
            </button>
        }
    };
    let on_open = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let class = classes!("row", props.class.clone(), (*over).then_some("row-over"));
    let is_off = props.enabled == Some(false);
    let more = say!("More for {row} {number}", row = &row_noun, number = &place);
    html! {
        <div
            ref={row}
            {class}
            data-off={is_off.then_some("")}
            {onkeydown}
            {onfocusout}
            {ondragover}
            {ondragleave}
            {ondrop}
        >
            <div class="row-head">
                {grip(kind, id, count)}
                if let Some(enabled) = props.enabled {
                    {enable_box(say!("Send {row} {number}", row = &row_noun, number = &place), enabled, &props.on_enable)}
                }
            </div>
            {props.children.clone()}
            <div class="row-menu">
                <button
                    type="button"
                    class="icon"
                    data-more=""
                    aria-label={&more}
                    aria-expanded={open.to_string()}
                    onclick={on_open}
                >
                    {drawing(Icon::More)}
                </button>
                if *open {
                    <div class="menu" role="group" aria-label={&more}>
                        {props.more.clone()}
                        if !in_sight {
                            {move_button(false)}
                            {move_button(true)}
                        }
                    </div>
                }
            </div>
            if in_sight {
                <div class="row-moves">
                    {move_button(false)}
                    {move_button(true)}
                </div>
            }
            {remove_button(
                format!("{list}-{id}-remove"),
                say!("Remove {row} {number}", row = &row_noun, number = &place),
                props.on_edit.reform(move |_: MouseEvent| Edit::Remove(rows, id)),
            )}
        </div>
    }
}

/// The button that opens a row's menu, which every row has.
fn menu_button(row: &NodeRef) -> Option<HtmlElement> {
    let button = row.cast::<HtmlElement>()?.query_selector("[data-more]").ok()??;
    Some(button.unchecked_into())
}

/// The handle that a row is dragged by; a lone row has nowhere to go.
fn grip(kind: String, id: RowId, count: usize) -> Html {
    let ondragstart = Callback::from(move |event: DragEvent| {
        let row =
            event.target_dyn_into::<HtmlElement>().and_then(|grip| grip.closest(".row").ok()?);
        if let Some(data) = event.data_transfer() {
            // They fail for no data and no element.
            let _ = data.set_data(&kind, &id.to_string());
            if let Some(row) = row {
                data.set_drag_image(&row, 8, 16);
            }
        }
    });
    html! {
        if count > 1 {
            <span class="grip" draggable="true" aria-hidden="true" title={say!("Drag to move")} {ondragstart}>
                {drawing(Icon::Grip)}
            </span>
        }
    }
}

fn enable_box(name: Said, enabled: bool, on_enable: &Callback<bool>) -> Html {
    let onchange = on_enable.reform(|event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        field.checked()
    });
    html! {
        <input
            type="checkbox"
            class="row-enabled"
            aria-label={name.clone()}
            title={name}
            checked={enabled}
            {onchange}
        />
    }
}

/// A cross that removes its row. `name` says which: `Remove header 1`.
fn remove_button(id: String, name: Said, on_remove: Callback<MouseEvent>) -> Html {
    html! {
        <button
            type="button"
            class="icon icon-remove"
            {id}
            aria-label={name.clone()}
            title={name}
            onclick={on_remove}
        >
            {drawing(Icon::Remove)}
        </button>
    }
}
