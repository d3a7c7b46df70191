// The package's ResponseDocument in; out comes what a keystroke costs behind the studio's preview: a response of 1 MiB
// is read once, then ten paths are selected and one is suggested.

import { orders } from "./orders.mjs";
import { quantile } from "./rounds.mjs";

const ROUNDS = 25;

export function documentCosts(ResponseDocument) {
  const bytes = new TextEncoder().encode(JSON.stringify(orders(1, 2 ** 20, "json")));
  const paths = Array.from({ length: 10 }, (_, index) => `orders[${index * 200}].customer.name`);
  const steps = { construct: [], select: [], suggest: [], parse: [] };
  const timed = (name, work) => {
    const started = performance.now();
    const result = work();
    steps[name].push(performance.now() - started);
    return result;
  };
  for (let round = 0; round < ROUNDS; round++) {
    globalThis.gc?.();
    const document = timed("construct", () => new ResponseDocument("json", bytes));
    const selections = timed("select", () => paths.map((path) => document.select(path)));
    const suggestions = timed("suggest", () => document.suggest("orders[7].cus"));
    document.free();
    timed("parse", () => JSON.parse(new TextDecoder().decode(bytes)));
    if (selections.some(({ nodes }) => nodes.length !== 1)) throw new Error("A path of the document finds nothing.");
    if (!suggestions.some(({ path }) => path.endsWith("customer"))) throw new Error("The document suggests nothing.");
  }
  return Object.fromEntries(Object.entries(steps).map(([name, times]) => [name, quantile(times, 0.5)]));
}
