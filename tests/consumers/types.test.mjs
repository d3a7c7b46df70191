// The types that the package ships, compiled strictly, and held against the contract both ways.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "./project.mjs";

const require = createRequire(import.meta.url);
const here = join(dirname(fileURLToPath(import.meta.url)), "types");
let consumer;

before(async () => {
  consumer = await project();
  for (const name of ["consumer.ts", "both-ways.ts", "contract.d.ts"]) {
    await copyFile(join(here, name), join(consumer.folder, name));
  }
});

after(() => consumer?.remove());

/** What the compiler says of one file under some options; nothing where all is well. */
async function compile(file, options) {
  const strict = {
    strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, types: [],
    target: "es2022", lib: ["es2022", "dom", "dom.iterable", "esnext.disposable"], module: "nodenext",
  };
  await consumer.write("tsconfig.json", JSON.stringify({ compilerOptions: { ...strict, ...options }, files: [file] }));
  const manifest = require.resolve("typescript/package.json");
  const { bin } = JSON.parse(await readFile(manifest, "utf8"));
  const compiler = join(dirname(manifest), typeof bin === "string" ? bin : bin.tsc);
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, "--project", consumer.folder, "--pretty", "false"], (error, stdout, stderr) => {
      resolve(error ? stdout + stderr || error.message : "");
    });
  });
}

const kinds = {
  "Node, ESM": { module: "nodenext", moduleResolution: "nodenext" },
  "Node 16, ESM": { module: "node16", moduleResolution: "node16" },
  "a bundler": { module: "esnext", moduleResolution: "bundler" },
  "without the lib of `using`": { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"] },
};

for (const [name, options] of Object.entries(kinds)) {
  it(`compiles a consumer: ${name}`, async () => {
    assert.equal(await compile("consumer.ts", options), "");
  });
}

it("compiles a consumer: Node 16, CommonJS", async () => {
  await copyFile(join(here, "consumer.ts"), join(consumer.folder, "consumer.cts"));
  assert.equal(await compile("consumer.cts", { module: "node16", moduleResolution: "node16" }), "");
});

it("compiles a consumer of each entry", async () => {
  await consumer.write("entries.ts", `
    import { WebhookNode } from "switchhook";
    import web, { WebhookNode as OfWeb } from "switchhook/web";
    import inline, { WebhookNode as OfInline } from "switchhook/inline";
    export const same: (typeof WebhookNode)[] = [OfWeb, OfInline];
    import { defineWebhookNode } from "switchhook/element";
    export const ready: Promise<unknown>[] = [web(), inline(), defineWebhookNode("a-node")];
    const node = document.createElement("webhook-node");
    node.definition = { version: 1, method: "GET", url: "" };
    export const tested: Promise<string> = node.test({ ID: 1 }).then(({ exit }) => exit + node.problems.length);
    node.strings = { "Test request": "Anfrage testen", "{count} problems": ({ count }) => count + " Probleme" };
    node.strings = null;
    node.addEventListener("definition-change", ({ detail }) => detail.url.length);
    node.addEventListener("parameters-change", ({ detail }) => detail[0]?.entity, { once: true });
    const tell = function (this: HTMLElement, { detail }: { detail: { exit: string } }) { this.title = detail.exit; };
    node.addEventListener("outcome", tell);
    node.removeEventListener("outcome", tell);
    node.addEventListener("click", ({ clientX }) => clientX);
    node.addEventListener("another", (event) => event.type);
    // @ts-expect-error: words are texts
    node.strings = { Undo: 7 };
    // @ts-expect-error: problems are the drawer's to say
    node.problems = [];`);
  assert.equal(await compile("entries.ts", {}), "");
});

it("is assignable to the contract and from it", async () => {
  assert.equal(await compile("both-ways.ts", {}), "");
});
