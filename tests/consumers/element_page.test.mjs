// The example of a plain page with the drawer in it: what people see, light and dark, wide and narrow.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { isAccessible, openElement } from "./element_page.mjs";

let opened, page;

before(async () => {
  opened = await openElement("element-plain");
  page = opened.page;
});

after(() => opened?.close());

it("loads its own modules, and not the engine's", async () => {
  await page.waitForLoadState("networkidle");
  const modules = opened.asked.filter((url) => url.endsWith(".wasm") || url.endsWith("/wasm/switchhook.js"));
  const folder = "/node_modules/switchhook/wasm";
  assert.deepEqual(modules, [`${folder}/element_bg.wasm`, `${folder}/element_later_bg.wasm`]);
});

it("shows what the page set before the element was there", async () => {
  assert.equal(await page.getByRole("textbox", { name: "Label", exact: true }).inputValue(), "Look up order");
  await page.getByRole("button", { name: "Parameters" }).getByText("2").waitFor();
});

it("tells the page what people do", async () => {
  await page.getByRole("textbox", { name: "Label", exact: true }).fill("Another");
  assert.match(await page.getByLabel("Definition").textContent(), /"label": "Another"/);
  await page.getByRole("button", { name: "Test request" }).click();
  await isAccessible(page, "the dialog");
  await page.getByRole("textbox", { name: "ORDER_ID" }).fill("7");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText('default {"TOTAL":41.5}').waitFor();
});

for (const [colorScheme, width] of [["light", 1440], ["dark", 1440], ["light", 390], ["dark", 390]]) {
  it(`is for everyone: ${colorScheme}, ${width} px`, async () => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await isAccessible(page, `${colorScheme}, ${width} px`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
  });
}

it("is laid out by its own width, and dressed by the page", async () => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1440, height: 900 });
  const seen = await page.evaluate(() => {
    const node = document.querySelector("webhook-node");
    const colour = (selector, property) => getComputedStyle(node.shadowRoot.querySelector(selector))[property];
    const drawer = () => node.shadowRoot.querySelector(".drawer").getBoundingClientRect();
    const found = { accent: colour(".button-primary", "backgroundColor"), light: colour(".drawer", "backgroundColor") };
    node.setAttribute("theme", "dark");
    found.dark = colour(".drawer", "backgroundColor");
    node.removeAttribute("theme");
    node.style.width = "400px";
    node.style.flex = "none";
    found.narrow = drawer().width;
    node.style.width = "1300px";
    found.beside = drawer().left - node.getBoundingClientRect().left > 400;
    return found;
  });
  assert.deepEqual(seen, { accent: "rgb(11, 107, 87)", light: "rgb(255, 255, 255)", dark: "rgb(24, 28, 37)", narrow: 400, beside: true });
});
