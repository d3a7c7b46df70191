// The response as a tree: folded and walked with the keyboard, and a value chosen in it becomes a mapping.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const tree = async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  return (await studio.panel("Response")).getByRole("tree", { name: "Response" });
};
const item = (within, name) => within.getByRole("treeitem", { name });

test("a value becomes a mapping, named after its key", async (studio) => {
  const response = await tree(studio);
  const value = item(response, /^currency: "EUR"/);
  await value.hover();
  await studio.button("Map to CURRENCY", value).click();
  await eventually(async () => assert.equal(await studio.textbox("Object path 4").inputValue(), "data.currency"));
  assert.equal(await studio.combobox("Parameter 4").inputValue(), "CURRENCY");
  await studio.describes(studio.textbox("Object path 4"), /EUR/);
  // It is marked as mapped, for ears too.
  await item(response, /^currency: "EUR", mapped to CURRENCY$/).waitFor();
});

test("with the keyboard: arrows walk and fold, Enter maps", async (studio) => {
  const response = await tree(studio);
  const { page } = studio;
  await item(response, /^status: "ok"/).focus();
  await page.keyboard.press("ArrowDown");
  const data = item(response, /^data: object/);
  await studio.hasFocus(data);
  await page.keyboard.press("ArrowLeft");
  await eventually(async () => assert.equal(await data.getAttribute("aria-expanded"), "false"));
  assert.equal(await item(response, /^userId: 4217/).count(), 0);
  await page.keyboard.press("ArrowRight");
  await eventually(async () => assert.equal(await data.getAttribute("aria-expanded"), "true"));
  await page.keyboard.press("ArrowRight");
  await studio.hasFocus(item(response, /^userId: 4217/));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await studio.textbox("Object path 4").inputValue(), "data.userId"));
  assert.equal(await studio.combobox("Parameter 4").inputValue(), "USER_ID");
});

test("Tab stops at the tree once", async (studio) => {
  const response = await tree(studio);
  const stops = await response
    .getByRole("treeitem")
    .evaluateAll((items) => items.filter((one) => one.tabIndex === 0).length);
  assert.equal(stops, 1);
});

test("a path is copied in the words of a mapping", { permissions: ["clipboard-read", "clipboard-write"] }, async (studio) => {
  const response = await tree(studio);
  const value = item(response, /^email: /);
  await value.hover();
  await studio.button("Copy path", value).click();
  await eventually(async () =>
    assert.equal(await studio.page.evaluate(() => navigator.clipboard.readText()), "data.customer.email"),
  );
  await studio.button("Copied", value).waitFor();
});

test("XML is a tree too", async (studio) => {
  await studio.begin("xml");
  await studio.combobox("Response type").selectOption("XML");
  const response = await tree(studio);
  const value = item(response, /^to: "?Tove/);
  await value.hover();
  await studio.button("Map to NOTE_TO", value).click();
  await eventually(async () => assert.equal(await studio.textbox("Object path 1").inputValue(), "note.to"));
});

test("a response that says it is XML is read as such at the press of a button", async (studio) => {
  await studio.begin("xml");
  await studio.testRequest.click();
  await studio.says(/200/);
  const panel = await studio.panel("Response");
  await panel.getByRole("button", { name: /Read (it )?as XML/ }).first().click();
  await eventually(async () => assert.equal(await studio.combobox("Response type").inputValue(), "XML"));
  await item(panel, /^to: "?Tove/).waitFor();
});

test("a large response is shown in part, with a button for more", async (studio) => {
  await studio.begin("big/512");
  await studio.testRequest.click();
  await studio.says(/200/);
  const panel = await studio.panel("Response");
  const items = panel.getByRole("treeitem");
  await item(panel, /^items: list/).focus();
  await studio.page.keyboard.press("ArrowRight");
  await panel.getByRole("button", { name: /more/ }).waitFor();
  const before = await items.count();
  await panel.getByRole("button", { name: /more/ }).click();
  await eventually(async () => assert.ok((await items.count()) > before));
});
