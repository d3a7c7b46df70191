// What every row has: switched off, moved by button, key and drag, sent empty; rows as text, and text as rows.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const names = (studio, section = "Query parameters") =>
  studio
    .region(section)
    .getByRole("textbox", { name: /^Name \d+$/ })
    .evaluateAll((fields) => fields.map((field) => field.value));
const reads = (studio, expected, section) =>
  eventually(async () => assert.deepEqual(await names(studio, section), expected));

async function three(studio) {
  await studio.begin("echo");
  for (const name of ["one", "two", "three"]) await studio.addQuery(name, name);
}

test("a row that is switched off is not sent", async (studio) => {
  await three(studio);
  const box = studio.page.getByRole("checkbox", { name: "Send query parameter 2", exact: true });
  assert.equal(await box.isChecked(), true);
  await box.focus();
  await studio.page.keyboard.press("Space");
  assert.deepEqual((await studio.echo()).query, [
    ["one", "one"],
    ["three", "three"],
  ]);
  await studio.button("Undo").click();
  await eventually(async () => assert.equal(await box.isChecked(), true));
});

test("rows move by their menu, and the keyboard stays with them", async (studio) => {
  await three(studio);
  await studio.button("More for query parameter 3").click();
  const up = studio.button("Move query parameter 3 up");
  assert.equal(await studio.button("Move query parameter 3 down").isDisabled(), true);
  await up.click();
  await reads(studio, ["one", "three", "two"]);
  await studio.hasFocus(studio.button("Move query parameter 2 up"));
  await studio.page.keyboard.press("Enter");
  await reads(studio, ["three", "one", "two"]);
  // There is no way up from the top: the keyboard is on the menu's button.
  await studio.hasFocus(studio.button("More for query parameter 1"));
  await studio.page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await studio.button("Move query parameter 1 down").count(), 0));
});

test("rows of every list move by Alt and the arrow keys", async (studio) => {
  await three(studio);
  const value = studio.textbox("Value 1", studio.region("Query parameters"));
  await value.press("Alt+ArrowDown");
  await reads(studio, ["two", "one", "three"]);
  await studio.hasFocus(studio.textbox("Value 2", studio.region("Query parameters")));
  await studio.page.keyboard.press("Alt+ArrowUp");
  await studio.page.keyboard.press("Alt+ArrowUp");
  await reads(studio, ["one", "two", "three"]);
  await studio.addMapping("a", "A");
  await studio.addMapping("b", "B");
  await studio.combobox("Parameter 2").press("Alt+ArrowUp");
  await studio.reads(studio.combobox("Parameter 1"), "B");
  await studio.hasFocus(studio.combobox("Parameter 1"));
  await studio.addStatusCode("404");
  await studio.addStatusCode("5xx");
  await studio.textbox("Status code 2").press("Alt+ArrowUp");
  await studio.reads(studio.textbox("Status code 1"), "5xx");
  await studio.button("Undo").click();
  await studio.reads(studio.textbox("Status code 1"), "404");
});

test("rows are dragged to their place, and to no other list", async (studio) => {
  await three(studio);
  await studio.addHeader("X-One", "1");
  await studio.addHeader("X-Two", "2");
  const handles = studio.page.getByTitle("Drag to move");
  await handles.nth(0).dragTo(studio.textbox("Name 3", studio.region("Query parameters")));
  await reads(studio, ["two", "three", "one"]);
  await handles.nth(0).dragTo(studio.textbox("Name 1", studio.region("Headers")));
  await reads(studio, ["two", "three", "one"]);
  await reads(studio, ["X-One", "X-Two"], "Headers");
});

test("an empty value is asked for, unless its row sends it empty", async (studio) => {
  await studio.begin("echo");
  const { value } = await studio.addQuery("lang");
  await studio.button("More for query parameter 1").click();
  await studio.button("Send query parameter 1 empty").click();
  await eventually(async () => assert.equal(await value.getAttribute("placeholder"), "sent empty"));
  assert.deepEqual((await studio.echo()).query, [["lang", ""]]);
  await studio.button("Undo").click();
  await eventually(async () =>
    assert.equal(await value.getAttribute("placeholder"), "filled in the conversation"),
  );
});

test("rows are edited as text, and are rows again", async (studio) => {
  await three(studio);
  await studio.button("Edit query parameters as text").click();
  const text = studio.textbox("Rows as text");
  await studio.reads(text, "one: one\ntwo: two\nthree: three");
  await text.fill("# one: 1\nslot:\nempty: \"\"\nurl: https://a.example/?b=c");
  await studio.button("Edit query parameters as text").click();
  await reads(studio, ["one", "slot", "empty", "url"]);
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ slot: "filled" });
  });
  assert.deepEqual(echo.query, [
    ["slot", "filled"],
    ["empty", ""],
    ["url", "https://a.example/?b=c"],
  ]);
  await studio.button("Undo").click();
  await reads(studio, ["one", "two", "three"]);
});

test("lines that are pasted become rows; other text is text", async (studio) => {
  await studio.begin("echo");
  await studio.button("Add header").click();
  const name = studio.textbox("Name 1", studio.region("Headers"));
  await studio.paste(name, "X-Trace: 1\nAccept: text/html\n\n# X-Off: 2");
  await reads(studio, ["X-Trace", "Accept", "X-Off"], "Headers");
  const value = studio.textbox("Value 1", studio.region("Headers"));
  await value.fill("");
  await studio.paste(value, "time: 10:30");
  await studio.reads(value, "time: 10:30");
});

test("a query in the URL becomes rows on request, and what is sent stays the same", async (studio) => {
  await studio.begin("echo?q=tea+%26+cups&price=%245&e=");
  await studio.addQuery("last", "1");
  const before = await studio.echo();
  await studio.button("Make 3 rows of the URL’s query").click();
  await reads(studio, ["q", "price", "e", "last"]);
  await studio.reads(studio.url, studio.sample("echo"));
  assert.deepEqual((await studio.echo()).query, before.query);
});

test("a mapping reads a response header, and has something to fall back on", async (studio) => {
  await studio.begin("echo");
  const { path } = await studio.addMapping("content-type", "TYPE");
  await studio.button("More for mapping 1").click();
  await studio.button("Mapping 1 reads a response header").click();
  await studio.addMapping("nothing.here", "ELSE");
  await studio.textbox("Fallback 2").fill("none");
  await studio.testRequest.click();
  await studio.takes("default");
  await studio.describes(path, /application\/json/);
  const mapped = await (await studio.panel("Mapping")).innerText();
  assert.match(mapped, /application\/json/);
  assert.match(mapped, /none/);
});
