// `init` of every entry: the module, however it is handed in, is compiled once.
import { isReady, ready } from "./boundary.js";
import { SwitchhookError } from "./error.js";

let loading;

/** Takes a URL, a Response, bytes, a compiled module, or a promise of one of them. Once it is loaded it looks at nothing. */
export async function load(input) {
  if (isReady()) return;
  loading ??= compile(input).then(ready);
  try {
    await loading;
  } catch (cause) {
    loading = undefined;
    throw new SwitchhookError(`The module cannot be loaded: ${cause?.message ?? cause}`, { code: "not-loaded", cause });
  }
}

async function compile(input) {
  const given = await input;
  if (typeof given === "string") return compile(fetch(given));
  // By name: what another frame or realm made is as good.
  switch (Object.prototype.toString.call(given)) {
    case "[object WebAssembly.Module]":
      return given;
    case "[object URL]":
      return compile(fetch(given));
    case "[object Response]":
      return received(given);
    default:
      return WebAssembly.compile(given);
  }
}

async function received(response) {
  if (!response.ok) throw new Error(`${response.url} was answered with ${response.status}.`);
  // Streams are taken with this type alone; servers that know none for .wasm say something else.
  const isNamed = response.headers.get("content-type") === "application/wasm";
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
