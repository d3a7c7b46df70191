// A module, however it is handed in, comes out compiled; once, where that is asked for.
import { SwitchhookError } from "./error.js";

/** Takes a URL, a Response, bytes, a compiled module, or a promise of one of them. */
export async function compile(input) {
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

/** What is thrown where there is no module; `advice` says what to do. */
export function notLoaded(cause, advice) {
  const why = `${cause?.message ?? cause}`.replace(/\.$/, "");
  const message = `The module cannot be loaded: ${why}.${advice ? ` ${advice}.` : ""}`;
  return new SwitchhookError(message, { code: "not-loaded", cause });
}

/** Does something at its first call, with what that is given. What failed is tried again at the next. */
export function once(work) {
  let doing;
  return (...given) => {
    doing ??= work(...given).catch((cause) => {
      doing = undefined;
      throw cause;
    });
    return doing;
  };
}

/**
 * Compiles what is at a URL, once. In place of a module that does not fit, it asks past the browser's cache, once for all
 * who have that one.
 */
export function fitting(url) {
  const known = new Map();
  return (misfit) => {
    const cache = misfit ? "reload" : "default";
    if (!known.has(misfit)) known.set(misfit, once(() => compile(fetch(url, { cache }))));
    return known.get(misfit)();
  };
}

async function received(response) {
  if (!response.ok) throw new Error(`${response.url} was answered with ${response.status}.`);
  // Streams are taken with this type alone; servers that know none for .wasm say something else.
  const isNamed = response.headers.get("content-type") === "application/wasm";
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
