// An outcome out of the text that `src/wire.rs` makes of it.

const STATES = ["mapped", "missing", "wrong-entity", "too-complex", "not-run"];

/** The outcome; `mappings` are those of the node: path and parameter of each. */
export function outcome(text, mappings) {
  const wire = new Wire(text);
  const exit = wire.number();
  const outcome = { exit: exit === 0 ? "default" : exit === 1 ? "failed" : wire.text() };
  const status = wire.number();
  if (status) outcome.status = status;
  const rest = wire.text();
  const parameters = {};
  const results = [];
  const values = [];
  for (const [path, parameter] of mappings) {
    const head = wire.number();
    const result = { path, parameter, state: STATES[head & 7] };
    const raw = wire.number() ? wire.text() : undefined;
    const value = wire.value(head >> 3, raw);
    if (value) result.value = value.made;
    if (raw !== undefined) result.raw = raw;
    values.push(value);
    results.push(result);
  }
  while (!wire.isRead) {
    const mapping = wire.number();
    const name = mapping ? mappings[mapping - 1][1] : wire.text();
    const value = mapping ? values[mapping - 1] : wire.value(wire.number());
    // Lists and objects are made anew: nobody's change shows elsewhere.
    parameters[name] = value.json ? JSON.parse(value.json) : value.made;
  }
  outcome.parameters = parameters;
  outcome.mappings = results;
  return rest ? Object.assign(outcome, JSON.parse(rest)) : outcome;
}

class Wire {
  #text;
  #at = 0;

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

  get isRead() {
    return this.#at >= this.#text.length;
  }

  /** A value, and the JSON that it is made of where that has to be kept; undefined where there is none. */
  value(form, source) {
    switch (form) {
      case 0:
        return undefined;
      case 1:
        return { made: Number(source) };
      case 2:
        return { made: source };
      case 3:
        return { made: source.slice(1, -1) };
      case 4:
        return { made: JSON.parse(source) };
      case 5:
        return { made: Number(this.text()) };
      case 6:
        return { made: this.text() };
      default: {
        const json = this.text();
        return { made: JSON.parse(json), json };
      }
    }
  }
}
