// Nothing in; the memory that mapping 10 MB of JSON takes is measured, ours and that of JSON.parse, and by how much ours
// grows over a million responses, each in processes of their own.

import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { project } from "../consumers/project.mjs";
import { bodies } from "./bodies.mjs";
import { REFERENCE } from "./contenders/json.mjs";
import { write } from "./results.mjs";
import { quantile } from "./rounds.mjs";

const RUNS = 5;
const TIMES = 1_000_000;
const body = bodies("json").find(({ name }) => name === "10 MB");
const file = join(tmpdir(), `switchhook-bench-${process.pid}.json`);
const consumer = await project();
try {
  writeFileSync(file, body.variants[0]);
  const entry = String(pathToFileURL(join(consumer.installed, "entry/node.js")));
  const rows = ["switchhook", REFERENCE].map((name) => {
    console.log(`  memory, 10 MB, ${name} …`);
    const runs = Array.from({ length: RUNS }, () => measured("peak.mjs", entry, name, file, JSON.stringify(body.steps)));
    const median = (what) => quantile(runs.map((run) => run[what]), 0.5);
    return { name, heap: median("heap"), module: median("module"), process: median("process") };
  });
  console.log(`  memory, ${TIMES} responses …`);
  write("memory", { size: body.variants[0].length, rows, soak: measured("soak.mjs", entry, TIMES) });
} finally {
  rmSync(file, { force: true });
  await consumer.remove();
}

/** What a script says that ran by itself. */
function measured(script, ...given) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, ["--expose-gc", file, ...given], { encoding: "utf8" }));
}
