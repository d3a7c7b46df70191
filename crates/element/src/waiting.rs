//! Tests that a program asked for, and that have not come to their end.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, JSON, Promise};
use switchhook::{Failure, Outcome, Reason};
use switchhook_studio::model::{run::Phase, studio::Studio};
use wasm_bindgen::JsValue;

/// The promises that are still to be kept.
#[derive(Clone, Default)]
pub(crate) struct Waiting(Rc<RefCell<Vec<Function>>>);

impl Waiting {
    /// A promise of what comes of the test under way.
    pub(crate) fn promise(&self) -> Promise {
        Promise::new(&mut |resolve, _| self.0.borrow_mut().push(resolve))
    }

    /// Keeps the promises where the test that was under way is no more.
    pub(crate) fn settle(&self, before: &Studio, after: &Studio) {
        if !matches!(after.phase, Phase::Idle) {
            return;
        }
        let waiting = self.0.take();
        if waiting.is_empty() {
            return;
        }
        let outcome = plain(&finished(before, after).unwrap_or_else(|| unfinished(before, after)));
        for resolve in waiting {
            // What a promise is resolved with throws nothing.
            let _ = resolve.call1(&JsValue::UNDEFINED, &outcome);
        }
    }
}

/// What came of the test that was under way before, where it has just come to its end.
pub(crate) fn finished(before: &Studio, after: &Studio) -> Option<Outcome> {
    let (Phase::Running(job), Phase::Idle) = (&before.phase, &after.phase) else { return None };
    let last = after.last.as_ref().filter(|last| last.serial == job.serial);
    last.map(|last| last.outcome.clone())
}

/// The outcome as JavaScript has it.
pub(crate) fn plain(outcome: &Outcome) -> JsValue {
    // It is JSON, so that reading it does not fail.
    JSON::parse(&outcome.to_js_json()).unwrap_or_default()
}

/// The outcome of a test that was not finished: its values were never typed, another node took its place, or what sends
/// it could not be loaded, which is told where the test ends.
fn unfinished(before: &Studio, after: &Studio) -> Outcome {
    let node = &before.compiled.node;
    let failure = match before.phase {
        Phase::Asking(_) => node.request(&before.values()).err(),
        // In one step, this alone is told.
        Phase::Running(_) if before.told != after.told => {
            after.told.as_ref().map(|told| Failure::new(Reason::Network, &*told.deed.words()))
        }
        _ => None,
    };
    let aborted = || Failure::new(Reason::Aborted, "The test was given up.");
    node.fail(failure.unwrap_or_else(aborted), None)
}
