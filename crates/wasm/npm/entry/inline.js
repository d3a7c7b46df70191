// Bundlers that copy no files: the module is in the script, and ready on import.
import { base64 } from "../wasm/inline.js";
import { ready } from "../lib/boundary.js";

ready(new WebAssembly.Module(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))));

export { load as default } from "../lib/load.js";
export * from "../lib/index.js";
