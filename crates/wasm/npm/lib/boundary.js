// The one way into the module: the instance that is asked, and the objects that live in it.
import { SwitchhookError } from "./error.js";
import { Instance } from "./instance.js";
import { glue } from "../wasm/switchhook.js";

/** What to do where the module is not where it is looked for. */
export const LEFT_BEHIND = 'Where a bundler copies no files, import "switchhook/inline", or hand its bytes to init()';

let module;
let current;
let missing;

/** Whether there is a module. */
export const isReady = () => module !== undefined;

/** Called once the module is compiled; throws where it is another one. */
export function ready(compiled) {
  current = new Instance(compiled, glue);
  module = compiled;
}

/** Called where the module was not found: whoever needs it is told why. */
export function notFound(cause) {
  missing = cause;
}

/** Throws what was in the way, where it was looked for. */
export function found() {
  if (missing) throw missing;
}

/** Does something with the module's functions and classes: `enter((inside) => inside.checkPath(path))`. */
export function enter(work) {
  return instance().call(work);
}

/** An object that lives in the module, until it is freed. */
export class Handle {
  #instance = instance();
  #object;
  #asking = 0;
  #isFreed = false;

  constructor(make) {
    this.#object = this.#instance.call(make);
  }

  /** Asks the object something; the question is told the instance as well. */
  ask(question) {
    if (this.#isFreed) throw new SwitchhookError("This object was freed: make a new one.", { code: "freed" });
    this.#asking++;
    try {
      return this.#instance.call(question, this.#object);
    } finally {
      this.#asking--;
      if (this.#isFreed) this.#release();
    }
  }

  /** Asks for a promise. */
  promise(question) {
    return this.#instance.keep(this.ask(question));
  }

  /** Frees the object: at once, or when it has answered. */
  free() {
    this.#isFreed = true;
    this.#release();
  }

  #release() {
    const object = this.#object;
    if (!object || this.#asking > 0) return;
    this.#object = undefined;
    if (!this.#instance.isLost) this.#instance.call(() => object.free());
  }
}

/** Lets `using` free objects of the class where the language has it. */
export function disposable({ prototype }) {
  if (!Symbol.dispose) return;
  Object.defineProperty(prototype, Symbol.dispose, { value: prototype.free, writable: true, configurable: true });
}

function instance() {
  if (!module) {
    const why = missing ? `it was not found (${missing.message}). ${LEFT_BEHIND}` : "call init() once and wait for it (`await init()`)";
    throw new SwitchhookError(`The module is not ready: ${why}.`, { code: "not-ready", cause: missing });
  }
  if (current.isLost) current = new Instance(module, glue);
  return current;
}
