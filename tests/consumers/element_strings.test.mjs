// The words of the drawer: those of the page in place of the English ones, at any time, and nothing that is done there is lost by it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, it } from "node:test";
import { openElement } from "./element_page.mjs";
import { project } from "./project.mjs";

const ORDER = {
  version: 1, label: "Order", method: "GET", url: "https://shop.example/$ID",
  headers: [{ name: "X-A", value: "1" }, { name: "X-B", value: "2" }],
  response: { type: "json", mappings: [{ path: "total", parameter: "TOTAL" }] },
};

let opened, page;

before(async () => {
  opened = await openElement("element-plain");
  page = opened.page;
});

after(() => opened?.close());

/** Two fresh elements, `a` and `b`. */
beforeEach(async () => {
  opened.complaints.length = 0;
  await page.evaluate((definition) => {
    document.querySelector("main").replaceChildren(...["a", "b"].map((id) => {
      const node = Object.assign(document.createElement("webhook-node"), { id, definition });
      node.fetch = async (url) => new Response(`{"total": ${url.length}, "list": [1, 2]}`);
      return globalThis[id] = node;
    }));
  }, ORDER);
});

const within = (id) => page.locator(`#${id}`);
const button = (id, name) => within(id).getByRole("button", { name, exact: true });
const field = (id, name) => within(id).getByRole("textbox", { name, exact: true });
const say = (id, strings) => page.evaluate(([id, strings]) => { globalThis[id].strings = strings; }, [id, strings]);

it("says what the page says, and English where that says nothing", async () => {
  await say("a", { "Test request": "Anfrage testen", Label: "", "Move {row} {number} up": "{number}: {row} nach oben, {row}{nothing}", header: "Kopfzeile" });
  await button("a", "Anfrage testen").waitFor();
  await field("a", "Label").waitFor();
  await button("a", "More for Kopfzeile 1").click();
  await button("a", "1: Kopfzeile nach oben, Kopfzeile{nothing}").waitFor();
  assert.equal(await button("b", "Test request").count(), 1, "another element has its own words");
  await say("b", { "Test request": "Tester" });
  await button("b", "Tester").waitFor();
  await say("a", null);
  await button("a", "Test request").waitFor();
  await button("b", "Tester").waitFor();
  assert.deepEqual(await page.evaluate(() => [a.strings, b.strings["Test request"]]), [null, "Tester"]);
});

it("calls functions with the values, for plurals", async () => {
  await page.evaluate(() => {
    const rules = new Intl.PluralRules("pl");
    const problems = { one: "problem", few: "problemy", many: "problemów", other: "problemu" };
    const count = ({ count }) => `${count} ${problems[rules.select(Number(count))]}`;
    a.strings = { "{count} problem": count, "{count} problems": count, Undo: (values) => `Cofnij${JSON.stringify(values)}` };
    a.definition = { ...a.definition, url: "", timeoutSeconds: 99 };
  });
  await within("a").getByText("2 problemy", { exact: true }).waitFor();
  await button("a", "Cofnij{}").waitFor();
});

it("knows problems by their code, and failures by their reason", async () => {
  await page.evaluate(() => {
    a.strings = { "problem.bad-path": "Kein Pfad. ({message})", "failure.missing-value": ({ message }) => `Nichts da: ${message.length > 9}` };
    a.definition = { ...a.definition, url: "https://shop.example/", response: { type: "json", mappings: [{ path: "other", parameter: "X" }] } };
    return a.test();
  });
  await within("a").getByText(/^Nichts da: true Choose a value/).waitFor();
  assert.match(await page.evaluate(async () => (await a.test()).failure.message), /^“other” for \$X found nothing/, "programs get the English message");
  await page.evaluate(() => { a.definition = { ...a.definition, response: { type: "json", mappings: [{ path: "a[", parameter: "X" }] } }; });
  await within("a").getByText(/^Kein Pfad\. \(.+\)$/).waitFor();
  assert.doesNotMatch(await page.evaluate(() => a.problems[0].message), /Kein/);
});

