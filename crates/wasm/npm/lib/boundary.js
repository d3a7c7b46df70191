// The one way into the module: what it throws becomes a SwitchhookError here.
import { SwitchhookError } from "./error.js";

let ready = false;

/** Called by the entry once the module stands. */
export function started() {
  ready = true;
}

/** Does something that calls into the module. */
export function enter(work) {
  if (!ready) {
    throw new SwitchhookError("The module is not ready: call init() once and wait for it (`await init()`).", { code: "not-ready" });
  }
  try {
    return work();
  } catch (thrown) {
    throw asError(thrown);
  }
}

/** Asks the object behind a handle, unless it was freed. */
export function ask(handle, question) {
  if (!handle) {
    throw new SwitchhookError("This object was freed: make a new one.", { code: "freed" });
  }
  return enter(() => question(handle));
}

/** Lets `using` free objects of the class where the language has it. */
export function disposable({ prototype }) {
  if (!Symbol.dispose) return;
  Object.defineProperty(prototype, Symbol.dispose, { value: prototype.free, writable: true, configurable: true });
}

function asError(thrown) {
  if (thrown instanceof SwitchhookError) return thrown;
  if (thrown instanceof Error || typeof thrown?.code !== "string") {
    return new SwitchhookError(`Something went wrong inside: ${thrown?.message ?? thrown}`, { cause: thrown });
  }
  const { message, code, problems } = thrown;
  return new SwitchhookError(message, { code, problems });
}
