// `init` of every entry: the module, however it is handed in, is compiled once.
import { isReady, ready } from "./boundary.js";
import { compile, notLoaded } from "./compile.js";

let loading;

/** Takes a URL, a Response, bytes, a compiled module, or a promise of one of them. Once it is loaded it looks at nothing. */
export async function load(input) {
  if (isReady()) return;
  loading ??= compile(input).then(ready);
  try {
    await loading;
  } catch (cause) {
    loading = undefined;
    throw notLoaded(cause);
  }
}
