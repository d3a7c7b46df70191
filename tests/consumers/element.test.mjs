// The drawer as a custom element: properties, events, tests, and what it leaves alone.
import assert from "node:assert/strict";
import { after, before, beforeEach, it } from "node:test";
import { openElement } from "./element_page.mjs";

const ORDER = {
  version: 1, label: "Order", method: "GET", url: "https://shop.example/$ID",
  response: { type: "json", mappings: [{ path: "total", parameter: "TOTAL" }] },
};

let opened, page;

before(async () => {
  opened = await openElement("element-plain");
  page = opened.page;
});

after(() => opened?.close());

/** Two fresh elements, `a` and `b`, which tell their events to `heard`. */
beforeEach(() => page.evaluate((definition) => {
  globalThis.heard = [];
  document.querySelector("main").replaceChildren(...["a", "b"].map((id) => {
    const node = Object.assign(document.createElement("webhook-node"), { id, definition });
    node.fetch = async (url) => new Response(`{"total": ${url.length}}`);
    for (const name of ["definition-change", "parameters-change", "outcome"]) {
      node.addEventListener(name, ({ detail }) => heard.push([id, name, detail]));
    }
    return globalThis[id] = node;
  }));
}, ORDER));

const field = (id, name) => page.locator(`#${id}`).getByRole("textbox", { name, exact: true });
const heard = () => page.evaluate(() => globalThis.heard);
const url = (id) => page.evaluate((id) => globalThis[id].definition.url, id);

it("tells what people change, with the definition as a node has it", async () => {
  await field("a", "Label").fill("Other");
  const [[id, name, detail], ...more] = await heard();
  assert.deepEqual([id, name, more], ["a", "definition-change", []]);
  assert.deepEqual(detail, await page.evaluate(() => a.definition));
  assert.deepEqual([detail.label, detail.timeoutSeconds, detail.url], ["Other", 10, ORDER.url]);
  assert.equal(await page.evaluate(() => b.definition.label), "Order");
});

it("hears of no change that a program makes, and keeps the caret where it makes none", async () => {
  await field("a", "Label").fill("Order 66");
  await field("a", "Label").evaluate((input) => input.setSelectionRange(3, 3));
  await page.evaluate(() => { a.definition = a.definition; a.parameters = [{ name: "ID", entity: "sys.any" }]; });
  await page.keyboard.type("x");
  assert.equal(await field("a", "Label").inputValue(), "Ordxer 66");
  await page.evaluate(() => { a.definition = { ...a.definition, label: "From outside" }; });
  await page.waitForFunction(() => a.shadowRoot.querySelector("input").value === "From outside");
  assert.deepEqual((await heard()).map(([, name, detail]) => [name, detail.label]), [
    ["definition-change", "Order 66"], ["definition-change", "Ordxer 66"],
  ]);
  assert.equal(await page.locator("#a").getByRole("button", { name: "Undo" }).isDisabled(), true);
});

it("has problems with ranges in UTF-16 units, and takes a definition with errors", async () => {
  const problems = await page.evaluate(() => {
    a.definition = { ...a.definition, url: "https://shop.example/😀$ID/${", timeoutSeconds: 99 };
    return a.problems;
  });
  assert.ok(problems.some(({ code, pointer }) => code === "timeout-out-of-range" && pointer === "/timeoutSeconds"), JSON.stringify(problems));
  assert.ok(problems.every(({ severity, message }) => ["error", "warning"].includes(severity) && message));
  const unknown = await page.evaluate(() => {
    a.definition = { ...a.definition, url: "https://shop.example/😀/$ID", timeoutSeconds: 10 };
    a.parameters = [{ name: "TOTAL", entity: "sys.number" }];
    return a.problems;
  });
  assert.deepEqual(unknown.map(({ code, range }) => [code, range]), [["unknown-parameter", { start: 24, end: 27 }]]);
});

it("refuses what is no definition, and no list of parameters", async () => {
  const codes = await page.evaluate(() => {
    const thrown = (set) => { try { set(); } catch (error) { return [error.name, error.code]; } };
    return [
      thrown(() => { a.definition = "{"; }), thrown(() => { a.definition = { version: 2 }; }),
      thrown(() => { a.parameters = [{}]; }), thrown(() => { a.fetch = 7; }),
    ];
  });
  const names = ["invalid-definition", "invalid-definition", "bad-declarations", "bad-options"];
  assert.deepEqual(codes, names.map((name) => ["SwitchhookError", name]));
  assert.equal(await url("a"), ORDER.url);
  assert.deepEqual(await page.evaluate(() => { a.definition = undefined; return [a.definition.url, a.parameters]; }), ["", []]);
});

it("presses the button with values, and tells the outcome", async () => {
  const outcome = await page.evaluate(() => a.test({ ID: "A 17" }));
  assert.deepEqual([outcome.exit, outcome.parameters, outcome.request.url], ["default", { TOTAL: 27 }, "https://shop.example/A%2017"]);
  assert.deepEqual(await heard(), [["a", "outcome", outcome]]);
  await page.locator("#a").getByRole("status", { name: "Outcome" }).getByText("default").waitFor();
  await page.locator("#b").getByRole("heading", { name: "No response yet" }).waitFor();
});

