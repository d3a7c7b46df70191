// The package in a plain page without a bundler, in Chromium, under a strict Content-Security-Policy.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { launch } from "../e2e/browser.mjs";
import { project } from "./project.mjs";

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' http: https:";
const html = '<!doctype html><meta charset="utf-8"><title>Page</title><script type="module" src="/page.js"></script>';
const script = (entry) => `
  import init, * as switchhook from "${entry}";
  try { switchhook.checkPath("a"); } catch (error) { globalThis.early = error.code; }
  await Promise.all([init(), init()]);
  globalThis.switchhook = switchhook;`;
const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/** Serves a folder, and notes the cookies that come with each request. */
const pages = (cookies) => async (folder) => {
  const server = createServer(async (request, response) => {
    cookies.push([request.url, request.headers.cookie]);
    const path = normalize(new URL(request.url, "http://page").pathname);
    const name = path === "/" ? "index.html" : path;
    const body = await readFile(join(folder, name)).catch(() => undefined);
    const type = types[extname(name)] ?? "application/octet-stream";
    response.writeHead(body ? 200 : 404, { "content-type": type, "content-security-policy": policy });
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, stop };
};

/**
 * A page with `switchhook` in it, its project, the errors that it had, and the cookies that came with each request.
 * Another server may serve the project's folder: given that, `serve` resolves to `{ origin, stop }`.
 */
export async function openPage(serve) {
  const consumer = await project();
  const [errors, cookies] = [[], []];
  await consumer.write("index.html", html);
  const entry = createRequire(join(consumer.folder, "page.js")).resolve("switchhook/web");
  await consumer.write("page.js", script(entry.slice(consumer.folder.length).replaceAll("\\", "/")));
  const { origin, stop } = await (serve ?? pages(cookies))(consumer.folder);
  const browser = await launch();
  const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(origin);
  await page.waitForFunction(() => "switchhook" in globalThis);
  const close = async () => {
    await browser.close();
    stop();
    await consumer.remove();
  };
  return { page, consumer, origin, errors, cookies, close };
}
