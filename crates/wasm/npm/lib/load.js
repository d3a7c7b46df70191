// `init` of every entry: the module, however it is handed in, is compiled once.
import { isReady, ready } from "./boundary.js";
import { compile, notLoaded, once } from "./compile.js";

const loaded = once((input) => compile(input).then(ready));

/** Takes a URL, a Response, bytes, a compiled module, or a promise of one of them. Once it is loaded it looks at nothing. */
export async function load(input) {
  if (isReady()) return;
  await loaded(input).catch((cause) => {
    throw notLoaded(cause);
  });
}
