// A project with the packed package and a port in; the example of a worker out, on bare workerd: one isolate, and no
// proxy of a development server before it. Its key-value store is a second isolate.

import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { binary } from "../runtimes/binaries.mjs";
import { freePort, serving } from "../runtimes/serving.mjs";
import { ROOT } from "./results.mjs";

export const TOKEN = "hunter2";

const STORE = `
  const values = new Map();
  export default {
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (request.method === "PUT") values.set(pathname, await request.text());
      return values.has(pathname) ? new Response(values.get(pathname)) : new Response(null, { status: 404 });
    },
  };`;

/** The server, and its process. */
export async function workerd(consumer, reachable) {
  for (const name of ["addresses", "worker"]) cpSync(`${ROOT}examples/${name}`, join(consumer.folder, "examples", name), { recursive: true });
  // workerd knows modules by their names, and takes this one for the package beside the worker's files.
  await consumer.write("examples/worker/src/switchhook.js", 'export * from "../../../node_modules/switchhook/entry/workerd.js";');
  await consumer.write("store.mjs", STORE);
  const port = await freePort();
  writeFileSync(join(consumer.folder, "bench.capnp"), configuration(consumer.folder, port, reachable));
  return serving(port, binary("workerd").program, ["serve", "bench.capnp"], consumer.folder);
}

function configuration(folder, port, reachable) {
  const files = readdirSync(folder, { recursive: true });
  const chosen = files.filter((name) => /^examples\/(addresses\/allow|worker\/src\/\w+)\.m?js$|switchhook\/(entry\/workerd|lib\/\w+|wasm\/switchhook)\.js$/.test(name));
  const main = "examples/worker/src/worker.js";
  const name = (file) => file.replace(/src\/switchhook\.js$/, "src/switchhook");
  // The first module is the worker itself.
  const scripts = [main, ...chosen.filter((file) => file !== main)].map((file) => `(name = "${name(file)}", esModule = embed "${file}"),`);
  const wasm = "node_modules/switchhook/wasm/switchhook_bg.wasm";
  return `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [
        (name = "main", worker = (compatibilityDate = "2026-01-01", compatibilityFlags = ["nodejs_compat"],
          modules = [${scripts.join("\n")} (name = "${wasm}", wasm = embed "${wasm}")],
          bindings = [(name = "NODES", kvNamespace = "store"), (name = "TOKEN", text = "${TOKEN}"), (name = "REACHABLE", text = "${reachable}")])),
        (name = "store", worker = (compatibilityDate = "2026-01-01", modules = [(name = "store.mjs", esModule = embed "store.mjs")])),
        (name = "internet", network = (allow = ["public", "private"])),
      ],
      sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
    );`;
}
