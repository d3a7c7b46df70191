// What to measure in (`json`, `xml` or `document`); it is measured in a page in Chromium, with the packed package.

import { readFile } from "node:fs/promises";
import { build } from "esbuild";

import { project } from "../consumers/project.mjs";
import { launch } from "../e2e/browser.mjs";
import { bodies } from "./bodies.mjs";
import { write } from "./results.mjs";
import { serve } from "./serve.mjs";

const PAGE = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "switchhook/web": "/switchhook/entry/web.js" } }</script>
<script type="module" src="/page.js"></script>`;

const what = process.argv[2];
const all = what === "document" ? [] : bodies(what);
const consumer = await project();
const server = await serve(file);
// A page that may collect its garbage when it wants to, as Node with --expose-gc.
const browser = await launch(["--js-flags=--expose-gc"]);
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  page.setDefaultTimeout(300_000);
  await page.goto(`${server.origin}/index.html`);
  await page.waitForFunction("globalThis.isReady");
  write(`chromium-${what}`, what === "document" ? await page.evaluate("documentCosts()") : await races(page));
} finally {
  await browser.close();
  server.stop();
  await consumer.remove();
}

async function races(page) {
  const results = [];
  for (const { variants, ...body } of all) {
    console.log(`  ${what}, ${body.name}, in Chromium …`);
    const rows = await page.evaluate((body) => globalThis.raceOver(body), { ...body, count: variants.length });
    results.push({ name: body.name, size: body.size, rows });
  }
  return results;
}

/** The page, the script, the package's files as they are, and the bodies. */
async function file(path) {
  if (path === "/index.html") return PAGE;
  if (path === "/page.js") return script();
  if (path.startsWith("/switchhook/")) return readFile(`${consumer.installed}/${path.slice("/switchhook/".length)}`);
  const [, , format, name, index] = path.split("/");
  return all.find((body) => body.format === format && body.name === name)?.variants[index];
}

async function script() {
  const entry = new URL("page.mjs", import.meta.url).pathname;
  const options = { bundle: true, minify: true, format: "esm", platform: "browser", target: "esnext", write: false };
  const { outputFiles } = await build({ ...options, entryPoints: [entry], external: ["switchhook/web"] });
  return outputFiles[0].contents;
}
