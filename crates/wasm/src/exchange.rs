//! What crosses without a call of the glue's: bytes that JavaScript writes into linear memory, and texts that it reads
//! there. `npm/lib/instance.js` is the other half.

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;

/// What lies in linear memory for JavaScript: used again and again, so that nothing has to be given back.
#[derive(Default)]
struct Exchange {
    room: Vec<u8>,
    answer: Vec<u8>,
}

thread_local! {
    static EXCHANGE: Cell<Exchange> =
        const { Cell::new(Exchange { room: Vec::new(), answer: Vec::new() }) };
}

/// Makes room for so many bytes, and says where: there it stays until there has to be more.
#[wasm_bindgen(js_name = makeRoom)]
pub fn make_room(length: usize) -> *mut u8 {
    EXCHANGE.with(|exchange| {
        let mut held = exchange.take();
        held.room.resize(length, 0);
        let start = held.room.as_mut_ptr();
        exchange.set(held);
        start
    })
}

/// Answers what was written into the room. Says where the answer is: its length in four bytes, the lowest first, and
/// the text.
pub(crate) fn answer(length: usize, write: impl FnOnce(&[u8], &mut Vec<u8>)) -> *const u8 {
    EXCHANGE.with(|exchange| {
        let mut held = exchange.take();
        let Exchange { room, answer } = &mut held;
        answer.clear();
        answer.extend_from_slice(&[0; HEAD]);
        write(room.get(..length).unwrap_or_default(), answer);
        let length = (answer.len() - HEAD) as u32;
        if let Some(head) = answer.first_chunk_mut() {
            *head = length.to_le_bytes();
        }
        let start = answer.as_ptr();
        exchange.set(held);
        start
    })
}

/// Bytes before an answer.
const HEAD: usize = 4;
