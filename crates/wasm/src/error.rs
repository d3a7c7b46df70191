//! A code, a sentence and problems become what the JavaScript half throws as `SwitchhookError`.

use switchhook::{
    Failure,
    path::{Json, JsonObject},
};
use wasm_bindgen::JsValue;

use crate::encode::plain;

/// An error that is about no problem of a definition.
pub(crate) fn thrown(code: &str, message: &str) -> JsValue {
    with_problems(code, message, &Json::array([]))
}

/// An error with the problems that are its reason. The class itself is JavaScript's.
pub(crate) fn with_problems(code: &str, message: &str, problems: &Json) -> JsValue {
    let mut json = JsonObject::new();
    json.text("code", code);
    json.text("message", message);
    json.put("problems", problems);
    plain(&json.into())
}

/// A request that cannot be made from these values.
pub(crate) fn failed(failure: &Failure) -> JsValue {
    thrown(failure.reason.name(), &failure.message)
}
