// A project with the package in it becomes a page in Chromium, without a bundler and under a strict policy.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { launch } from "../e2e/browser.mjs";

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' http: https:";
const html = '<!doctype html><meta charset="utf-8"><title>Page</title><script type="module" src="/page.js"></script>';
const script = (entry) => `
  import init, * as switchhook from "${entry}";
  try { switchhook.checkPath("a"); } catch (error) { globalThis.early = error.code; }
  await Promise.all([init(), init()]);
  globalThis.switchhook = switchhook;`;
const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/** Writes the page into the project: it has the package as `switchhook`. */
export async function writePage(consumer) {
  await consumer.write("index.html", html);
  const entry = createRequire(join(consumer.folder, "page.js")).resolve("switchhook/web");
  await consumer.write("page.js", script(entry.slice(consumer.folder.length).replaceAll("\\", "/")));
}

function serve(folder, cookies) {
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

/** Opens the page once the package is ready in it, from a server of its own or from `origin`. */
export async function openPage(consumer, origin) {
  await writePage(consumer);
  const errors = [];
  const cookies = [];
  const pages = origin ? undefined : serve(consumer.folder, cookies);
  if (pages) await new Promise((listening) => pages.listen(0, "127.0.0.1", listening));
  const browser = await launch();
  const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  origin ??= `http://127.0.0.1:${pages.address().port}`;
  await page.goto(origin);
  await page.waitForFunction(() => "switchhook" in globalThis);
  const close = async () => {
    await browser.close();
    pages?.close();
    pages?.closeAllConnections();
  };
  return { page, origin, errors, cookies, close };
}
