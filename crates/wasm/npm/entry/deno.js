// Deno compiles the module itself, which needs no permission, and it is ready on import.
import source module from "../wasm/switchhook_bg.wasm";
import { ready } from "../lib/boundary.js";

ready(module);

export { load as default } from "../lib/load.js";
export * from "../lib/index.js";
