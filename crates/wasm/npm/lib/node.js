// WebhookNode over the compiled node. JSON text comes out of the module where digits matter.
import { NodeHandle } from "../wasm/switchhook.js";
import { ask, disposable, enter } from "./boundary.js";
import { SwitchhookError } from "./error.js";
import { fromCurl, toCurl } from "./later.js";

export class WebhookNode {
  #handle;

  constructor(definition, parameters) {
    this.#handle = enter(() => new NodeHandle(definition, parameters));
  }

  static fromCurl(command) {
    return fromCurl(command);
  }

  get definition() {
    return JSON.parse(this.#ask((node) => node.definition()));
  }

  problems() {
    return this.#ask((node) => node.problems());
  }

  parameterUses() {
    return this.#ask((node) => node.parameterUses());
  }

  missing(values) {
    return this.#ask((node) => node.missing(values));
  }

  request(values) {
    return this.#ask((node) => node.request(values));
  }

  toCurl(values, options) {
    return this.#ask(() => toCurl(values, options));
  }

  receive(response) {
    return JSON.parse(this.#ask((node) => node.receive(response)));
  }

  async run(values, options) {
    const waitUntil = waiting(options);
    const settled = this.#ask((node) => node.run(values, options)).then((text) => JSON.parse(text));
    // Nobody has to look at `settled`: whatever happens to it is no unhandled rejection.
    settled.catch(() => {});
    const goesOn = this.#ask((node) => node.isAsync());
    const outcome = goesOn ? JSON.parse(this.#ask((node) => node.accepted())) : await settled;
    if (goesOn && waitUntil) keepAlive(waitUntil, settled);
    // Not enumerable: an outcome is written as JSON and cloned as data.
    return Object.defineProperty(outcome, "settled", { value: settled });
  }

  free() {
    const handle = this.#handle;
    this.#handle = undefined;
    if (handle) enter(() => handle.free());
  }

  #ask(question) {
    return ask(this.#handle, question);
  }
}

disposable(WebhookNode);

function waiting(options) {
  let given;
  try {
    given = options?.waitUntil ?? undefined;
  } catch (cause) {
    throw noWait(`it cannot be read (${cause?.message ?? cause})`, cause);
  }
  if (given !== undefined && typeof given !== "function") throw noWait("it is a function");
  return given;
}

function keepAlive(waitUntil, work) {
  try {
    waitUntil(work);
  } catch (cause) {
    throw noWait(`it threw “${cause?.message ?? cause}”; a method needs its object: (work) => context.waitUntil(work)`, cause);
  }
}

function noWait(why, cause) {
  return new SwitchhookError(`The option waitUntil is not right: ${why}.`, { code: "bad-options", cause });
}
