// The response as a tree: folded and walked with the keyboard, and a value chosen in it becomes a mapping. The tree
// keeps the keyboard and names the row that it is on, since rows out of view are not on the page.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { WIDE, test } from "./stage.mjs";

const tree = async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  return (await studio.panel("Response")).getByRole("tree", { name: "Response" });
};
const item = (within, name) => within.getByRole("treeitem", { name });

/** Waits until the tree's keyboard is on a row. */
const isOn = (response, row) =>
  eventually(async () => assert.equal(await response.getAttribute("aria-activedescendant"), await row.getAttribute("id")));

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
  await response.focus();
  await isOn(response, item(response, /^status: "ok"/));
  await page.keyboard.press("ArrowDown");
  const data = item(response, /^data: object/);
  await isOn(response, data);
  await page.keyboard.press("ArrowLeft");
  await eventually(async () => assert.equal(await data.getAttribute("aria-expanded"), "false"));
  assert.equal(await item(response, /^userId: 4217/).count(), 0);
  await page.keyboard.press("ArrowRight");
  await eventually(async () => assert.equal(await data.getAttribute("aria-expanded"), "true"));
  await page.keyboard.press("ArrowRight");
  await isOn(response, item(response, /^userId: 4217/));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await studio.textbox("Object path 4").inputValue(), "data.userId"));
  assert.equal(await studio.combobox("Parameter 4").inputValue(), "USER_ID");
  await page.keyboard.press("ArrowLeft");
  await isOn(response, data);
  await studio.hasFocus(response);
});

test("letters lead to the next row whose name begins with them", async (studio) => {
  const response = await tree(studio);
  const { page } = studio;
  await response.focus();
  await isOn(response, item(response, /^status: /));
  await page.keyboard.press("s");
  await isOn(response, item(response, /^state: /));
  await page.waitForTimeout(1_000);
  await page.keyboard.type("cu");
  await isOn(response, item(response, /^customer: /));
  await page.waitForTimeout(1_000);
  // Begun anew, and typed at once: a machine that is slow would take a later letter for another name.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("cur");
  await isOn(response, item(response, /^currency: /));
  await page.waitForTimeout(1_000);
  await page.keyboard.press("x");
  await isOn(response, item(response, /^currency: /));
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await studio.hasFocus(response);
});

test("Tab stops at the tree, and at what can be done with its row", async (studio) => {
  const response = await tree(studio);
  const { page } = studio;
  await response.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  for (const name of ["Map to USER_ID", "Copy path", "Copy normalized path"]) {
    await page.keyboard.press("Tab");
    await studio.hasFocus(studio.button(name, studio.result.getByRole("group", { name: "Chosen value" })));
  }
});

test("a mapping made by a click is undone beside it", async (studio) => {
  const response = await tree(studio);
  await item(response, /^userId: 4217/).getByText("4217").click();
  await studio.shows(studio.result.getByRole("status", { name: "Done" }), /data\.userId goes to USER_ID/);
  await studio.textbox("Object path 4").waitFor();
  await studio.button("Undo that").click();
  await eventually(async () => assert.equal(await studio.textbox("Object path 4").count(), 0));
  assert.equal(await studio.button("Undo that").count(), 0);
  assert.notEqual(await studio.focusedName(), "nothing");
});

test("everything folds and unfolds at once", async (studio) => {
  const response = await tree(studio);
  await studio.button("Collapse all").click();
  await eventually(async () => assert.equal(await response.getByRole("treeitem", { expanded: true }).count(), 0));
  await studio.button("Expand all").click();
  await item(response, /^email: /).waitFor();
  await eventually(async () => assert.equal(await response.getByRole("treeitem", { expanded: false }).count(), 0));
});

test("a path is copied in the words of a mapping", { permissions: ["clipboard-read", "clipboard-write"] }, async (studio) => {
  const response = await tree(studio);
  const value = item(response, /^email: /);
  await value.hover();
  await studio.button("Copy path", value).click();
  await eventually(async () =>
    assert.equal(await studio.page.evaluate(() => navigator.clipboard.readText()), "data.customer.email"),
  );
  const chosen = studio.result.getByRole("group", { name: "Chosen value" });
  await studio.button("Copied", chosen).waitFor();
  await studio.button("Copy normalized path", chosen).click();
  await eventually(async () =>
    assert.equal(await studio.page.evaluate(() => navigator.clipboard.readText()), "$['data']['customer']['email']"),
  );
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

test("of a large response, the page holds the rows in view", async (studio) => {
  await studio.begin("big/2048");
  await studio.testRequest.click();
  await studio.says(/200/);
  const panel = await studio.panel("Response");
  const response = panel.getByRole("tree", { name: "Response" });
  await studio.button("Expand all").click();
  const items = panel.getByRole("treeitem");
  await eventually(async () => assert.ok((await items.count()) > 20));
  assert.ok((await items.count()) < 120, "only what is in view");
  await response.focus();
  await studio.page.keyboard.press("End");
  await eventually(async () => {
    const active = await response.getAttribute("aria-activedescendant");
    assert.ok(active !== null && (await studio.page.locator(`#${active}`).isVisible()), "the last row is in view");
  });
});

test("raw text is broken anew when its pane has another width, and stays where it was", async (studio) => {
  await studio.begin("big/64");
  await studio.testRequest.click();
  await studio.says(/200/);
  const panel = await studio.panel("Response");
  await studio.button("Raw").click();
  const raw = panel.getByRole("group", { name: "Raw response" });
  const longest = () => raw.evaluate((list) => Math.max(...[...list.querySelectorAll(".text-row")].map((row) => row.textContent.length)));
  const sideways = () => raw.evaluate((list) => list.scrollWidth - list.clientWidth);
  const atTop = () =>
    raw.evaluate((list) => {
      const { top } = list.getBoundingClientRect();
      const rows = [...list.querySelectorAll(".text-row")];
      return rows.find((row) => row.getBoundingClientRect().bottom > top + 1).textContent;
    });
  const wide = await longest();
  await raw.evaluate((list) => (list.scrollTop = list.scrollHeight / 2));
  await eventually(async () => assert.match(await atTop(), /\S/));
  const before = await atTop();
  for (const [width, isAsExpected] of [
    [1110, (now) => now < wide],
    [760, (now) => now < wide],
    [1900, (now) => now > wide],
  ]) {
    await studio.page.setViewportSize({ width, height: 900 });
    await eventually(async () => {
      const now = await longest();
      assert.ok(isAsExpected(now), `${now} letters in a row at ${width} px, ${wide} at first`);
    });
    assert.equal(await sideways(), 0, `${width} px`);
    const now = await atTop();
    assert.ok(now.includes(before.slice(0, 20)) || before.includes(now.slice(0, 20)), `${width} px: ${before} became ${now}`);
  }
  await studio.page.setViewportSize(WIDE);
});
