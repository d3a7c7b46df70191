// Node, and what reads files as Node does: the module is ready on import, without top-level await,
// so that `require()` works too.
import { readFileSync } from "node:fs";
import { initSync } from "../wasm/switchhook.js";
import { started } from "../lib/boundary.js";

initSync({ module: readFileSync(new URL("../wasm/switchhook_bg.wasm", import.meta.url)) });
started();

export default async function init() {}
export * from "../lib/index.js";
