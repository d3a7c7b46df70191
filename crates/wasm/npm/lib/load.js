// `init` of every entry: the module, however it is handed in, is compiled once.
import { LEFT_BEHIND, found, isReady, ready } from "./boundary.js";
import { compile, notLoaded, once } from "./compile.js";

const loaded = once(async (input, usual) => ready(await compile(input ?? usual())));

/**
 * Takes a URL, a Response, bytes, a compiled module, or a promise of one of them, and without any what is usual for the
 * entry. Once it is loaded it looks at nothing.
 */
export async function load(input, usual = found) {
  if (isReady()) return;
  await loaded(input, usual).catch((cause) => {
    throw notLoaded(cause, input ? undefined : LEFT_BEHIND);
  });
}
