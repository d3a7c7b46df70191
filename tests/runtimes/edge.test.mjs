// The packed package on the edge: bare workerd with the files as they are, and `wrangler dev`, which finds the entry by
// itself. Each answers real HTTP, as a new isolate and a second time.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFile, readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { eventually } from "../e2e/eventually.mjs";
import { project } from "../consumers/project.mjs";
import { binary } from "./binaries.mjs";
import { EXPECTED } from "./program.mjs";

const STARTING = 30_000;
const COMPATIBLE = "2026-01-01";

let consumer;
const running = [];

before(async () => {
  consumer = await project();
  await copyFile(fileURLToPath(new URL("program.mjs", import.meta.url)), join(consumer.folder, "program.mjs"));
});

after(async () => {
  for (const child of running) stop(child);
  await consumer?.remove();
});

const worker = (entry) => `
  import * as switchhook from "${entry}";
  import { answer } from "./program.mjs";
  export default { fetch: async () => new Response(await answer(switchhook)) };`;

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts a server and asks it; what it said is the reason where it gives no answer. */
async function asked(port, program, args) {
  const child = spawn(program, args, { cwd: consumer.folder, detached: true, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false" } });
  running.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const ask = async () => (await fetch(`http://127.0.0.1:${port}/`)).text();
  try {
    const first = await eventually(ask, STARTING);
    return [first, await ask()];
  } catch (cause) {
    throw new Error(`no answer within ${STARTING} ms: ${said}`, { cause });
  } finally {
    stop(child);
  }
}

/** A server with the processes that it started itself. */
function stop(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended.
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

// wrangler wants Node 22.
const node = binary("node22");

/** Serves a worker with `wrangler dev`, and asks it twice. */
async function wrangler(code) {
  const port = await freePort();
  await consumer.write("worker.mjs", code);
  await consumer.write("wrangler.json", JSON.stringify({ name: "consumer", main: "worker.mjs", compatibility_date: COMPATIBLE, send_metrics: false }));
  const manifest = createRequire(import.meta.url).resolve("wrangler/package.json");
  const args = [join(dirname(manifest), "bin/wrangler.js"), "dev", "--local", "--ip", "127.0.0.1", "--port", `${port}`, "--inspector-port", `${await freePort()}`];
  return asked(port, node.program, args);
}

it("wrangler dev", { skip: node.skip }, async () => {
  assert.deepEqual(await wrangler(worker("switchhook")), [EXPECTED, EXPECTED]);
});

it("the worker of the README", { skip: node.skip }, async () => {
  const readme = await readFile(join(consumer.installed, "README.md"), "utf8");
  const [, code] = readme.match(/```js\n(import [^`]*?waitUntil[^`]*?)```/);
  assert.deepEqual(await wrangler(code), ["default", "default"]);
});
