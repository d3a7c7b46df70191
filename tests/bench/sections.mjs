// The results of a part in, its section of the report out.

import { figure, kilobytes, megabytes, ratio, speed, spread, table, time } from "./markdown.mjs";

/** A format's races, in Node and in Chromium. */
export function raceText(title, { node, chromium }, format) {
  const sections = [["Node", node[format]], ["Chromium", chromium[format]]].filter(([, races]) => races);
  const texts = sections.map(([where, races]) => `### In ${where}\n\n${raceTable(races)}`);
  return `## ${title}: five paths\n\n${texts.join("\n\n")}`;
}

function raceTable(races) {
  const [, ...peers] = races[0].rows.map(({ name }) => name);
  const rows = races.map(({ name, size, rows: [own, ...others] }) => [
    name,
    `${time(own.milliseconds)}, ${speed(size, own.milliseconds)}`,
    ...others.map((other) => `${spread(other.ratio)}, ${time(other.milliseconds)}`),
  ]);
  return table(["body", "switchhook", ...peers], rows);
}

export function memoryText({ rows, soak }) {
  const cells = rows.map(({ name, heap, module, process }) => [
    name, megabytes(heap), megabytes(module), megabytes(heap + module), megabytes(process),
  ]);
  return `## Memory: five paths of 10 MB of JSON, in Node

By how much a fresh process grew, medians of five. The caller's own 10 MB are in none of the figures. JavaScript heap: for
JSON.parse its text and tree, with all other garbage collected; for us everything, garbage included. Linear memory is what the
module holds and, as all modules, never gives back. The last column is what the operating system saw at the peak.

${table(["", "JavaScript heap", "linear memory", "together", "process, peak"], cells)}

One node each for JSON and XML received ${soak.times.toLocaleString("en")} responses of 1 KB in ${figure(soak.seconds)} s. The linear memory grew
by ${megabytes(soak.module)} meanwhile, the JavaScript heap by ${megabytes(Math.max(0, soak.heap))}.`;
}

export function sizesText({ package: own, element, elementLater, peers, together }, studio) {
  const row = ({ name, raw, gzip, brotli }) => [name, ...[raw, gzip, brotli].map(kilobytes)];
  const sum = (parts) => parts.reduce((sum, { raw, gzip, brotli }) => ({ raw: sum.raw + raw, gzip: sum.gzip + gzip, brotli: sum.brotli + brotli }));
  const whole = (name, parts) => [...parts.map(row), row({ ...sum(parts), name: `**${name}**` })];
  const rows = [...whole("package, web entry", own), ...whole("package, element: first paint", element), row(elementLater), ...peers.map(row), row({ ...together, name: `**${together.name}**` })];
  const first = studio ? `\n\n### The studio's first visit\n\n${visitTable(studio.files)}` : "";
  return `## Sizes

JavaScript is bundled and minified by esbuild, ours and theirs.

${table(["", "raw", "gzip -9", "brotli 11"], rows)}${first}`;
}

function visitTable(files) {
  const kinds = [["wasm", ".wasm"], ["JavaScript", ".js"], ["styles", ".css"], ["page and icon", ""]];
  const first = files.filter(({ isLater }) => !isLater);
  let left = first;
  const rows = kinds.map(([kind, ending]) => {
    const chosen = left.filter(({ name }) => name.endsWith(ending));
    left = left.filter((file) => !chosen.includes(file));
    return [kind, chosen.length, ...["raw", "brotli"].map((what) => kilobytes(chosen.reduce((sum, file) => sum + file[what], 0)))];
  });
  const total = (files) => [files.length, ...["raw", "brotli"].map((what) => kilobytes(files.reduce((sum, file) => sum + file[what], 0)))];
  const later = files.filter(({ isLater }) => isLater);
  const sums = [["**first load**", ...total(first)], ["after the first paint", ...total(later)]];
  return table(["", "files", "raw", "brotli 11"], [...rows, ...sums]);
}

