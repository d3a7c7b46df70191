// Failures: too slow, cancelled, nobody there, hidden by the browser, not readable. Each says what happened and what
// to do, in words.

import assert from "node:assert/strict";
import { createServer } from "node:net";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

/** A port at which nobody listens. */
async function closedPort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("a server that takes longer than the timeout has failed, after 10 s", { timeout: 40_000 }, async (studio) => {
  await studio.url.fill(studio.sample("delay/15"));
  const start = Date.now();
  await studio.testRequest.click();
  await studio.cancelRequest.waitFor();
  await studio.says(/failed/, 15_000);
  const elapsed = Date.now() - start;
  assert.ok(elapsed > 9_500, `it took ${elapsed} ms`);
  await studio.says(/10\.\d s/);
  await studio.says(/too slow|timeout/i);
  await studio.shows(studio.result, /No answer in 10 s/);
  await studio.takes("failed");
  // The way out is a button.
  await studio.result.getByRole("button", { name: /25 s/ }).click();
  await eventually(async () => assert.equal(await studio.timeout.inputValue(), "25"));
});

const ways = [
  ["the button", (studio) => studio.cancelRequest.click()],
  ["Esc", (studio) => studio.page.keyboard.press("Escape")],
];
for (const [name, cancel] of ways) {
  test(`${name} cancels a running request`, async (studio) => {
    await studio.url.fill(studio.sample("delay/30"));
    const failed = studio.page.waitForEvent("requestfailed");
    await studio.testRequest.click();
    await studio.cancelRequest.waitFor();
    await cancel(studio);
    await studio.says(/cancelled/i);
    assert.match((await failed).failure().errorText, /ABORTED/, "the transfer itself ends");
    await studio.testRequest.waitFor();
    assert.equal(await studio.cancelRequest.count(), 0);
    // Ready for the next one.
    await studio.url.fill(studio.sample("json"));
    await studio.testRequest.click();
    await studio.says(/default[^]*200/);
  });
}

test("the keyboard is not lost when a request begins and is cancelled", async (studio) => {
  await studio.url.fill(studio.sample("delay/30"));
  await studio.testRequest.focus();
  await studio.page.keyboard.press("Enter");
  await studio.cancelRequest.waitFor();
  assert.notEqual(await studio.focusedName(), "nothing");
  await studio.cancelRequest.focus();
  await studio.page.keyboard.press("Enter");
  await studio.says(/cancelled/i);
  await studio.hasFocus(studio.testRequest);
});

test("a request that is on its way is not sent again", async (studio) => {
  await studio.url.fill(studio.sample("delay/1"));
  await studio.testRequest.click();
  await studio.cancelRequest.waitFor();
  assert.equal(await studio.testRequest.getAttribute("aria-disabled"), "true");
  await studio.page.keyboard.press("Control+Enter");
  await studio.says(/failed[^]*mapping/);
  assert.equal(studio.requests.length, 1);
});

test("at an address where nobody answers, it says so", async (studio) => {
  studio.expects(/ERR_CONNECTION_REFUSED/);
  const port = await closedPort();
  await studio.url.fill(`http://localhost:${port}/orders`);
  await studio.testRequest.click();
  await studio.says(/failed/);
  await studio.shows(studio.result, /Nobody answers/);
  await studio.shows(studio.result, /localhost/);
  const orders = studio.requests.filter((request) => request.url().endsWith("/orders"));
  assert.equal(orders.length, 1, "the request itself is not repeated");
});

test("a server that knows nothing of CORS is named, with the header that it needs", async (studio) => {
  studio.expects(/blocked by CORS policy|ERR_FAILED/);
  await studio.url.fill(studio.sample("nocors"));
  await studio.testRequest.click();
  await studio.says(/failed/);
  await studio.shows(studio.result, /CORS/);
  await studio.shows(studio.result, new RegExp(`Access-Control-Allow-Origin: ${studio.origin}`));
  assert.doesNotMatch(await studio.result.innerText(), /Access-Control-Allow-(Methods|Headers)/);
});

test("a request that the browser asks about first needs more headers", async (studio) => {
  studio.expects(/blocked by CORS policy|ERR_FAILED/);
  await studio.begin("nocors", "PUT");
  await studio.addHeader("X-Trace", "1");
  await studio.testRequest.click();
  await studio.says(/failed/);
  await studio.shows(studio.result, /Access-Control-Allow-Methods: PUT/);
  await studio.shows(studio.result, /Access-Control-Allow-Headers: x-trace/i);
});

test("what is no JSON is told with line and column", async (studio) => {
  await studio.url.fill(studio.sample("broken"));
  await studio.testRequest.click();
  await studio.says(/failed/);
  await studio.shows(studio.result, /line 1, column 26/);
});

test("what came instead of JSON is named", async (studio) => {
  const rows = [
    ["html", /HTML page[^]*502 Bad Gateway/],
    ["empty", /has no body/],
    ["encoding", /UTF-8/],
  ];
  for (const [how, words] of rows) {
    await studio.url.fill(studio.sample(`broken?how=${how}`));
    await studio.testRequest.click();
    await studio.says(/failed/);
    await studio.shows(studio.result, words);
  }
});

test("a connection that breaks off is told", async (studio) => {
  studio.expects(/ERR_(CONTENT_LENGTH_MISMATCH|INCOMPLETE|CONNECTION)/);
  await studio.url.fill(studio.sample("broken?how=reset"));
  await studio.testRequest.click();
  await studio.says(/failed/);
  await studio.shows(studio.result, /broke off/);
});
