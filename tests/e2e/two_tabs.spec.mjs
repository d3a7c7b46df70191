// Where the draft is kept: two tabs never overwrite each other silently, a draft that cannot be read is kept aside and
// said, and a browser that keeps nothing is no reason not to work.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));
const label = (page) => page.getByRole("textbox", { name: "Label", exact: true });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const banner = (page) => page.getByRole("alert").filter({ hasText: /another tab/ });

/** The same studio in a second tab. */
async function another(studio) {
  const page = await studio.page.context().newPage();
  await page.goto(studio.origin);
  await label(page).waitFor();
  return page;
}

test("a tab asks before it keeps its draft over another tab's", async (studio) => {
  const { page } = studio;
  const other = await another(studio);
  await label(other).fill("Theirs");
  await banner(page).waitFor();
  await label(page).fill("Mine");
  await eventually(async () => assert.match(await stored(page), /Theirs/));
  assert.ok(!(await stored(page)).includes("Mine"));

  await press(page, "Keep this one");
  await eventually(async () => assert.match(await stored(page), /Mine/));
  assert.equal(await banner(page).count(), 0);

  // Now the other tab is asked.
  await banner(other).waitFor();
  await press(other, "Show the other draft");
  await eventually(async () => assert.equal(await label(other).inputValue(), "Mine"));
  await press(other, "Undo");
  await eventually(async () => assert.equal(await label(other).inputValue(), "Theirs"));
  await banner(page).waitFor();
  await other.close();
});

test("a draft that cannot be read is said, kept aside, and can be taken along", async (studio) => {
  const { page } = studio;
  await page.evaluate(() => localStorage.setItem("switchhook.draft", "} not a draft {"));
  await page.reload();
  const asked = page.getByRole("alert").filter({ hasText: /could not be read/ });
  await asked.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download it")]);
  assert.ok(await download.path());
  await press(page, "Go on without it");
  assert.equal(await asked.count(), 0);
  await label(page).fill("Another");
  await eventually(async () => assert.match(await stored(page), /Another/));
  assert.match(await stored(page), /\} not a draft \{/);
});

for (const [name, refuse] of [
  ["forbids", () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })],
  ["has no room for", () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; }],
]) {
  test(`a browser that ${name} storage is told, and everything works`, async (studio) => {
    const page = await studio.page.context().newPage();
    await page.addInitScript(refuse);
    await page.goto(studio.origin);
    await label(page).fill("All the same");
    await page.getByText(/^Not saved/).waitFor();
    await press(page, "Undo");
    await eventually(async () => assert.equal(await label(page).inputValue(), "Look up order"));
    await page.close();
  });
}
