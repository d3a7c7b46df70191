// The names of parts in (`node report.mjs json sizes`); out come their results as Markdown. With `--write` all of them
// become docs/benchmarks.md.

import { writeFileSync } from "node:fs";

import { machine, versions } from "./environment.mjs";
import { goals } from "./goals.mjs";
import { METHOD } from "./method.mjs";
import { ROOT, read } from "./results.mjs";
import { memoryText, nativeText, raceText, sizesText, studioText, workerText } from "./sections.mjs";

const PARTS = ["json", "xml", "memory", "sizes", "native", "studio", "worker"];
const isWhole = process.argv.includes("--write");
const named = isWhole ? PARTS : process.argv.slice(2);
const results = (name, part = name) => (named.includes(part) ? read(name) : undefined);

const all = {
  node: { json: results("node-json", "json"), xml: results("node-xml", "xml") },
  chromium: { json: results("chromium-json", "json"), xml: results("chromium-xml", "xml") },
  memory: results("memory"),
  sizes: results("sizes"),
  native: results("native"),
  studio: results("studio"),
  worker: results("worker"),
  document: { node: results("node-document", "studio"), chromium: results("chromium-document", "studio") },
};

const body = [
  `## The figures that the project sets itself\n\n${goals(all)}`,
  isWhole && METHOD,
  all.node.json && raceText("JSON", all, "json"),
  all.node.xml && raceText("XML", all, "xml"),
  all.memory && memoryText(all.memory),
  all.sizes && sizesText(all.sizes, all.studio),
  all.studio && studioText(all.studio, all.document),
  all.native && nativeText(all.native),
  all.worker && workerText(all.worker),
].filter(Boolean);

if (isWhole) {
  writeFileSync(`${ROOT}docs/benchmarks.md`, `${[head(), ...body].join("\n\n")}\n`);
  console.log("wrote docs/benchmarks.md");
} else {
  console.log(`\n${body.join("\n\n")}`);
}

function head() {
  const { platforms, peers, crates } = versions();
  const list = (names) => Object.entries(names).map(([name, version]) => `${name} ${version}`).join(", ");
  return `# Benchmarks

Written by \`cargo xtask bench\` on ${new Date().toISOString().slice(0, 10)}; do not edit. Ratios say how many times longer the other one takes: above 1,
Switchhook is faster. They are what to look at. Times depend on the machine, and are there to tell what a ratio is about.

- Machine: ${machine()}
- ${list(platforms)}
- From npm, the latest that run on Node 20: ${list(peers)}
- From crates.io: ${list(crates)}`;
}
