// What people set in their browser: zoom, forced colours, less motion, a finger for a pointer. The page goes along.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { PHONE, WIDE, test } from "./stage.mjs";

/** A page of 1280 × 1024 at 200 %. */
const ZOOMED = { width: 640, height: 512 };

/** How far a page can be pushed sideways, in pixels. */
const sideways = (studio) =>
  studio.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("at 200 % everything is reached, and nothing goes out at the side", { viewport: ZOOMED, deviceScaleFactor: 2 }, async (studio) => {
  assert.equal(await sideways(studio), 0, "at first");
  await studio.testRequest.click();
  await studio.says(/200/);
  assert.equal(await sideways(studio), 0, "with a result");
  const row = (await studio.panel("Response")).getByRole("treeitem").first();
  const { height } = await row.boundingBox();
  assert.ok(height > 0, "a row of the response is in view");
  await studio.putResultAway();
  for (const name of ["Parameters", "Import", "Export"]) {
    const dialog = await studio.open(name);
    assert.equal(await sideways(studio), 0, name);
    await studio.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }
});

test("with forced colours, states differ by more than a tint", { viewport: WIDE, forcedColors: "active" }, async (studio) => {
  const look = (locator, ...properties) =>
    locator.evaluate((element, names) => names.map((name) => getComputedStyle(element)[name]).join(), properties);

  const before = await look(studio.isAsync, "backgroundColor", "borderColor");
  await studio.isAsync.click();
  assert.notEqual(await look(studio.isAsync, "backgroundColor", "borderColor"), before, "a switch that is on");
  await studio.isAsync.click();

  await studio.testRequest.click();
  await studio.takes("default");
  const exit = (name) => look(studio.exit(name), "backgroundColor", "outlineStyle", "borderColor", "fontWeight");
  assert.notEqual(await exit("default"), await exit("failed"), "the exit that was taken");

  const [chosen, other] = [studio.tab("Response"), studio.tab("Headers")];
  const tab = (locator) => look(locator, "borderBottomColor", "color", "backgroundColor", "fontWeight");
  assert.notEqual(await tab(chosen), await tab(other), "the tab that is open");

  await studio.url.fill("shop.example");
  await studio.isAtFault(studio.url, /https/);
  await studio.button("Undo").focus();
  await studio.page.keyboard.press("Tab");
  const focused = studio.page.locator(":focus");
  assert.notEqual(await look(focused, "outlineStyle"), "none", "what has the keyboard");
});

test("with reduced motion nothing moves", { viewport: PHONE, reducedMotion: "reduce" }, async (studio) => {
  const moving = () =>
    studio.page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return animationName !== "none" || transitionDuration.split(",").some((time) => parseFloat(time) > 0);
        })
        .map((element) => element.className),
    );
  assert.deepEqual(await moving(), []);
  await studio.begin("delay/30");
  await studio.testRequest.click();
  await studio.cancelRequest.waitFor();
  assert.deepEqual(await moving(), [], "while a request runs");
});

/** What can be pressed and is smaller than 24 px, but for links within a sentence (WCAG 2.2, 2.5.8). */
const small = (studio) =>
  studio.page.evaluate(() => {
    const targets = document.querySelectorAll("button, select, input, textarea, [role=tab], [role=treeitem], [role=switch]");
    const box = (element) => element.getBoundingClientRect();
    const isCovered = (element) => {
      const { x, y, width, height } = box(element);
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return top !== null && !element.contains(top) && !top.contains(element);
    };
    const visible = [...targets].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    const shown = visible.filter((element) => !isCovered(element));
    // A checkbox is pressed by its label as well, and by the room around it.
    const room = (element) => {
      const others = shown.filter((other) => other !== element).map(box);
      const { x, y, width, height } = box(element);
      const [middle, centre] = [x + width / 2, y + height / 2];
      return others.every((other) => {
        const away = Math.hypot(
          Math.max(other.left - middle, 0, middle - other.right),
          Math.max(other.top - centre, 0, centre - other.bottom),
        );
        return away >= 12;
      });
    };
    return shown
      .filter((element) => Math.min(box(element).width, box(element).height) < 24)
      .filter((element) => box(element).width > 0 && !element.closest("p") && !room(element))
      .map((element) => `${element.getAttribute("aria-label") ?? element.textContent}: ${box(element).width} × ${box(element).height}`);
  });

for (const [look, options] of [
  ["with a mouse", { viewport: WIDE }],
  ["with a finger", { viewport: PHONE, hasTouch: true, isMobile: true }],
]) {
  test(`what is pressed is 24 px at least, ${look}`, options, async (studio) => {
    await studio.addQuery("lang", "pt");
    await studio.button("More for query parameter 1").click();
    assert.deepEqual(await small(studio), [], "the drawer");
    await studio.page.keyboard.press("Escape");
    await studio.testRequest.click();
    await studio.says(/200/);
    for (const tab of ["Response", "Mapping", "Request sent", "Headers"]) {
      await studio.panel(tab);
      assert.deepEqual(await small(studio), [], tab);
    }
    await studio.putResultAway();
    await studio.open("Parameters");
    assert.deepEqual(await small(studio), [], "the parameters");
    await studio.page.keyboard.press("Escape");
  });
}

test("the tool bar is in sight, whole, at 390 px", { viewport: PHONE }, async (studio) => {
  for (const name of ["New", "Import", "Export", "Copy as cURL", "Undo", "Redo", "Parameters"]) {
    await eventually(async () => {
      const { x, y, width, height } = await studio.button(name).boundingBox();
      const inside = await studio.button(name).evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(left + width / 2, top + height / 2)) || element.disabled;
      });
      assert.ok(inside && x >= 0 && y >= 0 && x + width <= PHONE.width && height >= 24, name);
    });
  }
});
