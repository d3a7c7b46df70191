// A package's entry, a contender's name and a file in (`node --expose-gc peak.mjs …`); out comes a line of JSON: by how
// much the process grew while it mapped that file once.

import { readFileSync, writeFileSync } from "node:fs";
import get from "lodash.get";

import { REFERENCE } from "./contenders/json.mjs";
import { switchhook } from "./contenders/switchhook.mjs";
import { linearMemory } from "./memories.mjs";
import { dotted } from "./paths.mjs";

const [entry, name, file, steps] = process.argv.slice(2);

const { WebhookNode } = await import(entry);
const { run, release } = name === REFERENCE ? reference(JSON.parse(steps)) : ours(JSON.parse(steps));
const fresh = counts().module;
// Code that is compiled and tables that are made once are not what a large body needs.
for (let index = 0; index < 100; index++) run(new TextEncoder().encode('{"orders": [], "paging": {}}'));
release();
const bytes = new Uint8Array(readFileSync(file));
globalThis.gc();
const before = { ...counts(), module: fresh, process: resetPeak() };
const values = run(bytes);
const after = { ...counts(), process: peak() };
if (values.includes(undefined)) throw new Error(`${name} does not find all values.`);
release();
const grown = Object.keys(after).map((what) => [what, Math.max(0, after[what] - before[what])]);
console.log(JSON.stringify(Object.fromEntries(grown)));

/** Nothing is collected before it is counted: garbage of ours is ours. */
function ours(steps) {
  return { ...switchhook(WebhookNode, { format: "json", steps }), release: () => undefined };
}

/** Text and tree are both there when the parser returns. Garbage besides is collected, and not counted. */
function reference(steps) {
  let alive;
  const run = (bytes) => {
    const text = new TextDecoder().decode(bytes);
    const tree = JSON.parse(text);
    alive = { text, tree };
    globalThis.gc();
    return steps.map((path) => get(tree, dotted(path)));
  };
  return { run, release: () => (alive = undefined) };
}

function counts() {
  return { heap: process.memoryUsage().heapUsed, module: linearMemory() };
}

/** Bytes of memory that the process had at most since it began, or since the last reset where Linux has one. */
function peak() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

function resetPeak() {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // Elsewhere the peak so far has to do.
  }
  return peak();
}
