// The packed package in Node, Bun and Deno: without `await init()`, by `import` and by `require()`.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { project } from "../consumers/project.mjs";
import { binary } from "./binaries.mjs";
import { EXPECTED } from "./program.mjs";

const execute = promisify(execFile);
let consumer;

before(async () => {
  consumer = await project();
  await copyFile(fileURLToPath(new URL("program.mjs", import.meta.url)), join(consumer.folder, "program.mjs"));
  const run = 'answer(switchhook).then((text) => console.log(text));';
  await consumer.write("imports.mjs", `import * as switchhook from "switchhook"; import { answer } from "./program.mjs"; ${run}`);
  await consumer.write("inline.mjs", `import * as switchhook from "switchhook/inline"; import { answer } from "./program.mjs"; ${run}`);
  await consumer.write("requires.cjs", `const switchhook = require("switchhook"); import("./program.mjs").then(({ answer }) => ${run.replace(";", "")});`);
  // One module and one class of errors, whoever asks and by which entry.
  await consumer.write("same.mjs", `
    import { createRequire } from "node:module";
    import { SwitchhookError } from "switchhook";
    import * as inline from "switchhook/inline";
    import * as web from "switchhook/web";
    const required = createRequire(import.meta.url)("switchhook");
    console.log([required, inline, web].every((entry) => entry.SwitchhookError === SwitchhookError));`);
});

after(() => consumer?.remove());

const NODE = ["--no-warnings"];
const DENO = ["run", "--no-prompt", "--cached-only"];
const cases = [
  ...["node", "node22", "node24"].flatMap((node) => [
    [node, "import", [...NODE, "imports.mjs"]], [node, "require()", [...NODE, "requires.cjs"]],
    [node, "the module in the script", [...NODE, "inline.mjs"]], [node, "one class of errors", [...NODE, "same.mjs"], "true"],
  ]),
  ["bun", "import", ["imports.mjs"]], ["bun", "require()", ["requires.cjs"]], ["bun", "one class of errors", ["same.mjs"], "true"],
  ["deno", "import, without any permission", [...DENO, "imports.mjs"]],
  ["deno", "require()", [...DENO, "--allow-read", "requires.cjs"]],
  ["deno", "the module in the script", [...DENO, "inline.mjs"]],
];

for (const [name, what, args, expected = EXPECTED] of cases) {
  const { program, skip } = binary(name);
  it(`${name}: ${what}`, { skip }, async () => {
    const { stdout, stderr } = await execute(program, args, { cwd: consumer.folder, timeout: 60_000 });
    assert.equal(stdout.trim(), expected, stderr);
    assert.equal(stderr, "");
  });
}
