//! A response's stream becomes its bytes: counted as they arrive, and never more of them than
//! the caller takes (Streams Standard, `ReadableStreamDefaultReader`).

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

/// A stream of bytes, not read yet.
pub(crate) struct Stream {
    object: JsValue,
    get_reader: Function,
}

impl Stream {
    /// Known by what it can do; none where that is something else.
    pub(crate) fn of(object: JsValue) -> Option<Stream> {
        let get_reader = method(&object, "getReader")?;
        Some(Stream { object, get_reader })
    }

    /// Lets go of what nobody reads.
    pub(crate) fn discard(self) {
        cancel(&self.object);
    }
}

/// A body that is not whole: why, and how many bytes had come.
pub(crate) struct Broken {
    pub(crate) failure: Failure,
    pub(crate) received: u64,
}

/// Reads the whole body, or cancels it.
pub(crate) async fn read(
    stream: Stream,
    watch: &Watch,
    timeout_ms: u32,
    options: &SendOptions,
) -> Result<Vec<u8>, Broken> {
    let broke =
        |thrown: &JsValue| Broken { failure: body_broke(thrown, 0, &options.secrets), received: 0 };
    let reader = stream.get_reader.call0(&stream.object).map_err(|thrown| broke(&thrown))?;
    let result = collect(&reader, watch, timeout_ms, options).await;
    if result.is_err() {
        watch.cancel();
        cancel(&reader);
    }
    result
}

async fn collect(
    reader: &JsValue,
    watch: &Watch,
    timeout_ms: u32,
    options: &SendOptions,
) -> Result<Vec<u8>, Broken> {
    let mut body = Vec::new();
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
            return Ok(body);
        }
        let piece = member(&step, "value").unwrap_or_default();
        let piece = bytes(&piece).map_err(|why| {
            broken(match why {
                NoBytes::Other => no_bytes(kind(&piece), received),
                NoBytes::Gone => bytes_gone(received),
            })
        })?;
        received += u64::from(piece.length());
        if received > options.max_bytes as u64 {
            return Err(Broken { failure: too_large(options.max_bytes), received });
        }
        if !append(&mut body, &piece) {
            return Err(Broken { failure: no_memory(body.len() as u64), received });
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
