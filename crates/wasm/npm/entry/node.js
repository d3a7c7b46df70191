// Node, Bun, and what reads files as they do: the module is ready on import, without top-level await, so that
// `require()` works too.
import { readFileSync } from "node:fs";
import { notFound, ready } from "../lib/boundary.js";

try {
  ready(new WebAssembly.Module(readFileSync(new URL("../wasm/switchhook_bg.wasm", import.meta.url))));
} catch (cause) {
  notFound(cause);
}

export { load as default } from "../lib/load.js";
export * from "../lib/index.js";
