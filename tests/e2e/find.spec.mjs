// Find: over the whole response, whatever of it is in view and however it is shown.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const received = async (studio, path) => {
  await studio.begin(path);
  await studio.testRequest.click();
  await studio.says(/200/);
  const panel = await studio.panel("Response");
  return { panel, find: panel.getByRole("searchbox", { name: "Find in response" }) };
};

test("keys and values are found, one after the other and round again", async (studio) => {
  const { panel, find } = await received(studio, "json");
  await studio.button("Collapse all").click();
  await find.fill("EMAIL");
  await panel.getByText("1 of 1", { exact: true }).waitFor();
  const tree = panel.getByRole("tree", { name: "Response" });
  await tree.getByRole("treeitem", { name: /^email: / }).waitFor();
  await find.fill("a");
  await panel.getByText(/^1 of \d\d+$/).waitFor();
  await find.press("Enter");
  await panel.getByText(/^2 of \d+$/).waitFor();
  await find.press("Shift+Enter");
  await find.press("Shift+Enter");
  await panel.getByText(/^(\d+) of \1$/).waitFor();
  await studio.button("Next match").click();
  await panel.getByText(/^1 of \d+$/).waitFor();
  await find.focus();
  await find.press("Escape");
  await eventually(async () => assert.equal(await find.inputValue(), ""));
  await find.fill("no such thing");
  await panel.getByText("nothing found", { exact: true }).waitFor();
});

test("another test keeps what is looked for, how it is shown, and the keyboard", async (studio) => {
  const { panel, find } = await received(studio, "json");
  const raw = studio.button("Raw", panel);
  await raw.click();
  await find.fill("order");
  await panel.getByText(/^1 of \d+$/).waitFor();
  const again = async () => {
    const answered = studio.page.waitForResponse(/sample\/json/);
    await studio.page.keyboard.press("Control+Enter");
    await answered;
    await studio.testRequest.waitFor();
    await studio.says(/200/);
  };
  await again();
  await studio.hasFocus(find);
  assert.deepEqual([await find.inputValue(), await raw.getAttribute("aria-pressed")], ["order", "true"]);
  await studio.button("Tree", panel).click();
  const tree = panel.getByRole("tree", { name: "Response" });
  await tree.focus();
  await again();
  await studio.hasFocus(tree);
});

test("what is far out of view is brought into it", { timeout: 60_000 }, async (studio) => {
  const { panel, find } = await received(studio, "big/2048");
  const tree = panel.getByRole("tree", { name: "Response" });
  await tree.focus();
  await studio.page.keyboard.press("Control+f");
  await studio.hasFocus(find);
  await find.fill("id");
  await panel.getByText(/^1 of \d{3,}$/).waitFor();
  await find.press("Shift+Enter");
  await eventually(async () => {
    const active = await tree.getAttribute("aria-activedescendant");
    assert.ok(active !== null && (await studio.page.locator(`#${active}`).isVisible()));
  });
});

test("pretty and raw text are looked through line by line", async (studio) => {
  const { panel, find } = await received(studio, "json");
  await studio.button("Pretty").click();
  const pretty = panel.getByRole("group", { name: "Pretty response" });
  await pretty.getByText('"status": "ok"').waitFor();
  await find.fill("email");
  await panel.getByText("1 of 1", { exact: true }).waitFor();
  await studio.button("Raw").click();
  await panel.getByRole("group", { name: "Raw response" }).waitFor();
  await panel.getByText("1 of 1", { exact: true }).waitFor();
});

test("a megabyte on one line breaks nothing", { timeout: 60_000 }, async (studio) => {
  const { panel } = await received(studio, "big/1024");
  await studio.button("Raw").click();
  const raw = panel.getByRole("group", { name: "Raw response" });
  await raw.waitFor();
  assert.ok((await raw.innerText()).length < 50_000, "only what is in view");
  const wide = await studio.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(wide, 0);
});
