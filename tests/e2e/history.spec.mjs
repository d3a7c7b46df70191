// Undo and redo: over everything that can be edited, typing into one field as one step.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const undo = (studio) => studio.button("Undo").click();
const redo = (studio) => studio.button("Redo").click();
const reads = (field, value) => eventually(async () => assert.equal(await field.inputValue(), value));

test("at first there is nothing to undo or redo", async (studio) => {
  assert.deepEqual([await studio.button("Undo").isDisabled(), await studio.button("Redo").isDisabled()], [true, true]);
});

test("typing into a field is one step, into the next field another", async (studio) => {
  const label = studio.textbox("Label");
  const sample = await studio.url.inputValue();
  await label.fill("");
  await label.pressSequentially("Ask for tea");
  await studio.url.fill("https://shop.example/");
  await undo(studio);
  await reads(studio.url, sample);
  await reads(label, "Ask for tea");
  await undo(studio);
  await reads(label, "Look up order");
  assert.ok(await studio.button("Undo").isDisabled());
  await redo(studio);
  await redo(studio);
  await reads(label, "Ask for tea");
  await reads(studio.url, "https://shop.example/");
  assert.ok(await studio.button("Redo").isDisabled());
});

test("rows, selects, the switch and the slider are undone too", async (studio) => {
  const first = studio.combobox("Parameter 1");
  await studio.button("Remove mapping 1").click();
  await reads(first, "ORDER_STATE");
  await undo(studio);
  await reads(first, "ORDER_NO");

  await studio.button("Move mapping 1 down").click();
  await reads(first, "ORDER_STATE");
  await undo(studio);
  await reads(first, "ORDER_NO");

  await studio.method.selectOption("PUT");
  await undo(studio);
  await reads(studio.method, "GET");

  await studio.isAsync.click();
  await undo(studio);
  await eventually(async () => assert.equal(await studio.isAsync.isChecked(), false));

  await studio.timeout.press("End");
  await undo(studio);
  await reads(studio.timeout, "10");
});

test("New is a step like any other", async (studio) => {
  const sample = await studio.url.inputValue();
  await studio.button("New").click();
  await reads(studio.url, "");
  await undo(studio);
  await reads(studio.url, sample);
  await reads(studio.combobox("Parameter 3"), "CUSTOMER_NAME");
});

test("an edit after an undo leaves nothing to redo", async (studio) => {
  await studio.textbox("Label").fill("One");
  await undo(studio);
  await studio.textbox("Label").fill("Two");
  await eventually(async () => assert.ok(await studio.button("Redo").isDisabled()));
});

test("what is undone is also what is sent", async (studio) => {
  await studio.url.fill(studio.sample("array"));
  await undo(studio);
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
  assert.equal(studio.requests[0].url(), studio.sample("json"));
});

test("the keys undo in a text as well, typing as one step", async (studio) => {
  const label = studio.textbox("Label");
  await label.press("End");
  await label.pressSequentially(" again");
  await studio.textbox("Object path 1").fill("data.x");
  await studio.textbox("Object path 1").press("Control+z");
  await reads(studio.textbox("Object path 1"), "data.orderId");
  await label.press("Control+z");
  await reads(label, "Look up order");
  await label.press("Control+Shift+Z");
  await reads(label, "Look up order again");
  await label.press("Control+z");
  await label.press("Control+y");
  await reads(label, "Look up order again");
  await studio.hasFocus(label);
});

test("while a word is being composed the keys are the input method's", async (studio) => {
  const label = studio.textbox("Label");
  await label.fill("One");
  await label.dispatchEvent("keydown", { key: "z", ctrlKey: true, isComposing: true });
  await reads(label, "One");
  await label.dispatchEvent("keydown", { key: "z", ctrlKey: true });
  await reads(label, "Look up order");
});

test("what is searched for and a secret have an undo of their own", async (studio) => {
  await studio.textbox("Label").fill("One");
  await studio.testRequest.click();
  await studio.says(/200/);
  const find = studio.result.getByRole("searchbox");
  await find.pressSequentially("ada");
  await find.press("Control+z");
  await reads(studio.textbox("Label"), "One");
  await eventually(async () => assert.notEqual(await find.inputValue(), "ada"));
});
