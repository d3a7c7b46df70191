// A package's entry and a count in (`node --expose-gc soak.mjs …`); out comes a line of JSON: by how much the process grew
// while a node received so many responses, after it had received a hundredth of them.

import { linearMemory } from "./memories.mjs";
import { smallBody } from "./bodies.mjs";
import { switchhook } from "./contenders/switchhook.mjs";

const [entry, times] = process.argv.slice(2);
const { WebhookNode } = await import(entry);
const races = ["json", "xml"].map((format) => {
  const { steps, variants } = smallBody(format);
  return { ...switchhook(WebhookNode, { format, steps }), body: variants[0] };
});

await received(Number(times) / 100);
const before = counts();
const started = performance.now();
await received(Number(times));
const seconds = (performance.now() - started) / 1000;
const after = counts();
const grown = Object.keys(after).map((what) => [what, after[what] - before[what]]);
console.log(JSON.stringify({ times: Number(times), seconds, ...Object.fromEntries(grown) }));

/** Half of them JSON, half XML, with a breath for the collector now and then. */
async function received(count) {
  for (let index = 0; index < count; index++) {
    const { run, body } = races[index % 2];
    run(body);
    if (index % 10_000 === 0) await new Promise(setImmediate);
  }
  globalThis.gc();
}

function counts() {
  return { heap: process.memoryUsage().heapUsed, module: linearMemory() };
}
