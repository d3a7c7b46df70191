// The packed package as npm's readers see it: publint on its files, and attw on its types in every kind of resolution.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, it } from "node:test";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { project, tarball } from "../consumers/project.mjs";

const require = createRequire(import.meta.url);
let consumer;

before(async () => (consumer = await project()));
after(() => consumer?.remove());

it("publint has nothing to say, not even a suggestion", async () => {
  const { messages, pkg } = await publint({ pkgDir: consumer.installed, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

/** What attw says under some options; nothing where all is well. */
async function attw(...options) {
  const cli = join(dirname(require.resolve("@arethetypeswrong/cli/package.json")), "dist/index.js");
  const args = [cli, await tarball(), "--no-emoji", "--no-color", "--format", "ascii", ...options];
  return promisify(execFile)(process.execPath, args).then(() => "", ({ stdout, stderr }) => stdout + stderr);
}

it("attw finds the types of the package right everywhere", async () => {
  assert.equal(await attw("--entrypoints", "."), "");
});

it("attw finds those of the other entries right", async () => {
  // They are modules alone, and Node 10 knew no entries.
  assert.equal(await attw("--entrypoints", "web", "inline", "--profile", "node16", "--ignore-rules", "cjs-resolves-to-esm"), "");
});
