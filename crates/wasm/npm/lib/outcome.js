// An outcome out of the text that `src/wire.rs` makes of it. Objects are written in one go, which engines do fastest.
import { number } from "./number.js";

const STATES = ["mapped", "missing", "wrong-entity", "too-complex", "not-run"];

/** What comes next of the parameters: none any more, one with a value of its own, or that of a mapping. */
const END = 0;
const OF_ITS_OWN = 1;
const OF_MAPPING = 2;

/** The outcome; `mappings` are those of the node: path and parameter of each. */
export function outcome(text, mappings) {
  const wire = new Wire(text);
  const code = wire.number();
  const exit = code === 0 ? "default" : code === 1 ? "failed" : wire.text();
  const status = wire.number();
  const rest = wire.text();
  const results = [];
  // The JSON of lists and objects, at the places of their mappings.
  const lists = [];
  for (const { path, parameter } of mappings) {
    const head = wire.number();
    const state = STATES[head & 7];
    const form = head >> 3;
    const raw = wire.number() ? wire.text() : undefined;
    if (form === 0) {
      results.push(raw === undefined ? { path, parameter, state } : { path, parameter, state, raw });
    } else {
      const value = wire.value(form, raw);
      if (isList(value)) lists[results.length] = wire.json;
      results.push(raw === undefined ? { path, parameter, state, value } : { path, parameter, state, value, raw });
    }
  }
  const parameters = {};
  for (let next = wire.number(); next !== END; next = wire.number()) {
    if (next === OF_ITS_OWN) {
      const name = wire.text();
      parameters[name] = wire.value(wire.number());
    } else {
      const { parameter, value } = results[next - OF_MAPPING];
      // Lists and objects are made anew: nobody's change shows elsewhere.
      parameters[parameter] = isList(value) ? JSON.parse(lists[next - OF_MAPPING]) : value;
    }
  }
  const outcome = status ? { exit, status, parameters, mappings: results } : { exit, parameters, mappings: results };
  return rest ? Object.assign(outcome, JSON.parse(rest)) : outcome;
}

function isList(value) {
  return typeof value === "object" && value !== null;
}

class Wire {
  #text;
  #at = 0;
  /** The JSON that was read last. */
  json;

  constructor(text) {
    this.#text = text;
  }

  number() {
    let number = 0;
    for (let place = 1; ; place *= 64) {
      const digit = this.#text.charCodeAt(this.#at++);
      if (digit < 64) return number + digit * place;
      number += (digit - 64) * place;
    }
  }

  text() {
    const length = this.number();
    return this.#text.slice(this.#at, (this.#at += length));
  }

  /** A value, given what it is made of, and its source. */
  value(form, source) {
    switch (form) {
      case 1:
        return number(source);
      case 2:
        return source;
      case 3:
        return source.slice(1, -1);
      case 4:
        return JSON.parse(source);
      case 5:
        return number(this.text());
      case 6:
        return this.text();
      default:
        this.json = this.text();
        return JSON.parse(this.json);
    }
  }
}
