// What a drawer does without for its first paint comes in a second module: once for the page, joined with each drawer's
// own first one.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { openElement } from "./element_page.mjs";

const LATER = "**/element_later_bg.wasm";

let opened, page;

before(async () => {
  opened = await openElement("element-plain");
  page = opened.page;
});

after(() => opened?.close());

const presses = (id, values) => page.evaluate(([id, values]) => globalThis[id].test(values), [id, values]);

/** Opens the page anew with two more elements, `a` and `b`, whose requests are answered here. */
async function fresh() {
  opened.asked.length = 0;
  await page.reload();
  await page.getByRole("button", { name: "Test request" }).first().waitFor();
  await page.evaluate(() => {
    for (const id of ["a", "b"]) {
      const node = Object.assign(document.createElement("webhook-node"), { id });
      node.definition = {
        version: 1, method: "GET", url: `https://${id}.example/`,
        response: { type: "json", mappings: [{ path: "url", parameter: "URL" }] },
      };
      node.fetch = async (url) => new Response(JSON.stringify({ url }));
      document.querySelector("main").append((globalThis[id] = node));
    }
  });
}

it("is asked for once, and joined with every drawer on the page", async () => {
  await fresh();
  const outcomes = await Promise.all([presses("a"), presses("b")]);
  assert.deepEqual(outcomes.map(({ parameters }) => parameters.URL), ["https://a.example/", "https://b.example/"]);
  for (const id of ["a", "b"]) await page.locator(`#${id}`).getByText("1 of 1 mapped").waitFor();
  assert.equal(opened.asked.filter((url) => url.endsWith("/element_later_bg.wasm")).length, 1);
});

it("is not there for a while: people are told, nothing is lost, and it is asked for again", async () => {
  await page.route(LATER, (route) => route.abort());
  await fresh();
  const a = page.locator("#a");
  const label = a.getByRole("textbox", { name: "Label", exact: true });
  await label.fill("Typed meanwhile");
  await a.getByRole("button", { name: "Test request" }).click();
  await a.getByText("could not be loaded").first().waitFor();
  await page.evaluate(() => {
    a.strings = { "A part of this could not be loaded: check the connection, and try again.": "Ein Teil fehlt." };
  });
  await a.getByText("Ein Teil fehlt.").first().waitFor();
  await page.evaluate(() => { a.strings = null; });
  assert.equal(await label.inputValue(), "Typed meanwhile");
  await page.unroute(LATER);
  await a.getByRole("button", { name: "Test request" }).click();
  await a.getByText("1 of 1 mapped").waitFor();
  assert.equal(await page.evaluate(() => a.definition.label), "Typed meanwhile");
  const others = opened.complaints.filter((complaint) => !/element_later_bg|ERR_FAILED|Failed to fetch/.test(complaint));
  assert.deepEqual(others, []);
  opened.complaints.length = 0;
});

it("says why there is no outcome where it does not come", async () => {
  await page.route(LATER, (route) => route.abort());
  await fresh();
  const { exit, failure } = await presses("b");
  assert.deepEqual([exit, failure.reason], ["failed", "network"]);
  assert.match(failure.message, /could not be loaded/);
  await page.unroute(LATER);
  opened.complaints.length = 0;
});

/** Answers with a second half of another version: each pair of modules has a name of its own. */
async function another(route) {
  const response = await route.fetch();
  const other = (await response.body()).toString("latin1").replace(/__wasm_split_[0-9a-f]{7}/, "__wasm_split_0000000");
  await route.fulfill({ response, body: Buffer.from(other, "latin1") });
}

it("is asked for past the browser's cache, once for the page, where it is one of another version", async () => {
  let answers = 0;
  await page.route(LATER, async (route) => {
    if (++answers > 1) return route.continue();
    await page.evaluate(() => {
      globalThis.fetched = [];
      const { fetch } = globalThis;
      globalThis.fetch = (url, options) => (globalThis.fetched.push(options?.cache), fetch(url, options));
    });
    await another(route);
  });
  await fresh();
  const outcomes = await Promise.all([presses("a"), presses("b")]);
  assert.deepEqual(outcomes.map(({ parameters }) => parameters.URL), ["https://a.example/", "https://b.example/"]);
  assert.deepEqual([answers, await page.evaluate(() => globalThis.fetched)], [2, ["reload"]]);
  await page.unroute(LATER);
});

it("is not joined where it stays one of another version, and is asked for again when it is wanted", async () => {
  await page.route(LATER, another);
  await fresh();
  const { exit, failure } = await presses("a");
  assert.deepEqual([exit, failure.reason], ["failed", "network"]);
  await page.locator("#a").getByText("could not be loaded").first().waitFor();
  await page.unroute(LATER);
  assert.equal((await presses("a")).exit, "default");
  const others = opened.complaints.filter((complaint) => !/of another version/.test(complaint));
  assert.deepEqual(others, []);
  opened.complaints.length = 0;
});
