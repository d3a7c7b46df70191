//! Sends a test request through the browser's fetch.

use std::rc::Rc;

use js_sys::{Function, Reflect};
use switchhook::sign::Secret;
use switchhook_fetch::{SendOptions, run};
use wasm_bindgen::JsCast;
use web_sys::AbortSignal;

use crate::{
    io::{page, relay},
    model::run::{Finished, Job, Received},
};

/// A request, and how it is sent.
pub(crate) struct Sending {
    /// The request.
    pub job: Job,
    /// The function that sends it, by default the browser's.
    pub fetch: Option<Function>,
    /// What stops it.
    pub signal: Option<AbortSignal>,
    /// Told how many bytes have come.
    pub on_progress: Rc<dyn Fn(u64)>,
}

/// Sends a request, and waits for what comes of it. None in a page without `fetch`.
pub(crate) async fn send(sending: Sending) -> Option<Finished> {
    let Sending { job, fetch, signal, on_progress } = sending;
    let mut fetch = or_own(fetch)?;
    if let Some(url) = &job.relay {
        fetch = relay::fetch(&fetch, url);
    }
    let mut options = SendOptions::new(fetch);
    options.signal = signal;
    options.keeps_answer = true;
    options.secret = Secret::new(job.secret.as_bytes());
    options.on_progress = Some(on_progress);
    let around = page::surroundings();
    let ran = run(&job.node, &job.values, &options).await;
    Some(Finished {
        serial: job.serial,
        outcome: ran.outcome,
        received: ran.answer.map(|answer| {
            Rc::new(Received { status: answer.status, headers: answer.headers, body: answer.body })
        }),
        definition: job.node.definition().clone(),
        around,
        through_relay: job.relay.is_some(),
        is_sample: false,
    })
}

/// The function, or else the browser's own.
pub(crate) fn or_own(fetch: Option<Function>) -> Option<Function> {
    let own = || Reflect::get(&js_sys::global(), &"fetch".into()).ok()?.dyn_into().ok();
    fetch.or_else(own)
}
