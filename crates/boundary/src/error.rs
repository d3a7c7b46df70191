//! A code, a sentence and problems become what the JavaScript half throws as `SwitchhookError`.

use switchhook::{
    Definition, Failure, Problem,
    path::{Json, JsonObject},
};
use wasm_bindgen::JsValue;

use crate::encode::{plain, problems};

/// An error that is about no problem of a definition.
pub fn thrown(code: &str, message: &str) -> JsValue {
    with_problems(code, message, &Json::array([]))
}

/// An error with the problems that are its reason. The class itself is JavaScript's.
pub fn with_problems(code: &str, message: &str, problems: &Json) -> JsValue {
    let mut json = JsonObject::new();
    json.text("code", code);
    json.text("message", message);
    json.put("problems", problems);
    plain(&json.into())
}

/// A request that cannot be made from these values.
pub fn failed(failure: &Failure) -> JsValue {
    thrown(failure.reason.name(), &failure.message)
}

/// A definition that is refused, with every error in it.
pub fn invalid_definition<'p>(
    errors: impl Iterator<Item = &'p Problem>,
    definition: &Definition,
) -> JsValue {
    let said = |problem: &&Problem| match problem.pointer.as_str() {
        "" => problem.message.clone(),
        pointer => format!("{pointer}: {}", problem.message),
    };
    let errors: Vec<&Problem> = errors.collect();
    let message: Vec<String> = errors.iter().map(said).collect();
    let problems = problems(errors.into_iter(), definition);
    with_problems("invalid-definition", &message.join(" "), &problems)
}
