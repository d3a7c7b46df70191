// The package in a plain page without a bundler, in Chromium, under a strict Content-Security-Policy.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";
import { project } from "./project.mjs";

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' http:";
const html = '<!doctype html><meta charset="utf-8"><title>Page</title><script type="module" src="/page.js"></script>';
const script = (entry) => `
  import init, * as switchhook from "${entry}";
  try { switchhook.checkPath("a"); } catch (error) { globalThis.early = error.code; }
  await Promise.all([init(), init()]);
  globalThis.switchhook = switchhook;`;
const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

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

/** A page with `switchhook` in it, its project, the errors that it had, and the cookies that came with each request. */
export async function openPage() {
  const consumer = await project();
  const [errors, cookies] = [[], []];
  await consumer.write("index.html", html);
  const entry = createRequire(join(consumer.folder, "page.js")).resolve("switchhook/web");
  await consumer.write("page.js", script(entry.slice(consumer.folder.length).replaceAll("\\", "/")));
  const pages = serve(consumer.folder, cookies);
  await new Promise((listening) => pages.listen(0, "127.0.0.1", listening));
  const flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"];
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  const page = await (await browser.newContext()).newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`http://127.0.0.1:${pages.address().port}`);
  await page.waitForFunction(() => "switchhook" in globalThis);
  const close = async () => {
    await browser.close();
    pages.close();
    pages.closeAllConnections();
    await consumer.remove();
  };
  return { page, consumer, errors, cookies, close };
}
