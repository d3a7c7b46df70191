// WebhookNode over the compiled node. JSON text comes out of the module where digits matter.
import { Handle, disposable } from "./boundary.js";
import { MOST } from "./exchange.js";
import { badOption, callback } from "./option.js";
import { outcome } from "./outcome.js";

/** What bytes really are, whatever their object says. */
const OF_BYTES = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(Uint8Array.prototype));
const lengthOf = OF_BYTES.length.get;
const bufferOf = OF_BYTES.buffer.get;
const classOf = OF_BYTES[Symbol.toStringTag].get;

export class WebhookNode {
  #handle;
  #mappings;
  #readsHeaders;

  constructor(definition, parameters) {
    this.#handle = definition instanceof Handle ? definition : new Handle(({ NodeHandle }) => new NodeHandle(definition, parameters));
    this.#mappings = JSON.parse(this.#ask((node) => node.mappings()));
    this.#readsHeaders = this.#mappings.some(({ inHeaders }) => inHeaders);
  }

  static fromCurl(command) {
    return new WebhookNode(new Handle(({ NodeHandle }) => NodeHandle.fromCurl(command)));
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
    return this.#ask((node) => node.toCurl(values, options));
  }

  receive(response) {
    const small = this.#small(response);
    const text = small
      ? this.#ask((node, instance) => instance.exchange.ask(small.body, small.length, (length) => node.receiveHere(small.status, length)))
      : this.#ask((node) => node.receive(response));
    return outcome(text, this.#mappings);
  }

  async run(values, options) {
    const waitUntil = callback(options, "waitUntil");
    const settled = this.#handle.promise((node) => node.run(values, options)).then((text) => outcome(text, this.#mappings));
    // Nobody has to look at `settled`: whatever happens to it is no unhandled rejection.
    settled.catch(() => {});
    const goesOn = this.#ask((node) => node.isAsync());
    const first = goesOn ? outcome(this.#ask((node) => node.accepted()), this.#mappings) : await settled;
    if (goesOn && waitUntil) keepAlive(waitUntil, settled);
    // Not enumerable: an outcome is written as JSON and cloned as data.
    return Object.defineProperty(first, "settled", { value: settled });
  }

  free() {
    this.#handle.free();
  }

  #ask(question) {
    return this.#handle.ask(question);
  }

  /** What there is of a response that is small and has nothing else to be looked at: the short way, for the usual case. */
  #small(response) {
    try {
      const { status, headers, body } = response;
      const isPlain = Number.isInteger(status) && status >= 100 && status <= 999 && !this.#readsHeaders && arePlain(headers);
      // What other threads share, they may make longer while it is copied.
      if (!isPlain || classOf.call(body) !== "Uint8Array" || !(bufferOf.call(body) instanceof ArrayBuffer)) return undefined;
      const length = lengthOf.call(body);
      // A body that is empty may be one whose buffer is gone.
      return length > 0 && length <= MOST ? { status, body, length } : undefined;
    } catch {
      return undefined;
    }
  }
}

disposable(WebhookNode);

function arePlain(headers) {
  const isPair = (pair) => Array.isArray(pair) && typeof pair[0] === "string" && typeof pair[1] === "string";
  return headers === undefined || (Array.isArray(headers) ? headers.every(isPair) : headers instanceof Headers);
}

function keepAlive(waitUntil, work) {
  try {
    waitUntil(work);
  } catch (cause) {
    throw badOption("waitUntil", `it threw “${cause?.message ?? cause}”; a method needs its object: (work) => context.waitUntil(work)`, cause);
  }
}
