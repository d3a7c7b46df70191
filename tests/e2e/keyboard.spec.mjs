// The keyboard alone: everything is reached in its order and seen to be reached, Ctrl+Enter tests from anywhere, and
// the keyboard is never lost.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { PHONE, test } from "./stage.mjs";

/** Tabs through the page from its start, as far as `last`, and answers what it came by. */
async function walk(studio, last) {
  const stops = [];
  while (stops.length < 120) {
    await studio.page.keyboard.press("Tab");
    const name = await studio.focusedName();
    stops.push({ name, shown: await isShown(studio) });
    if (name.startsWith(last)) return stops;
  }
  throw new Error(`${last} was not reached:\n${stops.map(({ name }) => name).join("\n")}`);
}

/** Whether it can be seen what has the keyboard: it is in view, and marked by an outline or a shadow. */
const isShown = (studio) =>
  studio.page.evaluate(() => {
    const element = document.activeElement;
    const marked = (candidate) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    };
    const { top, bottom } = element.getBoundingClientRect();
    const inView = bottom > 0 && top < innerHeight;
    // A field may wear its mark on the frame around it.
    return inView && (marked(element) || (element.parentElement !== null && marked(element.parentElement)));
  });

test("Tab reaches everything, in the order of the page, and shows where it is", { timeout: 60_000 }, async (studio) => {
  await studio.addQuery("lang", "pt");
  await studio.addHeader("X-Trace", "1");
  await studio.page.evaluate(() => document.activeElement.blur());
  // Chromium goes on from where the last click was: a fresh focus at the top starts the walk at the top.
  await studio.button("New").focus();
  const stops = await walk(studio, "Timeout");
  const hidden = stops.filter(({ shown }) => !shown).map(({ name }) => name);
  assert.deepEqual(hidden, [], "it cannot be seen that these have the keyboard");
  const order = [
    "Test request",
    "Label",
    "Method",
    "URL endpoint",
    "Add query parameter",
    "Add header",
    "Body type",
    "Response type",
    "Object path 1",
    "Parameter 1",
    "Remove mapping 1",
    "Object path 3",
    "Remove status code 1",
    "Save status code in",
    "Asynchronous request",
    "Timeout",
  ];
  const names = stops.map(({ name }) => name);
  const missed = order.filter((wanted) => !names.some((name) => name.startsWith(wanted)));
  assert.deepEqual(missed, [], `these were not reached:\n${names.join("\n")}`);
  const sections = ["Label", "Method", "URL endpoint", "Body type", "Object path 1", "Status code 1", "Timeout"];
  const places = sections.map((wanted) => names.findIndex((name) => name.startsWith(wanted)));
  assert.deepEqual(places, places.toSorted((one, other) => one - other), names.join("\n"));
});

test("on a phone, nothing of a result that was put away takes the keyboard", { viewport: PHONE }, async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  await studio.button("Put the result away").click();
  await studio.timeout.focus();
  const stops = await walk(studio, "Show the result");
  assert.deepEqual(stops.filter(({ shown }) => !shown), []);
});

test("Ctrl+Enter and Cmd+Enter test from every field", { timeout: 40_000 }, async (studio) => {
  await studio.begin("echo", "POST");
  await studio.addQuery("lang", "pt");
  await studio.combobox("Body type").selectOption("JSON");
  await studio.body.fill("{}");
  await studio.addMapping("method", "METHOD");
  const rows = [
    ["Control+Enter", studio.textbox("Label")],
    ["Meta+Enter", studio.url],
    ["Control+Enter", studio.method],
    ["Control+Enter", studio.textbox("Value 1")],
    ["Control+Enter", studio.body],
    ["Meta+Enter", studio.textbox("Object path 1")],
    ["Control+Enter", studio.combobox("Parameter 1")],
    ["Control+Enter", studio.timeout],
    ["Control+Enter", studio.button("Add header")],
  ];
  for (const [keys, field] of rows) {
    await field.focus();
    const echo = await studio.echo(() => studio.page.keyboard.press(keys));
    assert.deepEqual([echo.method, echo.query, echo.body], ["POST", [["lang", "pt"]], "{}"], `${keys} on ${field}`);
    await studio.hasFocus(field);
  }
  assert.equal(studio.requests.filter((request) => request.method() === "POST").length, rows.length);
});

