// Nodes run over real sockets, against servers that behave and servers that do not: the same cases from Node and from a
// page in Chromium.
import assert from "node:assert/strict";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { eventually } from "../e2e/eventually.mjs";
import { nastyServer } from "./nasty.mjs";
import { openPage } from "./page.mjs";
import { sampleServer } from "./project.mjs";

const folder = fileURLToPath(new URL("live/", import.meta.url));
let servers, origins, api, opened;

before(async () => {
  // The certificate of the tests' own server is signed by nobody.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  [opened, ...servers] = await Promise.all([
    openPage(), sampleServer(), nastyServer(), nastyServer(), nastyServer({ secure: true }),
  ]);
  const [samples, nasty, other, secure] = servers.map(({ origin }) => origin);
  origins = { samples, nasty, other, secure };
  const { consumer, page } = opened;
  await mkdir(join(consumer.folder, "live"));
  for (const name of await readdir(folder)) await copyFile(join(folder, name), join(consumer.folder, "live", name));
  api = await consumer.load();
  // Cookies belong to a host, whatever the port: the servers would get it.
  await page.evaluate(() => { document.cookie = "session=hunter2"; });
});

after(async () => {
  await opened?.close();
  servers?.forEach((server) => server.stop());
});

/** A list of cases in both places at once: what differs there. */
async function inBoth(file, list, atOnce) {
  const [{ examine }, cases] = await Promise.all([import("./live/table.js"), import(`./live/${file}`)]);
  const inPage = opened.page.evaluate(async ([file, list, origins, atOnce]) => {
    const [{ examine }, cases] = await Promise.all([import("/live/table.js"), import(`/live/${file}`)]);
    return examine(switchhook, "page", cases[list](origins), atOnce);
  }, [file, list, origins, atOnce]);
  const [node, page] = await Promise.all([examine(api, "node", cases[list](origins), atOnce), inPage]);
  return { node, page };
}

const nothing = { node: [], page: [] };

describe("in Node and in Chromium", () => {
  const tables = [
    ["answers of every kind", "answers.js", "answers"],
    ["signals with any reason", "callers.js", "signals", 8],
    ["fetch functions that do anything", "callers.js", "fetches"],
    ["an `allow` that does anything", "callers.js", "allowing"],
    ["asynchronous nodes settle", "callers.js", "settling"],
    ["redirects", "redirects.js", "redirects"],
    ["timeouts, by phase", "answers.js", "slow"],
  ];
  for (const [name, file, list, atOnce] of tables) {
    it(name, { timeout: 60_000 }, async () => assert.deepEqual(await inBoth(file, list, atOnce), nothing));
  }

  it("a crowd of nodes, and one node in a crowd", { timeout: 60_000 }, async () => {
    const { crowd } = await import("./live/crowd.js");
    const page = await opened.page.evaluate(async (origins) => (await import("/live/crowd.js")).crowd(switchhook, origins), origins);
    assert.deepEqual({ node: await crowd(api, origins), page }, nothing);
  });
});

it("takes a bomb apart in little memory", async () => {
  // A process of its own: this one has grown already.
  const { stdout } = await opened.consumer.node("live/bomb.js", origins.nasty);
  const { grown, reasons } = JSON.parse(stdout);
  assert.deepEqual(reasons, Array(8).fill("too-large"));
  assert.ok(grown < 96 << 20, `${grown >> 20} MiB`);
});

it("leaves nothing behind where its page is closed in the middle of a test", async () => {
  const page = await opened.page.context().newPage();
  await page.goto(opened.origin);
  await page.waitForFunction(() => "switchhook" in globalThis);
  const [, { open, origin }] = servers;
  const waiting = () => [...open].filter(({ req }) => /^\/(silent|drip|flood)/.test(req.url)).length;
  const before = waiting();
  await page.evaluate((origin) => {
    for (const path of ["/silent", "/drip", "/flood"]) {
      new switchhook.WebhookNode({ version: 1, method: "GET", url: origin + path }).run({}, { maxBytes: 1e12 });
    }
  }, origin);
  await eventually(() => assert.equal(waiting(), before + 3));
  await page.close();
  await eventually(() => assert.equal(waiting(), before));
  // The other page of the same browser works.
  const exit = await opened.page.evaluate(async (url) => (await new switchhook.WebhookNode({ version: 1, method: "GET", url }).run()).exit, `${origin}/order`);
  assert.equal(exit, "default");
});

it("leaves nothing open at a server", async () => {
  const open = () => servers.flatMap(({ open }) => [...(open ?? [])]).map(({ req }) => req.url);
  for (let tries = 0; open().length > 0 && tries < 50; tries += 1) await new Promise((done) => setTimeout(done, 100));
  assert.deepEqual(open(), []);
});

it("leaves no rejection unhandled, and no error on the page", async () => {
  const { unhandled } = await import("./live/table.js");
  const inPage = await opened.page.evaluate(async () => (await import("/live/table.js")).unhandled);
  assert.deepEqual([unhandled, inPage, opened.errors], [[], [], []]);
});
