// A spec's test in; out comes its run on a fresh page of the built studio, served by the real server in a real
// Chromium, and a failure where the page complained: about an error, an exception, or its Content-Security-Policy.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { after, test as nodeTest } from "node:test";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";

import { launch } from "./browser.mjs";
import { PATIENCE } from "./eventually.mjs";
import { Studio } from "./studio.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const SERVER = process.env.SWITCHHOOK_SERVER ?? `${root}target/debug/switchhook-server`;
/** Any that is free, unless one is to be seen in pictures. */
const PORT = process.env.SWITCHHOOK_PORT ?? "0";
const DIST = process.env.SWITCHHOOK_DIST ?? `${root}dist`;

export const WIDE = { width: 1440, height: 1000 };
export const PHONE = { width: 390, height: 844 };

/** Runs a test on a studio that was just opened. Options: those of a browser context, and `host`, `timeout`. */
export function test(name, options, body) {
  if (body === undefined) return test(name, {}, options);
  closesAfterwards();
  const { timeout = 30_000, host = "127.0.0.1", ...look } = options;
  return nodeTest(name, { timeout }, async () => {
    const studio = await open(host, look);
    try {
      await body(studio);
      await studio.wasQuiet();
    } catch (error) {
      await picture(studio, name);
      // Whatever the matter was, the next test does not inherit it.
      await leave();
      throw error;
    }
  });
}

/** The page of the test before, and what it was opened with: storage goes by the host. */
let page;
let opened;

/** A studio as on a first visit, with all that comes after its first paint. A page takes a second to make, so one serves several tests. */
export async function open(host, look = {}) {
  const [browser, { port }] = await Promise.all([theBrowser(), theServer()]);
  if (page && isDeepStrictEqual(opened, { host, look })) {
    page.removeAllListeners();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.evaluate(forget);
    await page.mouse.move(0, 0);
  } else {
    await leave();
    const context = await browser.newContext({ viewport: WIDE, ...look });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(listenForViolations);
    [page, opened] = [await context.newPage(), { host, look }];
  }
  const studio = new Studio(page, host, port);
  await page.goto(studio.origin);
  await studio.testRequest.waitFor({ timeout: 20_000 });
  await studio.outcome.waitFor({ state: "attached", timeout: 20_000 });
  return studio;
}

/** Runs in the page. One that is left keeps what was typed last: it does so first, and forgets it then. */
function forget() {
  dispatchEvent(new PageTransitionEvent("pagehide"));
  localStorage.clear();
}

async function leave() {
  await page?.context().close();
  page = undefined;
}

/** Runs in the page, before anything else does. */
function listenForViolations() {
  globalThis.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
}

/** What the page looked like when a test failed; only a help, so it may fail itself. */
async function picture(studio, name) {
  const folder = `${root}target/e2e`;
  const file = `${folder}/${name.replace(/[^a-z0-9]+/gi, "-").slice(0, 80)}.png`;
  try {
    mkdirSync(folder, { recursive: true });
    await studio.page.screenshot({ path: file });
    console.error(`What it looked like: ${file}`);
  } catch {
    console.error("There is no picture of it.");
  }
}

export const theServer = once(async () => {
  assert.ok(existsSync(SERVER), `there is no server at ${SERVER}: build it, or name it in SWITCHHOOK_SERVER`);
  assert.ok(existsSync(`${DIST}/index.html`), `there is no studio in ${DIST}: build it, or name it in SWITCHHOOK_DIST`);
  const server = spawn(SERVER, ["--port", PORT, "--dist", DIST], { stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => server.kill());
  for await (const line of createInterface({ input: server.stdout })) {
    const ready = /^Switchhook studio on http:\/\/127\.0\.0\.1:(\d+)$/.exec(line);
    // An open pipe and a child would keep this process from ending.
    server.unref();
    server.stdout.unref?.();
    if (ready) return { server, port: Number(ready[1]) };
  }
  throw new Error(`${SERVER} ended before it was ready`);
});

const theBrowser = once(launch);

/** A value that is made when it is first asked for. */
function once(make) {
  let made;
  const get = () => (made ??= make());
  get.close = async (close) => made && close(await made);
  return get;
}

const closesAfterwards = once(() => after(close));

/** Ends the browser and the server; a run of specs does so by itself. */
export async function close() {
  await theBrowser.close((browser) => browser.close());
  await theServer.close(({ server }) => server.kill());
}
