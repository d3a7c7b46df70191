// Pages, workers and bundlers: `await init()` once, then everything else.
import { load } from "../lib/load.js";

/** Where the module stands; asked for late, since a script that is no module has no URL of its own. */
const usual = () => new URL("../wasm/switchhook_bg.wasm", import.meta.url);

/** Readies the module that is handed in, or the one beside this file. */
export default function init(input) {
  return load(input, usual);
}
export * from "../lib/index.js";
