// The ways out where the browser refuses: through the relay, for one test or for good, and as a cURL command.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

/** Comes to a test that the browser refused. */
async function refused(studio) {
  studio.expects(/blocked by CORS policy|ERR_FAILED/);
  await studio.url.fill(studio.sample("nocors"));
  await studio.testRequest.click();
  await studio.shows(studio.result, /Access-Control-Allow-Origin/);
}

test("once: the next test goes straight again", async (studio) => {
  await refused(studio);
  await studio.button("Send through the relay").click();
  await studio.says(/200[^]*through the relay/);
  await studio.shows(await studio.panel("Request sent"), /Sent through the relay/);
  await studio.testRequest.click();
  await studio.says(/hid the answer/);
});

test("for good, across a reload, until it is turned off", async (studio) => {
  await refused(studio);
  await studio.button("Always use the relay").click();
  await studio.says(/through the relay/);
  await studio.page.reload();
  await studio.testRequest.waitFor();
  await studio.result.getByText("Tests go through the relay.").waitFor();
  await studio.testRequest.click();
  await studio.says(/200[^]*through the relay/);
  await studio.button("Turn it off").click();
  await studio.testRequest.click();
  await studio.says(/hid the answer/);
  assert.equal(await studio.page.evaluate(() => localStorage.getItem("switchhook.relay")), null);
});

test("a route for a redirect is taken through the relay", async (studio) => {
  studio.expects(/./);
  await studio.begin("status/302");
  await studio.addStatusCode("3xx");
  await studio.testRequest.click();
  await studio.says(/failed/);
  await studio.button("Send through the relay").click();
  await studio.takes("3xx", /302/);
});

test(
  "the request is copied as a command, and its answer used as a sample",
  { permissions: ["clipboard-read", "clipboard-write"] },
  async (studio) => {
    await refused(studio);
    await studio.result.getByRole("button", { name: "Copy as cURL" }).click();
    await eventually(async () =>
      assert.match(await studio.page.evaluate(() => navigator.clipboard.readText()), /^curl [^]*\/sample\/nocors'/),
    );
    await studio.button("Copied as cURL", studio.result).waitFor();
    await studio.button("Use a sample response").click();
    await studio.page.getByRole("dialog", { name: "Sample response" }).waitFor();
  },
);

test("each header that the server owes says what demands it", async (studio) => {
  studio.expects(/blocked by CORS policy|ERR_FAILED/);
  await studio.begin("nocors", "PUT");
  await studio.addHeader("X-Trace", "1");
  await studio.testRequest.click();
  await studio.shows(studio.result, /Allow-Methods: [^]*not PUT/);
  await studio.shows(studio.result, /x-trace is one of your own/);
});
