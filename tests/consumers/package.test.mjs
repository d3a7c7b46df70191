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
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "THIRD-PARTY-LICENSES.txt", "definition.schema.json", "element-strings.json", "element.d.ts", "entry/deno.js", "entry/element.js", "entry/inline.js",
    "entry/node.cjs", "entry/node.js", "entry/web.js", "entry/workerd.js", "index.d.cts", "index.d.ts", "lib/boundary.js", "lib/compile.js", "lib/document.js", "lib/element.js",
    "lib/error.js", "lib/exchange.js", "lib/index.js", "lib/instance.js", "lib/load.js", "lib/node.js", "lib/number.js", "lib/option.js", "lib/outcome.js",
    "lib/signing.js", "lib/strings.js", "lib/text.js", "package.json", "sbom.cdx.json", "wasm/element.js", "wasm/element_bg.wasm", "wasm/element_later_bg.wasm",
    "wasm/inline.js", "wasm/styles.js", "wasm/switchhook.js",
    "wasm/switchhook_bg.wasm",
  ]);
  assert.equal(await read("index.d.cts"), await read("index.d.ts"));
  const manifest = JSON.parse(await read("package.json"));
  assert.equal(manifest.type, "module");
  for (const name of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies", "scripts", "bin"]) {
    assert.ok(!(name in manifest), name);
  }
  for (const entry of files.filter((name) => name.startsWith("entry/"))) {
    assert.ok((await read(entry)).trimEnd().split("\n").length <= 20, entry);
  }
});

it("has the schema of definitions, for whoever imports it", async () => {
  await consumer.write("schema.js", `
    import schema from "switchhook/definition.schema.json" with { type: "json" };
    console.log(schema.$schema, schema.required.join(" "), schema.properties.timeoutSeconds.maximum);`);
  const { stdout } = await consumer.node("--no-warnings", "schema.js");
  assert.equal(stdout.trim(), "https://json-schema.org/draft/2020-12/schema version method url 25");
});

it("names the crates inside of the modules, and brings their licences", async () => {
  const { bomFormat, metadata, components } = JSON.parse(await read("sbom.cdx.json"));
  const { version } = JSON.parse(await read("package.json"));
  assert.deepEqual([bomFormat, metadata.component.purl], ["CycloneDX", `pkg:npm/switchhook@${version}`]);
  const names = components.map(({ name }) => name);
  // What the architecture names, without what runs at build time.
  for (const name of ["roxmltree", "memchr", "simdutf8", "self_cell", "wasm-bindgen", "yew", "rust-std"]) assert.ok(names.includes(name), name);
  for (const name of ["switchhook", "syn", "wasm-bindgen-macro"]) assert.ok(!names.includes(name), name);
  const notices = await read("THIRD-PARTY-LICENSES.txt");
  for (const { name, version, purl, hashes, licenses } of components.filter(({ name }) => name !== "rust-std")) {
    assert.equal(purl, `pkg:cargo/${name}@${version}`);
    assert.match(hashes[0].content, /^[0-9a-f]{64}$/);
    assert.ok(notices.includes(`\n${name} ${version} (${licenses[0].expression})\n`), name);
  }
});

const examples = async () => [...(await read("README.md")).matchAll(/```js\n([^]*?)```/g)].map(([, code]) => code);

it("runs the example of its README", async () => {
  const [example, allow] = await examples();
  assert.ok(example.trimEnd().split("\n").length <= 10);
  // The shop of the example does not exist, so that its answer is handed in.
  await consumer.write("shop.js", `
    globalThis.fetch = async (url) => {
      if (!["/A%2017", "/7"].some((order) => url === "https://shop.example/orders" + order)) throw new Error("asked for " + url);
      return new Response('{"order": {"total": 41.50}}');
    };`);
  await consumer.write("example.js", example);
  const { stdout } = await consumer.node("--import", "./shop.js", "example.js");
  assert.equal(stdout.trim(), "default { TOTAL: 41.5 }");

  const restricted = allow.replace("const outcome", "const { exit, failure }");
  const other = restricted.replace('["shop.example", ', "[");
  for (const [code, said] of [[restricted, "default undefined"], [other, "failed blocked"]]) {
    await consumer.write("allow.js", `${example}{ ${code} console.log(exit, failure?.reason); }`);
    assert.equal((await consumer.node("--import", "./shop.js", "allow.js")).stdout.trim().split("\n")[1], said);
  }
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
