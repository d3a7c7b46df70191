// All that people read and hear in the drawer is in the list of texts: with a mark around each of those, nothing is left
// without one, in any state; and each text of the list is somewhere.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, it } from "node:test";
import { STATES } from "../e2e/states.mjs";
import { openElement } from "./element_page.mjs";
import { Element, MORE, PUBLIC } from "./element_states.mjs";
import { sampleServer } from "./project.mjs";
import { DATA, MARK, WORDS, mark, unmarked } from "./words.mjs";

const LIST = JSON.parse(await readFile(new URL("../../crates/wasm/npm/element-strings.json", import.meta.url), "utf8"));

/** Texts that no state here shows, and why. */
const NOWHERE = {
  "A part of this could not be loaded: check the connection, and try again.": "a connection that breaks: element_later.test.mjs has it",
  "Not downloaded: the browser does not allow it": "a browser that makes no files",
  "Sent": "an outcome with neither a status nor a failure",
  "The server": "a request that is relative has no host to name",
  "This file cannot be read.": "a file that is gone once it is read",
  "blocked": "the drawer has no list of hosts",
  "failure.blocked": "the same",
  "mapped": "what is mapped shows its value",
  "values are missing": "the drawer asks for them first",
};

let opened, page, studio;
const asked = new Set();

before(async () => {
  opened = await openElement("element-plain", { serve: (folder) => sampleServer(folder) });
  page = opened.page;
  await page.addInitScript(`
    globalThis.mark = (list, mark) => (${mark})([node, list, ...mark]);
    globalThis.unmarked = (data, words, mark) => (${unmarked})([node, data, words, ...mark]);`);
  const { hostname, port } = new URL(page.url());
  studio = new Element(page, hostname, port);
});

after(async () => {
  // The browser tells of each request that fails, as these do on purpose.
  const surprising = opened?.complaints.filter((text) => !/Failed to load resource|blocked by CORS|WebSocket/.test(text));
  opened?.complaints.splice(0);
  await opened?.close();
  assert.deepEqual(surprising, []);
});

async function open(url) {
  await page.goto(url);
  await studio.testRequest.waitFor();
  await page.evaluate(() => {
    globalThis.node = document.querySelector("webhook-node");
    node.relay = "/relay";
  });
}

/** What is left without a mark in a state. The words are English again afterwards, so that people find their way. */
async function left(state) {
  await page.evaluate((given) => globalThis.mark(...given), [LIST, MARK]);
  // What is drawn anew is on the page with the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  const given = [Object.keys(DATA).join(), WORDS.map(({ source }) => source), MARK];
  const found = await page.evaluate((given) => globalThis.unmarked(...given), given);
  for (const text of await page.evaluate(() => [...globalThis.asked])) asked.add(text);
  await page.evaluate(() => { node.strings = null; });
  return found.map((text) => `${state}: ${text}`);
}

async function walk(states) {
  const found = [];
  for (const [state, reach] of Object.entries(states)) {
    try {
      await reach(studio);
    } catch (error) {
      throw new Error(`${state}: ${error.message}`, { cause: error });
    }
    found.push(...(await left(state)));
  }
  return found;
}

it("leaves no text without its mark", { timeout: 240_000 }, async () => {
  await open(studio.origin);
  await studio.put({
    version: 1, label: "Look up order", method: "GET", url: studio.sample("json"),
    response: {
      type: "json",
      mappings: [["data.orderId", "ORDER_NO"], ["data.state", "ORDER_STATE"], ["data.customer.name", "CUSTOMER_NAME"]]
        .map(([path, parameter]) => ({ path, parameter })),
    },
    routes: [{ status: "4xx", label: "not found or refused" }], statusParameter: "STATUS",
  });
  assert.deepEqual(await walk({ ...STATES, ...MORE }), []);
});

it("leaves none on a public page", { timeout: 60_000 }, async () => {
  const away = "https://flow.example";
  await page.route(`${away}/**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(away, studio.origin) });
    await route.fulfill({ response });
  });
  await open(away);
  assert.deepEqual(await walk(PUBLIC), []);
});

it("has no text that is nowhere", () => {
  // Each problem has a key; what the drawer does with one it does with all.
  const never = Object.keys(LIST).filter((text) => !asked.has(text) && !text.startsWith("problem."));
  assert.deepEqual(never.sort(), Object.keys(NOWHERE).sort());
});
