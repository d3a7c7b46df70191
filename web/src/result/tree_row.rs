//! A row of the response's tree: its value, the parameters that receive it, and what can be done with it.

use switchhook::path::Kind;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;
use yew::prelude::*;

use crate::{
    field::icon::{Icon, drawing},
    model::{
        draft::Text,
        say::{Said, say},
        tree::TreeRow,
    },
};

/// Deepest level that moves a row further to the right.
const INDENTS: usize = 16;

/// What can be done with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// The keyboard goes there.
    Go,
    /// It folds or unfolds.
    Fold,
    /// It becomes a mapping.
    Map,
    /// Its path is copied as a mapping would have it.
    Copy,
    /// Its normalized path is copied (RFC 9535, section 2.7).
    CopyNormalized,
}

/// What a row shows.
pub(crate) struct Props<'d> {
    /// The row.
    pub row: &'d TreeRow,
    /// Whether the keyboard is on it.
    pub is_current: bool,
    /// Whether the text to find is in it.
    pub is_hit: bool,
    /// The parameters that receive it.
    pub mapped: &'d [Text],
    /// The parameter that it would be mapped to.
    pub parameter: &'d str,
    /// Told what is to be done with which row.
    pub on_act: &'d Callback<(Act, TreeRow)>,
}

/// The id of a row's element.
pub(crate) fn row_id(number: u32) -> String {
    format!("response-row-{number}")
}

/// The row.
pub(crate) fn tree_row(props: &Props<'_>) -> Html {
    let Props { row, parameter, on_act, .. } = props;
    let act = |act: Act| {
        let row = TreeRow::clone(row);
        on_act.reform(move |event: MouseEvent| {
            // The row itself is pressed by it as well.
            event.stop_propagation();
            (act, row.clone())
        })
    };
    // A finger that taps a row wants to see what can be done with it; a mouse sees that already.
    let on_value = {
        let (row, on_act) = (TreeRow::clone(row), Callback::clone(on_act));
        Callback::from(move |event: MouseEvent| {
            let pointer = event.dyn_ref::<PointerEvent>().map(PointerEvent::pointer_type);
            event.stop_propagation();
            let is_mouse = pointer.as_deref() == Some("mouse");
            on_act.emit((if is_mouse { Act::Map } else { Act::Go }, row.clone()));
        })
    };
    // A button that goes away with its row must not have the keyboard.
    let keep_focus = Callback::from(|event: MouseEvent| event.prevent_default());
    let (place, size) = row.place;
    let map = say!("Map to {parameter}", parameter);
    html! {
        <div
            key={u64::from(row.number)}
            class="tree-row"
            role="treeitem"
            id={row_id(row.number)}
            aria-level={row.level.to_string()}
            aria-posinset={place.to_string()}
            aria-setsize={size.to_string()}
            aria-expanded={row.open.map(|open| open.to_string())}
            aria-selected={props.is_current.to_string()}
            aria-label={spoken(row, props.mapped)}
            data-mapped={(!props.mapped.is_empty()).then_some("")}
            data-hit={props.is_hit.then_some("")}
            onclick={act(Act::Go)}
        >
            <span class="tree-indent">
                {for (1..row.level.min(INDENTS)).map(|_| html! { <i /> })}
            </span>
            if row.open.is_some() {
                <span class="tree-twist" onclick={act(Act::Fold)}>{drawing(Icon::Twist)}</span>
            } else {
                <span class="tree-twist" />
            }
            if let Some(key) = &row.key {
                <span class="tree-key" data-index={row.is_index.then_some("")}>{key.clone()}</span>
                <span class="tree-colon">{if row.open.is_some() { "" } else { ":" }}</span>
            }
            <span
                class="tree-value"
                data-kind={row.kind.name()}
                title={&map}
                onclick={on_value}
            >
                {row.value.clone()}
            </span>
            {for props.mapped.iter().map(|name| html! {
                <span class="chip">{AttrValue::from(name.clone())}</span>
            })}
            // The keyboard has the same buttons at the tree's foot.
            <span class="tree-actions" onmousedown={keep_focus}>
                <button type="button" tabindex="-1" onclick={act(Act::Map)}>
                    {&map}
                </button>
                <button type="button" tabindex="-1" onclick={act(Act::Copy)}>{say!("Copy path")}</button>
            </span>
        </div>
    }
}

/// What a row is for ears.
fn spoken(row: &TreeRow, mapped: &[Text]) -> String {
    let key = row.key.clone().map_or_else(|| say!("whole response"), Said::from);
    let value = match row.kind {
        Kind::Object if row.open.is_some() => say!("object {value}", value = &row.value),
        Kind::Array if row.open.is_some() => say!("list {value}", value = &row.value),
        _ => row.value.clone().into(),
    };
    if mapped.is_empty() {
        return format!("{key}: {value}");
    }
    let mapped = say!("{value}, mapped to {parameters}", value, parameters = &mapped.join(", "));
    format!("{key}: {mapped}")
}
