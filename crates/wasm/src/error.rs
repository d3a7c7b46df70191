//! A code, a sentence and problems become what the JavaScript half throws as `SwitchhookError`.

use serde::Serialize;
use switchhook::Failure;
use wasm_bindgen::JsValue;

use crate::encode::{ProblemShape, plain};

/// The members of a `SwitchhookError`; the class itself is JavaScript's.
#[derive(Serialize)]
struct Thrown<'t> {
    code: &'t str,
    message: &'t str,
    problems: &'t [ProblemShape],
}

/// An error that is about no problem of a definition.
pub(crate) fn thrown(code: &str, message: &str) -> JsValue {
    with_problems(code, message, &[])
}

/// An error with the problems that are its reason.
pub(crate) fn with_problems(code: &str, message: &str, problems: &[ProblemShape]) -> JsValue {
    plain(&Thrown { code, message, problems })
}

/// A request that cannot be made from these values.
pub(crate) fn failed(failure: &Failure) -> JsValue {
    thrown(failure.reason.name(), &failure.message)
}