test("Enter by itself sends nothing, nor does Ctrl+Enter while a word is being composed", async (studio) => {
  await studio.textbox("Label").press("Enter");
  await studio.url.press("Enter");
  const composing = { key: "Enter", ctrlKey: true, isComposing: true, bubbles: true, cancelable: true };
  await studio.textbox("Label").dispatchEvent("keydown", composing);
  // A request that is meant comes after those that are not.
  const answered = studio.page.waitForResponse(/sample\/json/);
  await studio.textbox("Label").press("Control+Enter");
  await answered;
  await studio.says(/200/);
  assert.equal(studio.requests.length, 1);
});

test("a new row takes the keyboard to its first field", async (studio) => {
  const rows = [
    ["Add query parameter", () => studio.textbox("Name 1", studio.region("Query parameters"))],
    ["Add header", () => studio.textbox("Name 1", studio.region("Headers"))],
    ["Add mapping", () => studio.textbox("Object path 4")],
    ["Add status code", () => studio.textbox("Status code 2")],
  ];
  for (const [button, field] of rows) {
    await studio.button(button).focus();
    await studio.page.keyboard.press("Enter");
    await studio.hasFocus(field());
  }
});

test("after a row is removed the keyboard is on a neighbour, and at last on the button that adds", async (studio) => {
  const rows = [
    ["Remove mapping 1", "Remove mapping 1"],
    ["Remove mapping 2", "Remove mapping 1"],
    ["Remove mapping 1", "Add mapping"],
    ["Remove status code 1", "Add status code"],
  ];
  for (const [pressed, next] of rows) {
    await studio.button(pressed).focus();
    await studio.page.keyboard.press("Enter");
    await studio.hasFocus(studio.button(next));
  }
});

test("the tabs of the result go by the arrow keys", async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  await studio.tab("Response").focus();
  for (const [key, tab] of [
    ["ArrowRight", "Mapping"],
    ["ArrowRight", "Request sent"],
    ["End", "Headers"],
    ["Home", "Response"],
    ["ArrowLeft", "Headers"],
  ]) {
    await studio.page.keyboard.press(key);
    await studio.hasFocus(studio.tab(tab));
    await eventually(async () => assert.equal(await studio.tab(tab).getAttribute("aria-selected"), "true"));
  }
});

test("a question mark opens the sheet of shortcuts, but not while one types", async (studio) => {
  const sheet = studio.page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await studio.textbox("Label").press("?");
  assert.equal(await sheet.count(), 0);
  await studio.button("New").focus();
  await studio.page.keyboard.press("?");
  await sheet.waitFor();
  await studio.page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await sheet.count(), 0));
  await studio.hasFocus(studio.button("New"));
});

test("Escape in a row's menu leaves the keyboard on the button that opened it", async (studio) => {
  await studio.addHeader("X-Trace", "1");
  await studio.addHeader("X-Other", "2");
  const more = studio.button("More for header 1");
  await more.focus();
  await studio.page.keyboard.press("Enter");
  await studio.page.keyboard.press("Tab");
  await studio.hasFocus(studio.button("Move header 1 down"));
  await studio.page.keyboard.press("Escape");
  await studio.hasFocus(more);
  assert.equal(await more.getAttribute("aria-expanded"), "false");
});

test("a button with nothing left to do keeps the keyboard, and is no stop of Tab's", async (studio) => {
  await studio.combobox("Body type").selectOption("JSON");
  await studio.body.fill("[1,2]");
  const pressed = async (button) => {
    await button.focus();
    await eventually(async () => {
      if (await button.isEnabled()) await studio.page.keyboard.press("Enter");
      assert.ok(await button.isDisabled());
    });
    await studio.hasFocus(button);
  };
  await pressed(studio.button("Format"));
  await pressed(studio.button("Undo"));
  await pressed(studio.button("Redo"));
  await studio.page.keyboard.press("Shift+Tab");
  await studio.hasFocus(studio.button("Undo"));
  await pressed(studio.button("Undo"));
  await studio.button("Copy as cURL").focus();
  await studio.page.keyboard.press("Tab");
  await studio.hasFocus(studio.button("Redo"));
});
