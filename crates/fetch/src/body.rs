//! A response's stream becomes its bytes: counted as they arrive, and never more of them than
//! the caller takes (Streams Standard, `ReadableStreamDefaultReader`).

use js_sys::{Promise, Uint8Array};
use switchhook::Failure;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ReadableStream;

use crate::{
    failure::{aborted, body_broke, body_too_slow, no_bytes, no_memory, too_large},
    options::SendOptions,
    watch::{Cause, Watch},
    words::{kind, member},
};

#[wasm_bindgen]
extern "C" {
    // web-sys takes it for granted that none of these throws; on a stream of the caller's they may.
    type Stream;
    #[wasm_bindgen(method, structural, catch, js_name = getReader)]
    fn get_reader(this: &Stream) -> Result<Reader, JsValue>;

    type Reader;
    #[wasm_bindgen(method, structural, catch)]
    fn read(this: &Reader) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, structural, catch)]
    fn cancel(this: &Reader) -> Result<JsValue, JsValue>;
}

/// A body that is not whole: why, and how many bytes had come.
pub(crate) struct Broken {
    pub(crate) failure: Failure,
    pub(crate) received: u64,
}

/// Reads the whole body, or cancels it.
pub(crate) async fn read(
    stream: ReadableStream,
    watch: &Watch,
    timeout_ms: u32,
    options: &SendOptions,
) -> Result<Vec<u8>, Broken> {
    let stream: Stream = stream.unchecked_into();
    let broke = |thrown: &JsValue| Broken { failure: body_broke(thrown, 0), received: 0 };
    let reader = stream.get_reader().map_err(|thrown| broke(&thrown))?;
    let result = collect(&reader, watch, timeout_ms, options).await;
    if result.is_err() {
        watch.cancel();
        // A stream of the caller's may not hear the signal; what it says to this does not matter.
        if let Ok(cancelled) = reader.cancel() {
            spawn_local(async move { drop(settled(&cancelled).await) });
        }
    }
    result
}

async fn collect(
    reader: &Reader,
    watch: &Watch,
    timeout_ms: u32,
    options: &SendOptions,
) -> Result<Vec<u8>, Broken> {
    let mut body = Vec::new();
    let mut received = 0;
    loop {
        let broken = |failure| Broken { failure, received };
        let next = watch.until(next(reader)).await.map_err(|cause| {
            broken(match cause {
                Cause::Time => body_too_slow(timeout_ms, received),
                Cause::Signal(reason) => aborted(&reason),
            })
        })?;
        let step = next.map_err(|thrown| broken(body_broke(&thrown, received)))?;
        if member(&step, "done").is_some_and(|done| done.is_truthy()) {
            return Ok(body);
        }
        let piece = member(&step, "value").unwrap_or_default();
        let Some(piece) = piece.dyn_ref::<Uint8Array>() else {
            return Err(broken(no_bytes(kind(&piece), received)));
        };
        received += u64::from(piece.length());
        if received > options.max_bytes as u64 {
            return Err(Broken { failure: too_large(options.max_bytes), received });
        }
        if !append(&mut body, piece) {
            return Err(Broken { failure: no_memory(body.len() as u64), received });
        }
        if let Some(report) = &options.on_progress {
            report(received);
        }
    }
}

async fn next(reader: &Reader) -> Result<JsValue, JsValue> {
    settled(&reader.read()?).await
}

async fn settled(value: &JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(value)).await
}

/// Whether there was memory for it.
fn append(body: &mut Vec<u8>, piece: &Uint8Array) -> bool {
    let (start, length) = (body.len(), piece.length() as usize);
    if body.try_reserve(length).is_err() {
        return false;
    }
    body.resize(start + length, 0);
    if let Some(space) = body.get_mut(start..) {
        piece.copy_to(space);
    }
    true
}
