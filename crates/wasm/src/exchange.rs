//! What crosses without a call for each side: bytes that JavaScript writes into linear memory, and texts that it reads
//! there. `npm/lib/instance.js` is the other half.

use std::cell::Cell;

use switchhook_fetch::room;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// The last text that was answered with; used again, so that no answer has to be given back.
    static ANSWER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Where the next so many bytes are to be written: 64 KiB at most.
#[wasm_bindgen(js_name = roomFor)]
pub fn room_for(length: usize) -> *mut u8 {
    room(length)
}

/// Where the last answer is.
#[wasm_bindgen(js_name = answerAt)]
pub fn answer_at() -> *const u8 {
    ANSWER.with(|last| {
        let answer = last.take();
        let start = answer.as_ptr();
        last.set(answer);
        start
    })
}

/// Writes an answer, and says how many bytes it has.
pub(crate) fn answer(write: impl FnOnce(&mut Vec<u8>)) -> usize {
    ANSWER.with(|last| {
        let mut answer = last.take();
        answer.clear();
        write(&mut answer);
        let length = answer.len();
        last.set(answer);
        length
    })
}