it("asks for what is missing, and goes on with what people do", async () => {
  await page.evaluate(() => { globalThis.tested = a.test(); });
  await page.getByRole("dialog").getByRole("textbox", { name: "ID" }).fill("1234");
  await page.keyboard.press("Enter");
  assert.equal((await page.evaluate(() => tested)).parameters.TOTAL, 25);
  const outcome = await page.evaluate(() => { globalThis.given = b.test(); return undefined; })
    .then(() => page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click())
    .then(() => page.evaluate(() => given));
  assert.deepEqual([outcome.exit, outcome.failure.reason, outcome.failure.parameters], ["failed", "missing-parameters", ["ID"]]);
});

it("says why there is no test", async () => {
  const codes = await page.evaluate(async () => {
    const code = (promise) => promise.then(() => "none", (error) => error.code);
    const never = document.createElement("webhook-node");
    b.fetch = () => new Promise(() => {});
    const running = b.test({ ID: 1 });
    const busy = await code(b.test({ ID: 1 }));
    b.definition = { version: 1, method: "GET", url: "" };
    return [await code(never.test()), await code(a.test(7)), busy, await code(b.test()), (await running).failure.reason];
  });
  assert.deepEqual(codes, ["not-connected", "bad-values", "busy", "invalid-definition", "aborted"]);
});

it("sends through the relay that it is given, and offers none otherwise", async () => {
  const offer = page.locator("#a").getByRole("button", { name: "Send through the relay" });
  const asked = () => page.evaluate(() => globalThis.asked);
  await page.evaluate(() => {
    a.fetch = async (url) => {
      (globalThis.asked ??= []).push(url.url ?? url);
      throw new TypeError("Failed to fetch");
    };
    return a.test({ ID: 1 });
  });
  await page.locator("#a").getByRole("button", { name: "Copy as cURL" }).last().waitFor();
  assert.equal(await offer.count(), 0);
  assert.deepEqual(await page.evaluate(() => {
    const none = a.relay;
    a.setAttribute("relay", "/our/relay");
    return [none, a.relay];
  }), [null, "/our/relay"]);
  await offer.click();
  await page.getByRole("dialog").getByRole("textbox", { name: "ID" }).fill("2");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => globalThis.asked.length === 3);
  // The second one is the probe of the server.
  assert.deepEqual(await asked(), ["https://shop.example/1", "https://shop.example/", "/our/relay"]);
});

it("keeps its state where it is moved, and where it comes back", async () => {
  await field("a", "Label").fill("Kept");
  await page.locator("#a").getByRole("button", { name: "Add header" }).click();
  const same = await page.evaluate(async () => {
    const inside = a.shadowRoot.querySelector(".studio");
    document.body.append(a);
    await new Promise((done) => setTimeout(done, 50));
    const isSame = inside === a.shadowRoot.querySelector(".studio");
    a.remove();
    await new Promise((done) => setTimeout(done, 50));
    const isGone = a.shadowRoot.children.length === 0;
    document.querySelector("main").append(a);
    return [isSame, isGone];
  });
  assert.deepEqual(same, [true, true]);
  assert.equal(await field("a", "Label").inputValue(), "Kept");
  assert.equal(await field("a", "Name 1").count(), 1);
  await page.evaluate(() => a.remove());
});

it("gives up the test under way where it leaves the page", async () => {
  const outcome = await page.evaluate(async () => {
    a.fetch = (url, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const tested = a.test({ ID: 1 });
    await new Promise((done) => setTimeout(done, 50));
    a.remove();
    return tested;
  });
  assert.equal(outcome.failure.reason, "aborted");
});

it("hears keys inside of itself alone", async () => {
  await page.locator("body").press("?");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await field("b", "Label").fill("B");
  await page.evaluate(() => { a.definition = b.definition = { version: 1, method: "GET", url: "https://shop.example/" }; });
  await page.locator("#b").getByRole("button", { name: "Add header" }).press("Control+Enter");
  await page.waitForFunction(() => heard.some(([, name]) => name === "outcome"));
  assert.deepEqual((await heard()).filter(([, name]) => name === "outcome").map(([id]) => id), ["b"]);
});

it("takes the keyboard to its own fields", async () => {
  await page.locator("#b").getByRole("button", { name: "Add header" }).click();
  await page.waitForFunction(() => document.activeElement === b && b.shadowRoot.activeElement?.tagName === "INPUT");
});

it("keeps nothing in the browser", async () => {
  await field("a", "Label").fill("Kept nowhere");
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
});

it("is defined once for each tag, and takes what was set before", async () => {
  const other = await page.evaluate(async () => {
    const { defineWebhookNode } = await import("/node_modules/switchhook/entry/element.js");
    const early = Object.assign(document.createElement("other-node"), { definition: { version: 1, method: "PUT", url: "/x" }, relay: "/r" });
    document.querySelector("main").append(early);
    await Promise.all([defineWebhookNode("other-node"), defineWebhookNode("other-node"), defineWebhookNode()]);
    const code = await defineWebhookNode("no tag").catch(({ name }) => name);
    return [early.definition.method, early.getAttribute("relay"), code];
  });
  assert.deepEqual(other, ["PUT", "/r", "SyntaxError"]);
});