it("says other words at once, and keeps what was typed, the result and the keyboard", async () => {
  await page.evaluate(() => a.test({ ID: 1 }));
  await within("a").getByRole("tab", { name: "Mapping" }).click();
  await within("a").getByRole("tab", { name: "Response" }).click();
  await within("a").getByRole("searchbox").fill("total");
  await within("a").getByText("1 of 1").waitFor();
  await button("a", "Edit headers as text").click();
  await field("a", "Rows as text").fill("X-A: 1\nX-C:   3");
  await field("a", "Label").fill("Half typ");
  await field("a", "Label").evaluate((input) => input.setSelectionRange(2, 4));
  const heard = await page.evaluate(() => {
    const heard = [];
    for (const name of ["definition-change", "parameters-change", "outcome"]) a.addEventListener(name, () => heard.push(name));
    globalThis.inside = a.shadowRoot.querySelector("#label");
    a.strings = { Label: "Name", "Rows as text": "Zeilen", "Find in response": "Suchen", "{number} of {count}": "{number} von {count}", Response: "Antwort" };
    return heard;
  });
  await field("a", "Name").waitFor();
  await within("a").getByText("1 von 1").waitFor();
  await within("a").getByRole("tree", { name: "Antwort" }).waitFor();
  assert.equal(await field("a", "Name").inputValue(), "Half typ");
  assert.equal(await field("a", "Zeilen").inputValue(), "X-A: 1\nX-C:   3");
  assert.equal(await within("a").getByRole("searchbox", { name: "Suchen" }).inputValue(), "total");
  assert.deepEqual(heard, []);
  const kept = await page.evaluate(() => {
    const input = a.shadowRoot.activeElement;
    return [input === inside, input.selectionStart, input.selectionEnd];
  });
  assert.deepEqual(kept, [true, 2, 4]);
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => a.definition.label === "Order");
});

it("says other words in a dialog that is open, and leaves the test that waits for it", async () => {
  await page.evaluate(() => { globalThis.tested = a.test(); });
  await page.getByRole("dialog").getByRole("textbox", { name: "ID" }).fill("12");
  await say("a", { "Parameter values": "Werte", Send: "Senden" });
  const dialog = page.getByRole("dialog", { name: "Werte" });
  assert.equal(await dialog.getByRole("textbox", { name: "ID" }).inputValue(), "12");
  await dialog.getByRole("button", { name: "Senden" }).click();
  assert.equal(await page.evaluate(async () => (await tested).exit), "default");
});

it("says again what was said already: why nothing was sent, what a click did, why nothing was imported", async () => {
  const strings = {
    "Not sent: {count} problem to mend first. {first}": "{count} Fehler: {first}", "problem.bad-url": "Keine URL.",
    "{path} goes to {parameter} now.": "{path} → {parameter}", "There is nothing here: paste a definition or a cURL command.": "Hier ist nichts.", Copied: "Kopiert",
  };
  await page.evaluate(() => a.test({ ID: 1 }));
  await within("a").getByRole("tree").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await within("a").getByText("list goes to LIST now.").waitFor();
  await say("a", strings);
  await within("a").getByText("list → LIST").waitFor();
  await within("a").getByRole("button", { name: "Undo that" }).waitFor();
  await page.evaluate(() => { b.definition = { version: 1, method: "GET", url: "" }; });
  await button("b", "Test request").click();
  await within("b").getByText(/^Not sent: 1 problem/).waitFor();
  await button("b", "Import").click();
  await page.getByRole("button", { name: "Replace the node" }).click();
  await page.getByText(/^There is nothing here/).waitFor();
  await say("b", strings);
  await page.getByText("Hier ist nichts.").waitFor();
  await page.keyboard.press("Escape");
  await within("b").getByText("1 Fehler: Keine URL.").waitFor();
});

it("speaks German as the documentation has it", async () => {
  const guide = await readFile(new URL("../../docs/element.md", import.meta.url), "utf8");
  const example = guide.split("## Words")[1].match(/```js\n([^]*?)```/)[1];
  // The page's policy holds for what is in the page, and not for what the test does to it.
  await page.evaluate(`{ const node = a; ${example} }`);
  await page.evaluate(() => { a.definition = { ...a.definition, url: "", timeoutSeconds: 99 }; });
  await within("a").getByText("2 Probleme", { exact: true }).waitFor();
  await within("a").getByText(/^Die Adresse fehlt, oder sie ist keine. \(.+\)$/).waitFor();
  await page.evaluate(() => { a.definition = { ...a.definition, url: "https://shop.example/", timeoutSeconds: 10 }; });
  await button("a", "Anfrage testen").click();
  await within("a").getByText("1 von 1 zugeordnet").waitFor();
  await button("a", "More for header 2").click();
  await button("a", "header 2 nach oben").waitFor();
});

