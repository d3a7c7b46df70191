// Servers that behave and servers that do not, seen from workerd: the tables that Node and Chromium have in
// `tests/consumers/live.test.mjs`, over the same sockets; and a worker that is ended in the middle of a run.
import assert from "node:assert/strict";
import { copyFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { nastyServer } from "../consumers/nasty.mjs";
import { project, sampleServer } from "../consumers/project.mjs";
import { eventually } from "../e2e/eventually.mjs";
import { binary } from "./binaries.mjs";
import { freePort, serving } from "./serving.mjs";

const { program, skip } = binary("workerd");
const live = fileURLToPath(new URL("../consumers/live/", import.meta.url));
const SCRIPTS = ["answers.js", "redirects.js", "table.js"];

/** Answers the table that its query names: what differs. Each test of a table is a run of its own. */
const WORKER = `
  import * as switchhook from "./node_modules/switchhook/entry/workerd.js";
  import { answers, slow } from "./answers.js";
  import { redirects } from "./redirects.js";
  import { examine } from "./table.js";
  const tables = { answers, slow, redirects };
  export default {
    async fetch(request) {
      const { searchParams } = new URL(request.url);
      const [table, origins] = ["table", "origins"].map((name) => searchParams.get(name));
      if (!table) return new Response("ready");
      const cases = tables[table](JSON.parse(origins)).filter(({ name }) => name === searchParams.get("name"));
      return Response.json(await examine(switchhook, "workerd", cases));
    },
  };`;

let consumer, servers, origins, port, worker;

before(async () => {
  if (skip) return;
  [consumer, ...servers] = await Promise.all([project(), sampleServer(), nastyServer(), nastyServer(), nastyServer({ secure: true })]);
  const [samples, nasty, other, secure] = servers.map(({ origin }) => origin);
  origins = { samples, nasty, other, secure };
  for (const name of SCRIPTS) await copyFile(join(live, name), join(consumer.folder, name));
  await consumer.write("worker.mjs", WORKER);
  port = await freePort();
  const files = (await readdir(consumer.installed, { recursive: true })).map((name) => `node_modules/switchhook/${name}`);
  const scripts = files.filter((name) => /(entry\/workerd|lib\/\w+|wasm\/switchhook)\.js$/.test(name));
  const modules = ["worker.mjs", ...SCRIPTS, ...scripts].map((name) => `(name = "${name}", esModule = embed "${name}"),`);
  await consumer.write("faults.capnp", `
    using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (
      services = [
        (name = "main", worker = (compatibilityDate = "2026-01-01", globalOutbound = "net", modules = [
          ${modules.join("\n")}
          (name = "node_modules/switchhook/wasm/switchhook_bg.wasm", wasm = embed "node_modules/switchhook/wasm/switchhook_bg.wasm"),
        ])),
        (name = "net", network = (allow = ["private", "public"])),
      ],
      sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
    );`);
  worker = await start();
});

after(async () => {
  worker?.stop();
  servers?.forEach((server) => server.stop());
  await consumer?.remove();
});

const start = () => serving(port, program, ["serve", "faults.capnp"], consumer.folder);

/** Runs cases of a table, so many at once: what differs. */
async function differing(table, cases, atOnce) {
  const ask = async ({ name }) => {
    const query = new URLSearchParams({ table, name, origins: JSON.stringify(origins) });
    return (await fetch(`${worker.origin}/?${query}`)).json();
  };
  const found = [];
  for (let at = 0; at < cases.length; at += atOnce) found.push(...(await Promise.all(cases.slice(at, at + atOnce).map(ask))).flat());
  return found;
}

describe("in workerd", { skip }, () => {
  it("answers of every kind", { timeout: 60_000 }, async () => {
    const { answers } = await import("../consumers/live/answers.js");
    // workerd knows no deflate, and undoes one encoding of several.
    const cases = answers(origins).filter(({ name }) => !["/packed/deflate", "a bomb in a bomb"].includes(name));
    assert.deepEqual(await differing("answers", cases, 4), []);
  });

  it("redirects", { timeout: 60_000 }, async () => {
    const { redirects } = await import("../consumers/live/redirects.js");
    // Nobody whom workerd trusts has signed the certificate of the tests' own server.
    const cases = redirects(origins).filter(({ url }) => !decodeURIComponent(url).includes(origins.secure));
    assert.deepEqual(await differing("redirects", cases, 8), []);
  });

  it("timeouts, by phase", { timeout: 60_000 }, async () => {
    const { slow } = await import("../consumers/live/answers.js");
    assert.deepEqual(await differing("slow", slow(origins), 20), []);
  });

  it("a worker that ends in the middle of a run leaves nothing open, and its successor works", { timeout: 60_000 }, async () => {
    const [, { open }] = servers;
    await eventually(() => assert.equal(open.size, 0));
    const runs = differing("slow", [{ name: "silent" }, { name: "a body without end" }], 2).catch(() => "ended");
    await eventually(() => assert.equal(open.size, 2));
    worker.stop();
    assert.equal(await runs, "ended");
    await eventually(() => assert.equal(open.size, 0));
    worker = await start();
    assert.deepEqual(await differing("answers", [{ name: "/order" }], 1), []);
  });
});
