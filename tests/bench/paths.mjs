// The steps to a value in; out comes the path as each contender writes it.

const PLAIN = /^[A-Za-z_]\w*$/;

/** `orders[3].customer.name`: an object path in shorthand, and what lodash.get takes. */
export function dotted(steps) {
  return steps.map(written).join("").replace(/^\./, "");
}

/** `$.orders[3].customer.name`: JSONPath. */
export function jsonPath(steps) {
  return `$${steps.map(written).join("")}`;
}

function written(step) {
  if (typeof step === "number") return `[${step}]`;
  return PLAIN.test(step) ? `.${step}` : `['${step}']`;
}

/** What querySelector takes, and the attribute to read where the last step names one. A number counts all children. */
export function selector(steps) {
  const attribute = String(steps.at(-1)).startsWith("@") ? steps.at(-1).slice(1) : undefined;
  const elements = attribute === undefined ? steps : steps.slice(0, -1);
  const text = elements.map((step) => (typeof step === "number" ? `:nth-child(${step + 1})` : ` > ${step}`)).join("");
  return { selector: text.replace(/^ > /, ""), attribute };
}
