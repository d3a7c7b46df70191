// A plain page without a bundler, in Chromium, under a strict Content-Security-Policy.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { after, before, it } from "node:test";
import { chromium } from "playwright-core";
import { project, sampleServer } from "./project.mjs";

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' http:";
const html = '<!doctype html><meta charset="utf-8"><title>Page</title><script type="module" src="/page.js"></script>';
const script = (entry) => `
  import init, * as switchhook from "${entry}";
  try { switchhook.checkPath("a"); } catch (error) { globalThis.early = error.code; }
  await Promise.all([init(), init()]);
  globalThis.switchhook = switchhook;`;
const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

let consumer, samples, pages, browser, page, origin;
const errors = [];
const cookies = [];

function serve(folder) {
  return createServer(async (request, response) => {
    cookies.push([request.url, request.headers.cookie]);
    const path = normalize(new URL(request.url, "http://page").pathname);
    const name = path === "/" ? "index.html" : path;
    const body = await readFile(join(folder, name)).catch(() => undefined);
    const type = types[extname(name)] ?? "application/octet-stream";
    response.writeHead(body ? 200 : 404, { "content-type": type, "content-security-policy": policy });
    response.end(body);
  });
}

before(async () => {
  [consumer, samples] = await Promise.all([project(), sampleServer()]);
  await consumer.write("index.html", html);
  const entry = createRequire(join(consumer.folder, "page.js")).resolve("switchhook/web");
  await consumer.write("page.js", script(entry.slice(consumer.folder.length).replaceAll("\\", "/")));
  pages = serve(consumer.folder);
  await new Promise((listening) => pages.listen(0, "127.0.0.1", listening));
  const flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"];
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  page = await (await browser.newContext()).newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  origin = `http://127.0.0.1:${pages.address().port}`;
  await page.goto(origin);
  await page.waitForFunction(() => "switchhook" in globalThis);
});

after(async () => {
  await browser?.close();
  pages?.close();
  pages?.closeAllConnections();
  samples?.stop();
  await consumer?.remove();
});

/** Runs a node in the page. */
const run = (definition, options = {}) => page.evaluate(async ([definition, options]) => {
  const node = new switchhook.WebhookNode({ version: 1, method: "GET", ...definition });
  if (options.abortAfter) options.signal = AbortSignal.timeout(options.abortAfter);
  const outcome = await node.run({}, options);
  node.free();
  return JSON.parse(JSON.stringify(outcome));
}, [definition, options]);

it("says that it is not ready until it is", async () => {
  assert.equal(await page.evaluate(() => globalThis.early), "not-ready");
});

it("maps what another origin answers", async () => {
  const mappings = [{ path: "data.orderId", parameter: "ORDER" }];
  const outcome = await run({ url: `${samples.origin}/sample/json`, response: { type: "json", mappings } });
  assert.deepEqual([outcome.exit, outcome.status, outcome.parameters], ["default", 200, { ORDER: "4634343214213523454" }]);
  const note = await run({
    url: `${samples.origin}/sample/xml`, response: { type: "xml", mappings: [{ path: "note.to", parameter: "TO" }] },
  });
  assert.deepEqual(note.parameters, { TO: "Tove" });
});

it("tells failures apart", async () => {
  const redirected = { url: `${samples.origin}/sample/status/302`, routes: [{ status: "3xx" }] };
  const reasons = [
    (await run({ url: "http://127.0.0.1:1/" })).failure.reason,
    (await run({ url: `${samples.origin}/sample/nocors` })).failure.reason,
    (await run(redirected)).failure.reason,
    (await run({ url: `${samples.origin}/sample/big/64` }, { maxBytes: 1000 })).failure.reason,
    (await run({ url: `${samples.origin}/sample/delay/5` }, { abortAfter: 200 })).failure.reason,
  ];
  assert.deepEqual(reasons, ["network", "network", "redirect", "too-large", "aborted"]);
});

it("asks `allow` for the request, and leaves redirects to the browser", async () => {
  const moved = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    if (request.url === "/old") response.writeHead(302, { location: "/new" });
    response.end("{}");
  });
  await new Promise((listening) => moved.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${moved.address().port}/old`;
  const [asked, outcome] = await page.evaluate(async (url) => {
    const asked = [];
    const node = new switchhook.WebhookNode({ version: 1, method: "GET", url });
    const outcome = await node.run({}, { allow: (url, hop) => asked.push([hop, url.pathname]) > 0 });
    return [asked, { exit: outcome.exit, finalUrl: outcome.finalUrl }];
  }, url);
  moved.close();
  moved.closeAllConnections();
  assert.deepEqual([asked, outcome], [[[0, "/old"]], { exit: "default", finalUrl: url.replace("old", "new") }]);
});

it("sends relative URLs to its own server, without cookies", async () => {
  const mappings = [{ path: "$", parameter: "ALL" }];
  await consumer.write("data.json", '{"here": true}');
  await page.evaluate(() => { document.cookie = "session=hunter2"; return fetch("/index.html"); });
  const outcome = await run({ url: "/data.json", response: { type: "json", mappings } });
  assert.deepEqual(cookies.slice(-2), [["/index.html", "session=hunter2"], ["/data.json", undefined]]);
  assert.deepEqual([outcome.exit, outcome.parameters], ["default", { ALL: { here: true } }]);
});

it("leaves no error on the page", () => assert.deepEqual(errors, []));