export function studioText({ paint, keystrokes }, document) {
  const row = ([name, { changed, frame, longTasks }]) => [
    name, ...[changed.p50, changed.p95, frame.p50, frame.p95].map((ms) => `${figure(ms)} ms`), longTasks.length,
  ];
  const rows = [["as soon as a frame is ready", keystrokes.unlimited], ["60 frames a second", keystrokes.screen]].map(row);
  const costs = Object.entries(document).filter(([, cost]) => cost).map(([where, { construct, select, suggest, parse }]) => [
    where === "node" ? "Node" : "Chromium", ...[construct, select, suggest, parse].map(time),
  ]);
  return `## The studio, in Chromium

First visit, nothing cached, served from the same machine (medians of ${paint.visits}): first contentful paint after ${figure(paint.first)} ms, the
whole drawer stands in the page after ${figure(paint.whole)} ms.

Keystrokes: a response of 1 MiB is shown, with ten mappings; ${keystrokes.unlimited.count} keys change the index in an object path. The clock
runs from the key's own time stamp until the path's preview is another one in the page, and until the frame that shows it is
done. A screen of 60 Hz adds the wait for its next frame.

${table(["frames", "changed, p50", "changed, p95", "frame, p50", "frame, p95", "tasks over 50 ms"], rows)}

Behind a keystroke, the package's \`ResponseDocument\` over 1 MiB of JSON:

${table(["", "read it", "10 × select", "suggest", "to compare: JSON.parse"], costs)}`;
}

/** Bodies become columns, for there are many contenders. */
export function nativeText(races) {
  const own = ["**switchhook**", ...races.map(({ size, rows: [row] }) => `${time(row.milliseconds)}, ${speed(size, row.milliseconds)}`)];
  const [, ...names] = races[0].rows.map(({ name }) => name);
  const cell = (size, row) => (row.name.startsWith("UTF-8") ? speed(size, row.milliseconds) : ratio(row.ratio));
  const rows = names.map((name) => [name, ...races.map(({ size, rows }) => cell(size, rows.find((row) => row.name === name)))]);
  return `## Natively: JSON, five paths

The core's own \`Node::receive\`, built as cargo builds by default (no \`target-cpu\`), at \`opt-level = 3\`. The same rounds, bodies and
checks as above. \`serde_json\` keeps the order of members, since the core asks for that. simd-json works on a copy, which is
part of its time. sonic-rs does not look at what lies behind the last value; it would gain from \`target-cpu=native\`. Checking
that the bytes are UTF-8 is the least that anyone has to do who reads them: its speed is the limit.

${table(["", ...races.map(({ name }) => name)], [own, ...rows])}`;
}

export function workerText({ node, workerd }) {
  const row = (name, { together, perSecond, p50, p95, processor }) => [
    name, together, Math.round(perSecond).toLocaleString("en"), time(p50), time(p95), Number.isFinite(processor) ? time(processor) : "–",
  ];
  const rows = [
    row("Node: `receive`", node.receive),
    row("Node: `run`, with a `fetch` that answers at once", node.memory),
    row("Node: `fetch` and `json()`, without a node", node.fetch),
    row("Node: `run`", node.run),
    row("workerd: a request that finds nothing", workerd.nothing),
    row("workerd: a run", workerd.alone),
    row("workerd: runs", workerd.together),
  ];
  return `## Runs of a node

A POST with a JSON body, answered with 1 KB of JSON by a shop on the same machine; five values are mapped. In workerd it is
the service of \`examples/worker\` in one isolate, over HTTP: the token is compared, the definition looked up, the values read, the
outcome written. Medians of three rounds. Whoever asks, the shop and the isolate share the machine's cores; the last column is
what the process itself computed for each.

${table(["", "at a time", "a second", "p50", "p95", "processor"], rows)}`;
}
