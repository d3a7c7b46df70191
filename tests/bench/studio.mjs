// The built studio in; out come what its first visit loads and when it shows something, and how long a keystroke in an
// object path takes to change that path's preview, beside a response of 1 MiB and ten mappings.

import { brotliCompressSync } from "node:zlib";

import { launch } from "../e2e/browser.mjs";
import { WIDE, close, theServer } from "../e2e/stage.mjs";
import { Studio } from "../e2e/studio.mjs";
import { listenForKeystrokes, listenForPaint } from "./probes.mjs";
import { write } from "./results.mjs";
import { quantile } from "./rounds.mjs";

const VISITS = 9;
const MAPPINGS = 10;
/** Each changes the number of an item, and with it what the path finds. */
const KEYS = ["1", "2", "Backspace", "3", "Backspace", "Backspace"];
const TIMES = 20;
/** A fast typist's pause, so that one keystroke's work does not run into the next. */
const PAUSE = 60;
/** Frames come as soon as they are ready, and not when a screen asks for them. */
const UNLIMITED = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

const HOST = "127.0.0.1";

try {
  const { port } = await theServer();
  console.log("  studio, first visits …");
  const visits = await firstVisits(port);
  console.log("  studio, keystrokes …");
  const keystrokes = { unlimited: await typed(port, UNLIMITED), screen: await typed(port, []) };
  write("studio", { ...visits, keystrokes });
} finally {
  await close();
}

/** Each in a fresh profile: nothing is cached, nothing compiled before. */
async function firstVisits(port) {
  const browser = await launch();
  const paints = [];
  let files;
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await browser.newContext({ viewport: WIDE });
    await context.addInitScript(listenForPaint);
    const page = await context.newPage();
    const responses = [];
    page.on("response", (response) => responses.push(response));
    const studio = new Studio(page, HOST, port);
    await page.goto(studio.origin);
    await studio.testRequest.waitFor();
    await page.waitForLoadState("networkidle");
    paints.push(await page.evaluate(() => globalThis.paint()));
    files ??= await Promise.all(responses.map(loaded));
    await context.close();
  }
  await browser.close();
  const median = (what) => quantile(paints.map((paint) => paint[what]), 0.5);
  return { files, paint: { visits: VISITS, first: median("first"), whole: median("whole") } };
}

async function loaded(response) {
  const body = await response.body();
  const name = new URL(response.url()).pathname.split("/").at(-1) || "index.html";
  const isLater = name.endsWith("_later.wasm");
  return { name: name.replace(/-[0-9a-f]{8,}/, ""), isLater, raw: body.length, brotli: brotliCompressSync(body).length };
}

async function typed(port, flags) {
  const browser = await launch(flags);
  const context = await browser.newContext({ viewport: WIDE });
  await context.addInitScript(listenForKeystrokes);
  const page = await context.newPage();
  const studio = new Studio(page, HOST, port);
  await page.goto(studio.origin);
  await studio.begin("big/1024");
  const fields = [];
  for (let row = 1; row <= MAPPINGS; row++) {
    const { path } = await studio.addMapping(`items[${row}].name`, `NAME_${row}`);
    fields.push(path);
  }
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
  await fields[0].focus();
  await page.waitForTimeout(500);
  await page.evaluate(() => globalThis.longTasks.splice(0));
  let count = 0;
  for (let time = 0; time < TIMES; time++) {
    const field = fields[time % fields.length];
    await field.evaluate((input) => {
      input.focus();
      input.setSelectionRange(input.value.indexOf("]"), input.value.indexOf("]"));
    });
    for (const key of KEYS) {
      await page.keyboard.press(key);
      count++;
      const shown = () => page.evaluate(() => globalThis.keystrokes.length);
      for (let wait = 0; (await shown()) < count; wait++) {
        if (wait > 100) throw new Error(`The preview stays as it is after ${key} in ${await field.inputValue()}.`);
        await page.waitForTimeout(PAUSE);
      }
      await page.waitForTimeout(PAUSE);
    }
  }
  const times = await page.evaluate(() => globalThis.keystrokes);
  const longTasks = await page.evaluate(() => globalThis.longTasks);
  const version = browser.version();
  await browser.close();
  const share = (part) => ({ p50: quantile(times.map(part), 0.5), p95: quantile(times.map(part), 0.95) });
  return { count: times.length, changed: share((time) => time.changed), frame: share((time) => time.frame), longTasks, version };
}
