// Pages, workers and bundlers: `await init()` once, then everything else.
import load from "../wasm/switchhook.js";
import { started } from "../lib/boundary.js";
import { SwitchhookError } from "../lib/error.js";

/** The module stands beside the glue unless told otherwise: a URL, a Response, bytes or a module. */
export default async function init(input) {
  try {
    await load(input === undefined ? undefined : (input?.module_or_path ? input : { module_or_path: input }));
  } catch (cause) {
    throw new SwitchhookError(`The module cannot be loaded: ${cause?.message ?? cause}`, { code: "not-loaded", cause });
  }
  started();
}
export * from "../lib/index.js";
