//! A response's stream goes in, its bytes go on to whoever takes them: counted as they arrive, and
//! never more of them than the caller takes (Streams Standard, `ReadableStreamDefaultReader`).

use std::cell::Cell;

use js_sys::{Function, Uint8Array};
use switchhook::Failure;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::{
    failure::{aborted, body_broke, body_too_slow, bytes_gone, no_bytes, no_memory, too_large},
    foreign::{NoBytes, bytes, member, method, promised, says},
    options::SendOptions,
    watch::{Cause, Watch},
    words::kind,
};

/// A stream of bytes, not read yet. Where nobody comes to read it, it is let go of.
pub(crate) struct Stream {
    object: Option<JsValue>,
    get_reader: Function,
}

impl Stream {
    /// Known by what it can do; none where that is something else.
    pub(crate) fn of(object: JsValue) -> Option<Stream> {
        let get_reader = method(&object, "getReader")?;
        Some(Stream { object: Some(object), get_reader })
    }

    /// What reads it, and has it for itself from here on.
    fn reader(mut self) -> Result<JsValue, JsValue> {
        self.get_reader.call0(&self.object.take().unwrap_or_default())
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        if let Some(unread) = &self.object {
            cancel(unread);
        }
    }
}

/// Takes the bytes of a body as they arrive; says whether there was memory for them.
pub type Sink<'s> = dyn FnMut(&[u8]) -> bool + 's;

/// Bytes that are copied into this module's memory at once.
const WINDOW_BYTES: u32 = 65_536;

thread_local! {
    /// Where they are copied to: one place for all bodies, which nobody holds on to.
    static WINDOW: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// A body that is not whole: why, and how many bytes had come.
pub(crate) struct Broken {
    pub(crate) failure: Failure,
    pub(crate) received: u64,
}

/// Reads the whole body, or cancels it. Gives how many bytes there were.
pub(crate) async fn read(
    stream: Stream,
    watch: &Watch,
    timeout_ms: u32,
    options: &SendOptions,
    sink: &mut Sink<'_>,
) -> Result<u64, Broken> {
    let broke =
        |thrown: &JsValue| Broken { failure: body_broke(thrown, 0, &options.secrets), received: 0 };
    let reader = stream.reader().map_err(|thrown| broke(&thrown))?;
    let result = pass_on(&reader, watch, timeout_ms, options, sink).await;
    if result.is_err() {
        watch.cancel();
        cancel(&reader);
    }
    result
}

async fn pass_on(
    reader: &JsValue,
    watch: &Watch,
    timeout_ms: u32,
    options: &SendOptions,
    sink: &mut Sink<'_>,
) -> Result<u64, Broken> {
    let mut received = 0;
    let Some(read) = method(reader, "read") else {
        return Err(Broken { failure: no_bytes("a reader that cannot read", 0), received });
    };
    loop {
        let broken = |failure| Broken { failure, received };
        let next = watch.until(|| Ok(promised(&read.call0(reader)?))).await.map_err(|cause| {
            broken(match cause {
                Cause::Time => body_too_slow(timeout_ms, received),
                Cause::Signal(reason) => aborted(&reason, &options.secrets),
            })
        })?;
        let step =
            next.map_err(|thrown| broken(body_broke(&thrown, received, &options.secrets)))?;
        if says(&step, "done") {
            return Ok(received);
        }
        let piece = member(&step, "value").unwrap_or_default();
        let piece = bytes(&piece).map_err(|why| {
            broken(match why {
                NoBytes::Other => no_bytes(kind(&piece), received),
                NoBytes::Gone => bytes_gone(received),
            })
        })?;
        let before = received;
        received += u64::from(piece.length());
        if received > options.max_bytes as u64 {
            return Err(Broken { failure: too_large(options.max_bytes), received });
        }
        if !in_windows(&piece, sink) {
            return Err(Broken { failure: no_memory(before), received });
        }
        if let Some(report) = &options.on_progress {
            report(received);
        }
    }
}

/// Cancels a stream or a reader of one, which may not hear the signal; what it says to that does
/// not matter.
fn cancel(source: &JsValue) {
    if let Some(Ok(cancelled)) = method(source, "cancel").map(|cancel| cancel.call0(source)) {
        spawn_local(async move { drop(promised(&cancelled).await) });
    }
}

/// Hands bytes on, window by window, as long as there is memory for them.
pub fn in_windows(bytes: &Uint8Array, sink: &mut Sink<'_>) -> bool {
    // Taken out while it is used: whoever never comes back, as after a trap, is in nobody's way.
    let mut window = WINDOW.take();
    let length = bytes.length();
    let mut start = 0;
    let mut fits = true;
    while fits && start < length {
        let end = length.min(start.saturating_add(WINDOW_BYTES));
        let count = (end - start) as usize;
        if window.len() < count {
            window.resize(count, 0);
        }
        let part = if count < length as usize { &bytes.subarray(start, end) } else { bytes };
        fits = window.get_mut(..count).is_some_and(|space| {
            part.copy_to(space);
            sink(space)
        });
        start = end;
    }
    WINDOW.set(window);
    fits
}
