// One instance of the module: what is called in it, and what becomes of it where it fails inside. That should never
// happen; where it does, its memory is half-written, and nothing of it is called again.
import { SwitchhookError } from "./error.js";
import { Exchange } from "./exchange.js";

/** What timers, promises and the garbage collector call: nobody is there to catch what these throw. */
const CALLED_BY_HOST = /^wasm_bindgen__convert__closures|^__wbindgen_destroy_closure$|^__wbg_\w+_free$/;

/** Traps, and stacks that overflow: `RangeError` in most engines, `InternalError` in Firefox. */
const FATAL = ["RuntimeError", "RangeError", "InternalError"];

/** To the glue this is no value, or a result without an error. */
const NOTHING = [];

export class Instance {
  #inside;
  #failure;
  #waiting = new Set();
  /** A second half that does not fit. */
  #misfit;
  #onFailure;

  /**
   * An instance of a module, with the glue that was made for it. `onFailure` is told where it fails. `later` gives the
   * module's second half, compiled, if it has one; another one in place of one that does not fit.
   */
  constructor(module, glue, onFailure = () => {}, later) {
    this.#onFailure = onFailure;
    const { __wbg_set_wasm: connect, ...inside } = glue();
    const load = (callback, data) => this.#join(exports, later, callback, data);
    const imports = { w: inside, "./__wasm_split.js": { __wasm_split_load_later: load } };
    const { exports } = new WebAssembly.Instance(module, imports);
    const guarded = (name) => (CALLED_BY_HOST.test(name) ? this.#quietly(exports[name]) : exports[name]);
    // As a prototype: an object of so many members that is put together is slow to look into, unless it is one.
    connect(Object.create(Object.fromEntries(Object.keys(exports).map((name) => [name, guarded(name)]))));
    exports.__wbindgen_start();
    this.#inside = inside;
    this.exchange = new Exchange(exports.memory, inside);
  }

  /** Whether it failed: what lives in it is lost. */
  get isLost() {
    return this.#failure !== undefined;
  }

  /** Does something with the module's functions and classes, or with one of its objects; what that throws becomes a SwitchhookError. */
  call(work, what = this.#inside) {
    if (this.#failure) {
      const message = "This object was lost when the module failed: make a new one.";
      throw new SwitchhookError(message, { code: "lost", cause: this.#failure });
    }
    try {
      const answer = work(what, this);
      // What it called in between may have failed.
      if (!this.#failure) return answer;
    } catch (thrown) {
      if (!isFatal(thrown)) throw asError(thrown);
      this.#fail(thrown);
    }
    throw this.#failure;
  }

  /** A promise of the module's, which is rejected where the module fails before. */
  async keep(promise) {
    let reject;
    const failure = new Promise((_, rejected) => (reject = rejected));
    this.#waiting.add(reject);
    try {
      return await Promise.race([promise, failure]);
    } catch (thrown) {
      throw asError(thrown);
    } finally {
      this.#waiting.delete(reject);
    }
  }

  /** Joins the second half with the first, which asks for it, and is called back. */
  async #join(exports, later, callback, data) {
    let joined = false;
    try {
      // One of another build, which the browser may have kept: the server may have the right one.
      joined = (await this.#fits(exports, later)) || (await this.#fits(exports, later));
      if (!joined) console.error("The drawer's second module is of another version.");
    } catch (cause) {
      console.error(cause);
    }
    this.#quietly(exports.__indirect_function_table.get(callback))(data, joined);
  }

  async #fits(exports, later) {
    const half = await later(this.#misfit);
    try {
      await WebAssembly.instantiate(half, { __wasm_split: exports });
      return true;
    } catch (cause) {
      if (!(cause instanceof WebAssembly.LinkError)) throw cause;
      this.#misfit = half;
      return false;
    }
  }

  #quietly(work) {
    return (...given) => {
      if (this.#failure) return NOTHING;
      try {
        return work(...given);
      } catch (thrown) {
        if (!isFatal(thrown)) throw thrown;
        this.#fail(thrown);
        return NOTHING;
      }
    };
  }

  #fail(cause) {
    if (this.#failure) return;
    const message = `The module failed inside (${cause.message}), and what was made with it before is lost. Please report this.`;
    this.#failure = new SwitchhookError(message, { cause });
    for (const reject of this.#waiting) reject(this.#failure);
    this.#onFailure(this.#failure);
  }
}

function isFatal(thrown) {
  return FATAL.includes(thrown?.name);
}

function asError(thrown) {
  if (thrown instanceof SwitchhookError) return thrown;
  if (thrown instanceof Error || typeof thrown?.code !== "string") {
    return new SwitchhookError(`Something went wrong inside: ${thrown?.message ?? thrown}`, { cause: thrown });
  }
  const { message, code, problems } = thrown;
  return new SwitchhookError(message, { code, problems });
}
