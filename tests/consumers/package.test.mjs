// The package as such: what is in it, how it loads, and that its README tells the truth.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { project } from "./project.mjs";

let consumer;

before(async () => {
  consumer = await project();
});

after(() => consumer?.remove());

const read = (name) => readFile(join(consumer.installed, name), "utf8");

it("holds what it should, and nothing of development", async () => {
  const files = (await readdir(consumer.installed, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(consumer.installed.length + 1).replaceAll("\\", "/"));
  assert.deepEqual(files.sort(), [
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "entry/node.js", "entry/web.js", "index.d.ts", "lib/boundary.js",
    "lib/document.js", "lib/error.js", "lib/index.js", "lib/later.js", "lib/node.js", "lib/option.js", "lib/outcome.js",
    "lib/signing.js", "package.json", "wasm/switchhook.js", "wasm/switchhook_bg.wasm",
  ]);
  const manifest = JSON.parse(await read("package.json"));
  assert.equal(manifest.type, "module");
  for (const name of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies", "scripts", "bin"]) {
    assert.ok(!(name in manifest), name);
  }
  for (const entry of ["node", "web"]) {
    assert.ok((await read(`entry/${entry}.js`)).trimEnd().split("\n").length <= 20, entry);
  }
});

it("runs the example of its README", async () => {
  const example = (await read("README.md")).match(/```js\n([^]*?)```/)[1];
  assert.ok(example.trimEnd().split("\n").length <= 10);
  await consumer.write("example.js", example);
  // The shop of the example does not exist, so that its answer is handed in.
  await consumer.write("shop.js", `
    globalThis.fetch = async (url) => {
      if (url !== "https://shop.example/orders/A%2017") throw new Error("asked for " + url);
      return new Response('{"order": {"total": 41.50}}');
    };`);
  const { stdout } = await consumer.node("--import", "./shop.js", "example.js");
  assert.equal(stdout.trim(), "default { TOTAL: 41.5 }");
});

const answer = `
  const node = new WebhookNode({ version: 1, method: "GET", url: "https://shop.example/",
    response: { type: "json", mappings: [{ path: "a[0]", parameter: "A" }] } });
  const fetch = async () => new Response('{"a": ["found"]}');
  node.run({}, { fetch }).then(({ parameters }) => console.log(parameters.A));`;

it("is required as it is imported", async () => {
  await consumer.write("required.cjs", `const { WebhookNode } = require("switchhook"); ${answer}`);
  await consumer.write("imported.js", `import init, { WebhookNode } from "switchhook"; init().then(() => {${answer}});`);
  await consumer.write("bare.js", `import { WebhookNode } from "switchhook"; ${answer}`);
  for (const file of ["required.cjs", "imported.js", "bare.js"]) {
    const { stdout } = await consumer.node("--no-warnings", file);
    assert.equal(stdout.trim(), "found", file);
  }
});

it("lets Node end as soon as the answer is there", async () => {
  const { stdout, milliseconds } = await (async () => {
    await consumer.write("ends.js", `import { WebhookNode } from "switchhook"; ${answer}`);
    return consumer.node("ends.js");
  })();
  assert.equal(stdout.trim(), "found");
  // A timer that were left would keep it for the ten seconds of the timeout.
  assert.ok(milliseconds < 5_000, `${milliseconds} ms`);
});

it("works where code from strings is forbidden", async () => {
  await consumer.write("strict.js", `import { WebhookNode } from "switchhook"; ${answer}`);
  const { stdout } = await consumer.node("--disallow-code-generation-from-strings", "strict.js");
  assert.equal(stdout.trim(), "found");
});
