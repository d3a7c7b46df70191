// The code of results, dialogs and requests comes after the first paint. While it does not come, what was typed stays, and
// whoever wants the rest is told; once it can come, everything works without the page being loaded again.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const LATER = "**/*_later.wasm";

/** Opens the page again, without what comes later. */
async function withoutTheRest(studio) {
  studio.expected.push(/_later\.wasm/, /ERR_FAILED|Failed to fetch/);
  await studio.page.route(LATER, (route) => route.abort());
  await studio.page.reload();
  await studio.testRequest.waitFor();
}

/** Holds what comes later back; returns what lets it go. */
async function held(studio) {
  let free;
  const asked = new Promise((resolve) => (free = resolve));
  let go;
  const gone = new Promise((resolve) => (go = resolve));
  await studio.page.route(LATER, async (route) => {
    free();
    await gone;
    await route.continue();
  });
  await studio.page.reload();
  await studio.textbox("Object path 3").waitFor();
  return async () => {
    await asked;
    go();
  };
}

test("the first paint waits for one module, and the other follows by itself", async (studio) => {
  const order = [];
  studio.page.on("request", (request) => order.push(request.url()));
  const letGo = await held(studio);
  await studio.shows(studio.result, /No response yet/);
  await eventually(async () => {
    const modules = order.filter((url) => url.endsWith(".wasm")).map((url) => /_(bg|later)\.wasm$/.exec(url)[1]);
    assert.deepEqual(modules, ["bg", "later"]);
  });
  // Pressed too early, the button works as soon as it can.
  await studio.testRequest.click();
  await studio.cancelRequest.waitFor();
  await studio.shows(studio.result, /Waiting for the answer/);
  await letGo();
  await studio.says(/default[^]*200/);
});

test("what has the keyboard keeps it when the rest arrives", async (studio) => {
  const letGo = await held(studio);
  const sample = studio.button("Use a sample response", studio.result);
  await sample.focus();
  await letGo();
  await studio.page.waitForLoadState("networkidle");
  await studio.hasFocus(sample);
  await studio.page.keyboard.press("Enter");
  await studio.page.getByRole("dialog", { name: "Sample response" }).waitFor();
});

test("while the rest is on its way, Cancel and Escape take back what waits for it", async (studio) => {
  const letGo = await held(studio);
  const { page } = studio;
  const ways = [() => studio.cancelRequest.click(), () => page.keyboard.press("Escape")];
  for (const way of ways) {
    await studio.testRequest.click();
    await studio.cancelRequest.waitFor();
    await way();
    await studio.testRequest.waitFor();
    assert.equal(await studio.cancelRequest.count(), 0);
  }
  await studio.button("Import").click();
  await page.keyboard.press("Escape");
  await letGo();
  await page.waitForLoadState("networkidle");
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.deepEqual(studio.requests, [], "what was taken back is not sent");
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
});

test("a test that cannot be sent ends, whichever of its tries for the rest fails", async (studio) => {
  studio.expected.push(/_later\.wasm/, /ERR_FAILED|Failed to fetch/);
  let tries = 0;
  await studio.page.route(LATER, (route) => (++tries <= 2 ? route.abort() : route.continue()));
  await studio.page.reload();
  await studio.testRequest.waitFor();
  await eventually(async () => assert.equal(tries, 1));
  await studio.testRequest.click();
  await studio.testRequest.waitFor();
  await eventually(async () => assert.equal(await studio.cancelRequest.count(), 0));
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
});

test("what was taken back and asked for again is not ended by the want of what it asked for first", async (studio) => {
  studio.expected.push(/_later\.wasm/, /ERR_FAILED|Failed to fetch/);
  const { page } = studio;
  // Each wish tries anew once the one before has failed: the page's own, the one that was taken back, the one that counts.
  const wishes = [
    {
      wish: () => studio.testRequest.click(),
      takeBack: () => studio.cancelRequest.click(),
      comes: () => studio.says(/default[^]*200/),
    },
    {
      wish: () => studio.button("Export").click(),
      takeBack: () => page.keyboard.press("Escape"),
      comes: () => page.getByRole("dialog", { name: "Export" }).waitFor(),
    },
  ];
  for (const { wish, takeBack, comes } of wishes) {
    let tries = 0;
    let go;
    const gone = new Promise((resolve) => (go = resolve));
    await page.unroute(LATER);
    await page.route(LATER, async (route) => {
      await gone;
      await (++tries <= 2 ? route.abort() : route.continue());
    });
    await page.reload();
    await studio.testRequest.waitFor();
    await wish();
    await takeBack();
    await wish();
    go();
    await comes();
    assert.equal(tries, 3);
    assert.equal(await page.getByText("could not be loaded").count(), 0);
  }
});

test("without the rest, the drawer works and says what is missing", { timeout: 90_000 }, async (studio) => {
  await withoutTheRest(studio);
  const { page } = studio;
  await studio.url.fill("https://shop.example/$ORDER_NO");
  await studio.textbox("Object path 1").fill("data[");
  await studio.describes(studio.textbox("Object path 1"), /\]|bracket|index/i);
  await studio.textbox("Object path 1").fill("data.id");

  const missing = page.getByText("could not be loaded");
  const ways = [
    () => studio.testRequest.click(),
    () => studio.button("Import").click(),
    () => studio.button("Copy as cURL").click(),
    () => page.keyboard.press("?"),
  ];
  for (const way of ways) {
    await way();
    await missing.waitFor();
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.equal(await studio.cancelRequest.count(), 0);
    // It goes away by itself.
    await eventually(async () => assert.equal(await missing.count(), 0), 10_000);
    await page.locator("body").click({ position: { x: 2, y: 2 } });
  }
  assert.equal(await studio.url.inputValue(), "https://shop.example/$ORDER_NO");

  await page.unroute(LATER);
  await studio.url.fill(studio.sample("json"));
  await studio.testRequest.click();
  await studio.says(/200/);
  await studio.button("Export").click();
  await page.getByRole("dialog", { name: "Export" }).waitFor();
});
