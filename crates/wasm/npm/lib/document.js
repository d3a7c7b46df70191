// ResponseDocument over the parsed document, and the check of a path by itself.
import { Handle, disposable, enter } from "./boundary.js";

export class ResponseDocument {
  #handle;

  constructor(type, body) {
    this.#handle = new Handle(({ DocumentHandle }) => new DocumentHandle(type, body));
  }

  select(path) {
    return JSON.parse(this.#handle.ask((document) => document.select(path)));
  }

  suggest(typed, limit) {
    return this.#handle.ask((document) => document.suggest(typed, limit));
  }

  free() {
    this.#handle.free();
  }
}

disposable(ResponseDocument);

export function checkPath(path) {
  return enter((inside) => inside.checkPath(path));
}
