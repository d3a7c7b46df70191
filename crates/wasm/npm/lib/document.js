// ResponseDocument over the parsed document, and the check of a path by itself.
import { DocumentHandle, checkPath as check } from "../wasm/switchhook.js";
import { ask, disposable, enter } from "./boundary.js";

export class ResponseDocument {
  #handle;

  constructor(type, body) {
    this.#handle = enter(() => new DocumentHandle(type, body));
  }

  select(path) {
    return JSON.parse(ask(this.#handle, (document) => document.select(path)));
  }

  suggest(typed, limit) {
    return ask(this.#handle, (document) => document.suggest(typed, limit));
  }

  free() {
    const handle = this.#handle;
    this.#handle = undefined;
    if (handle) enter(() => handle.free());
  }
}

disposable(ResponseDocument);

export function checkPath(path) {
  return enter(() => check(path));
}
