// The package in a plain page without a bundler, in Chromium, under a strict Content-Security-Policy.
import { createRequire } from "node:module";
import { join } from "node:path";
import { launch } from "../e2e/browser.mjs";
import { pages } from "./pages.mjs";
import { project } from "./project.mjs";

const html = '<!doctype html><meta charset="utf-8"><title>Page</title><script type="module" src="/page.js"></script>';
const script = (entry) => `
  import init, * as switchhook from "${entry}";
  try { switchhook.checkPath("a"); } catch (error) { globalThis.early = error.code; }
  await Promise.all([init(), init()]);
  globalThis.switchhook = switchhook;`;

/**
 * A page with `switchhook` in it, its project, the errors that it had, and the cookies that came with each request.
 * Another server may serve the project's folder: given that, `serve` resolves to `{ origin, stop }`.
 */
export async function openPage(serve) {
  const consumer = await project();
  const [errors, cookies] = [[], []];
  const own = (folder) => pages(folder, ({ url, headers }) => cookies.push([url, headers.cookie]));
  await consumer.write("index.html", html);
  const entry = createRequire(join(consumer.folder, "page.js")).resolve("switchhook/web");
  await consumer.write("page.js", script(entry.slice(consumer.folder.length).replaceAll("\\", "/")));
  const { origin, stop } = await (serve ?? own)(consumer.folder);
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
