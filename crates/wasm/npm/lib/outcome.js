// An outcome out of the text that `src/wire.rs` makes of it.

const STATES = ["mapped", "missing", "wrong-entity", "too-complex", "not-run"];

/** The outcome; `mappings` are those of the node: path and parameter of each. */
export function outcome(text, mappings) {
  const wire = new Wire(text);
  const exit = [() => "default", () => "failed", () => wire.text()][wire.number()]();
  const status = wire.number();
  const rest = wire.text();
  const values = mappings.map(() => undefined);
  const results = mappings.map(([path, parameter], index) => {
    const result = { path, parameter, state: STATES[wire.number()] };
    const raw = wire.number() ? wire.text() : undefined;
    values[index] = wire.value(raw);
    if (values[index]) result.value = values[index]();
    if (raw !== undefined) result.raw = raw;
    return result;
  });
  const parameters = {};
  for (let left = wire.number(); left > 0; left--) {
    const mapping = wire.number();
    const name = mapping ? mappings[mapping - 1][1] : wire.text();
    // Lists and objects are made anew: nobody's change shows elsewhere.
    parameters[name] = (mapping ? values[mapping - 1] : wire.value())();
  }
  return { exit, ...(status ? { status } : undefined), parameters, mappings: results, ...(rest ? JSON.parse(rest) : undefined) };
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

  /** What makes the value; undefined where there is none. */
  value(source) {
    const form = this.number();
    if (form === 0) return undefined;
    const text = form < 4 ? source : this.text();
    switch (form) {
      case 1:
      case 4:
        return () => Number(text);
      case 3:
        return () => text.slice(1, -1);
      case 6:
        return () => JSON.parse(text);
      default:
        return () => text;
    }
  }
}
