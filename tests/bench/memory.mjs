// Nothing in; the memory that mapping 10 MB of JSON takes is measured, ours and that of JSON.parse, each in processes of
// their own.

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
const script = fileURLToPath(new URL("peak.mjs", import.meta.url));
const body = bodies("json").find(({ name }) => name === "10 MB");
const file = join(tmpdir(), `switchhook-bench-${process.pid}.json`);
const consumer = await project();
try {
  writeFileSync(file, body.variants[0]);
  const entry = String(pathToFileURL(join(consumer.installed, "entry/node.js")));
  const rows = ["switchhook", REFERENCE].map((name) => {
    console.log(`  memory, 10 MB, ${name} …`);
    const given = ["--expose-gc", script, entry, name, file, JSON.stringify(body.steps)];
    const runs = Array.from({ length: RUNS }, () => JSON.parse(execFileSync(process.execPath, given, { encoding: "utf8" })));
    const median = (what) => quantile(runs.map((run) => run[what]), 0.5);
    return { name, heap: median("heap"), module: median("module"), process: median("process") };
  });
  write("memory", { size: body.variants[0].length, rows });
} finally {
  rmSync(file, { force: true });
  await consumer.remove();
}
