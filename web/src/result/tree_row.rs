//! A row of the response's tree: its value, the parameters that receive it, and what can be done with it.

use switchhook::path::Kind;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use crate::{
    field::icon::{Drawing, Icon},
    model::{draft::Text, edit::Edit, tree::TreeRow},
};

/// Deepest level that moves a row further to the right.
const INDENTS: usize = 16;

/// Properties of [`RowView`].
#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The row.
    pub row: TreeRow,
    /// Whether the keyboard is on it.
    pub is_current: bool,
    /// Whether its path was the last to be copied.
    pub is_copied: bool,
    /// The parameters that receive it.
    pub mapped: Vec<Text>,
    /// The parameter that it would be mapped to.
    pub parameter: String,
    /// Told every change.
    pub on_edit: Callback<Edit>,
    /// Told to copy its path.
    pub on_copy: Callback<TreeRow>,
    /// Told the path to fold or unfold.
    pub on_fold: Callback<String>,
    /// Told the path that the keyboard is on now.
    pub on_go: Callback<String>,
}

/// The row.
#[component]
pub(crate) fn RowView(props: &Props) -> Html {
    let Props { row, parameter, is_current, .. } = props;
    let path = row.path.clone();
    let on_fold = {
        let path = path.clone();
        props.on_fold.reform(move |_: MouseEvent| path.clone())
    };
    let onfocus = props.on_go.reform(move |_: FocusEvent| path.clone());
    let edit = Edit::AddMapping(row.shorthand.as_str().into(), parameter.as_str().into());
    let on_map = {
        let edit = edit.clone();
        props.on_edit.reform(move |_: MouseEvent| edit.clone())
    };
    // A finger that taps a row wants to see what can be done with it; a mouse sees that already.
    let on_value = {
        let (edit, on_edit) = (edit.clone(), props.on_edit.clone());
        Callback::from(move |event: MouseEvent| {
            let pointer = event.dyn_ref::<PointerEvent>().map(PointerEvent::pointer_type);
            if pointer.as_deref() == Some("mouse") {
                on_edit.emit(edit.clone());
            }
        })
    };
    let on_copy = {
        let row = row.clone();
        props.on_copy.reform(move |_: MouseEvent| row.clone())
    };
    let onkeydown = {
        let on_edit = props.on_edit.clone();
        Callback::from(move |event: KeyboardEvent| {
            let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
            let target = event.target_dyn_into::<Element>();
            let is_row = target.is_some_and(|target| target.matches("[role=treeitem]") == Ok(true));
            if event.key() == "Enter" && is_plain && is_row {
                event.prevent_default();
                on_edit.emit(edit.clone());
            }
        })
    };
    let tabindex = if *is_current { "0" } else { "-1" };
    let is_mapped = !props.mapped.is_empty();
    html! {
        <div
            class="tree-row"
            role="treeitem"
            aria-level={row.level.to_string()}
            aria-expanded={row.open.map(|open| open.to_string())}
            aria-label={spoken(row, &props.mapped)}
            data-mapped={is_mapped.then_some("")}
            {tabindex}
            {onfocus}
            {onkeydown}
        >
            <span class="tree-main">
                <span class="tree-indent">
                    {for (1..row.level.min(INDENTS)).map(|_| html! { <i /> })}
                </span>
                if row.open.is_some() {
                    <span class="tree-twist" onclick={on_fold}><Drawing icon={Icon::Twist} /></span>
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
                    title={format!("Map to {parameter}")}
                    onclick={on_value}
                >
                    {row.value.clone()}
                </span>
            </span>
            {for props.mapped.iter().map(|name| html! {
                <span class="chip">{AttrValue::from(name.clone())}</span>
            })}
            <span class="tree-actions">
                <button type="button" {tabindex} onclick={on_map}>{format!("Map to {parameter}")}</button>
                <button type="button" {tabindex} onclick={on_copy}>
                    {if props.is_copied { "Copied" } else { "Copy path" }}
                </button>
            </span>
        </div>
    }
}

/// What a row is for ears.
fn spoken(row: &TreeRow, mapped: &[Text]) -> String {
    let key = row.key.as_deref().unwrap_or("whole response");
    let value = match row.kind {
        Kind::Object if row.open.is_some() => format!("object {}", row.value),
        Kind::Array if row.open.is_some() => format!("list {}", row.value),
        _ => row.value.clone(),
    };
    let mapped = if mapped.is_empty() {
        String::new()
    } else {
        format!(", mapped to {}", mapped.join(", "))
    };
    format!("{key}: {value}{mapped}")
}
