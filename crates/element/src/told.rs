//! The states before and after something happened in the drawer in; out go the events that tell of it.

use js_sys::Function;
use switchhook_boundary::encode;
use switchhook_studio::model::studio::Studio;
use wasm_bindgen::JsValue;

use crate::waiting::finished;

/// Calls `tell` with the name of each event, and its detail as JSON text.
pub(crate) fn changes(before: &Studio, after: &Studio, tell: &Function) {
    let tell = |name: &str, detail: String| {
        // The element dispatches it: what listeners throw stays there.
        let _ = tell.call2(&JsValue::UNDEFINED, &name.into(), &detail.into());
    };
    let (old, new) = (&before.compiled.node, &after.compiled.node);
    if old.definition() != new.definition() {
        tell("definition-change", encode::definition(new));
    }
    if old.declarations() != new.declarations() {
        tell("parameters-change", encode::declarations(new));
    }
    if let Some(outcome) = finished(before, after) {
        tell("outcome", outcome.to_js_json());
    }
}
