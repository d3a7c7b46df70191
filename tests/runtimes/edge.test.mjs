// The packed package on the edge: bare workerd with the files as they are, and `wrangler dev`, which finds the entry by
// itself. Each answers real HTTP, as a new isolate and a second time.
import assert from "node:assert/strict";
import { copyFile, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "../consumers/project.mjs";
import { binary } from "./binaries.mjs";
import { EXPECTED } from "./program.mjs";
import { freePort, serving, wranglerDev } from "./serving.mjs";

const COMPATIBLE = "2026-01-01";

let consumer;

before(async () => {
  consumer = await project();
  await copyFile(fileURLToPath(new URL("program.mjs", import.meta.url)), join(consumer.folder, "program.mjs"));
});

after(() => consumer?.remove());

const worker = (entry) => `
  import * as switchhook from "${entry}";
  import { answer } from "./program.mjs";
  export default { fetch: async () => new Response(await answer(switchhook)) };`;

/** What a server answers, asked twice. */
async function asked(port, program, args) {
  const server = await serving(port, program, args, consumer.folder);
  try {
    const ask = async () => (await fetch(server.origin)).text();
    return [await ask(), await ask()];
  } finally {
    server.stop();
  }
}

const workerd = binary("workerd");

it("workerd, with nothing in between", { skip: workerd.skip }, async () => {
  const port = await freePort();
  await consumer.write("bare.mjs", worker("./node_modules/switchhook/entry/workerd.js"));
  const files = (await readdir(consumer.installed, { recursive: true })).map((name) => `node_modules/switchhook/${name}`);
  const modules = files.filter((name) => /(entry\/workerd|lib\/\w+|wasm\/switchhook)\.js$/.test(name)).map((name) => `(name = "${name}", esModule = embed "${name}"),`);
  await consumer.write("bare.capnp", `
    using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [(name = "main", worker = (compatibilityDate = "${COMPATIBLE}", modules = [
        (name = "bare.mjs", esModule = embed "bare.mjs"), (name = "program.mjs", esModule = embed "program.mjs"), ${modules.join("\n")}
        (name = "node_modules/switchhook/wasm/switchhook_bg.wasm", wasm = embed "node_modules/switchhook/wasm/switchhook_bg.wasm"),
      ]))],
      sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
    );`);
  assert.deepEqual(await asked(port, workerd.program, ["serve", "bare.capnp"]), [EXPECTED, EXPECTED]);
});

/** Serves a worker with `wrangler dev`, and asks it twice. */
async function wrangler(code) {
  await consumer.write("worker.mjs", code);
  await consumer.write("wrangler.json", JSON.stringify({ name: "consumer", main: "worker.mjs", compatibility_date: COMPATIBLE }));
  const port = await freePort();
  return asked(port, node.program, await wranglerDev(port));
}

// wrangler wants Node 22.
const node = binary("node22");

it("wrangler dev", { skip: node.skip }, async () => {
  assert.deepEqual(await wrangler(worker("switchhook")), [EXPECTED, EXPECTED]);
});

it("the worker of the README", { skip: node.skip }, async () => {
  const readme = await readFile(join(consumer.installed, "README.md"), "utf8");
  const [, code] = readme.match(/```js\n(import [^`]*?waitUntil[^`]*?)```/);
  assert.deepEqual(await wrangler(code), ["default", "default"]);
});