it("takes what was set before the element was there, and keeps it where it comes back", async () => {
  const early = await page.evaluate(async () => {
    const { defineWebhookNode } = await import("/node_modules/switchhook/entry/element.js");
    const words = Object.freeze({ "Test request": "Früh" });
    const early = Object.assign(document.createElement("early-node"), { id: "early", strings: words });
    document.querySelector("main").append(early);
    await defineWebhookNode("early-node");
    return early.strings === words && !Object.hasOwn(early, "strings");
  });
  assert.equal(early, true);
  await button("early", "Früh").waitFor();
  await page.evaluate(async () => {
    const early = document.getElementById("early");
    early.remove();
    await new Promise((done) => setTimeout(done, 50));
    early.strings = { "Test request": "Später" };
    document.querySelector("main").append(early);
  });
  await button("early", "Später").waitFor();
});

it("refuses what are no words, and keeps those it has", async () => {
  await say("a", { "Test request": "Testen" });
  const thrown = await page.evaluate(() => {
    const of = (strings) => { try { a.strings = strings; } catch (error) { return [error.name, error.code, error.message]; } };
    return [7, "words", [], () => "", { Undo: 7 }, { Undo: null }].map(of);
  });
  assert.deepEqual(thrown.map(([name, code]) => `${name} ${code}`), Array(6).fill("SwitchhookError bad-options"));
  assert.match(thrown[4][2], /strings\["Undo"\]/);
  await button("a", "Testen").waitFor();
  assert.deepEqual(await page.evaluate(() => a.strings), { "Test request": "Testen" });
  await page.evaluate(() => { a.strings = undefined; });
  await button("a", "Test request").waitFor();
});

it("stays English where a function fails, and the page hears of it once", async () => {
  await field("a", "Label").fill("Typed");
  await page.evaluate(() => {
    a.strings = {
      Undo: () => { throw new Error("no words for Undo"); },
      Redo: () => 7,
      Import: () => { a.definition = { ...a.definition }; return "Importieren"; },
      Export: () => { a.strings = { ...a.strings, Export: "Exportieren" }; return "not for long"; },
    };
  });
  await button("a", "Importieren").waitFor();
  await button("a", "Exportieren").waitFor();
  await field("a", "Label").press("End");
  await page.keyboard.type(" on");
  await button("a", "Undo").click();
  await button("a", "Redo").click();
  assert.equal(await field("a", "Label").inputValue(), "Typed on");
  const heard = opened.complaints.splice(0);
  // Of the words that Export put in the place of those before it: what comes behind it on the page was not said yet.
  assert.equal(heard.filter((text) => text.includes("no words for Undo")).length, 1, heard.join("\n"));
  assert.equal(heard.filter((text) => text.includes('"Redo" returned no text')).length, 1);
  assert.equal(heard.length, 2);
});

it("shows texts as texts, whatever is in them", async () => {
  await say("a", { "Test request": "<b onclick='x'>&amp; $& ${x}</b>", "Map to {parameter}": "<i>{parameter}</i>", "Add {row}": "<u>{row}</u>" });
  await button("a", "<b onclick='x'>&amp; $& ${x}</b>").waitFor();
  await within("a").getByRole("button", { name: /^<u>\s?header\s?<\/u>$/ }).click();
  assert.equal(await page.evaluate(() => a.shadowRoot.querySelectorAll("u, i:not(:empty), .drawer-head b").length), 0);
  await page.evaluate(() => { a.strings = { header: () => "", "Add {row}": "+ {row}" }; });
  await within("a").getByRole("button", { name: "+", exact: true }).waitFor();
});

it("has a list of all texts, each as itself", async () => {
  const consumer = await project();
  try {
    await consumer.write("list.js", `
      import strings from "switchhook/element-strings.json" with { type: "json" };
      console.log(JSON.stringify(strings));`);
    const list = JSON.parse((await consumer.node("--no-warnings", "list.js")).stdout);
    assert.ok(Object.keys(list).length > 350);
    const foreign = Object.entries(list).filter(([key, text]) => key !== text);
    assert.ok(foreign.every(([key, text]) => /^(problem|failure)\.[a-z0-9-]+$/.test(key) && text === "{message}"), JSON.stringify(foreign));
    const types = await readFile(`${consumer.installed}/index.d.ts`, "utf8");
    const reasons = [...types.match(/type FailureReason =([^]*?)\n\n/)[1].matchAll(/^ *\| "([a-z-]+)"/gm)].map(([, reason]) => reason);
    assert.ok(reasons.length > 9 && reasons.every((reason) => `failure.${reason}` in list), `${reasons}`);
  } finally {
    await consumer.remove();
  }
});
