// Bytes in, and the text out that the module answers them with: all of it through the module's memory, since each value
// that the glue brings across takes longer than it takes to read a small response. `src/exchange.rs` is the other half.
import { text } from "./text.js";

/** Most bytes that are handed over so. */
export const MOST = 65_536;

/** Bytes before an answer, which are its length. */
const HEAD = 4;

export class Exchange {
  #memory;
  #inside;
  #bytes;
  #room = 0;
  #capacity = 0;

  constructor(memory, inside) {
    this.#memory = memory;
    this.#inside = inside;
    this.#bytes = new Uint8Array(memory.buffer);
  }

  /** Hands over so many bytes to `work`, which says where the answer is; to be called where an instance is asked. */
  ask(bytes, length, work) {
    if (length > this.#capacity) this.#makeRoom(length);
    this.#view().set(bytes, this.#room);
    return text(this.#answer(work(length)));
  }

  #makeRoom(length) {
    this.#capacity = Math.max(4096, 2 ** Math.ceil(Math.log2(length)));
    this.#room = this.#inside.makeRoom(this.#capacity);
  }

  /** The memory, which is another buffer once it has grown. */
  #view() {
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(this.#memory.buffer);
    return this.#bytes;
  }

  #answer(at) {
    const bytes = this.#view();
    const length = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    return bytes.subarray(at + HEAD, at + HEAD + length);
  }
}
