// Pages, workers and bundlers: `await init()` once, then everything else.
import { load } from "../lib/load.js";

/** The module stands where this file's own URL says, unless it is handed in. */
export default function init(input) {
  return load(input ?? new URL("../wasm/switchhook_bg.wasm", import.meta.url));
}
export * from "../lib/index.js";
