// What people set in their browser: zoom, forced colours, less motion, a finger for a pointer. The page goes along.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { PHONE, WIDE, test } from "./stage.mjs";
import { STATES } from "./states.mjs";

/** What a page does to its content that it must not where it is enlarged (WCAG 2.2, 1.4.4 and 1.4.10). */
const cramped = (studio) =>
  studio.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page goes ${scrollWidth - clientWidth} px out at the side`] : [];
    const within = document.querySelector("dialog[open]") ?? document.body;
    // What is typed into may be longer than its box.
    for (const element of within.querySelectorAll(":not(input, select, textarea, .heard)")) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const name = `${element.localName}.${element.getAttribute("class")} ${element.getAttribute("aria-label") ?? ""}`;
      const scrolls = (overflow) => ["auto", "scroll"].includes(overflow);
      const clips = (overflow) => ["hidden", "clip"].includes(overflow);
      const isWide = element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
      const isTall = element.clientHeight > 1 && element.scrollHeight > element.clientHeight + 1;
      if (isWide && isTall && scrolls(overflowX) && scrolls(overflowY)) found.push(`${name} scrolls in two directions`);
      if (isWide && clips(overflowX) && textOverflow !== "ellipsis") found.push(`${name} is cut off at the side`);
      if (isTall && clips(overflowY)) found.push(`${name} is cut off at its foot`);
    }
    const isOutside = ({ left, right, width }) => width > 0 && (left < -1 || right > innerWidth + 1);
    const controls = [...within.querySelectorAll("button, input, select, textarea, label")];
    const outside = controls.filter((control) => control.checkVisibility({ visibilityProperty: true }) && isOutside(control.getBoundingClientRect()));
    return [...found, ...outside.map((control) => `${control.getAttribute("aria-label") ?? control.textContent} is out of view`)];
  });

for (const [zoom, options] of [
  ["200 %", { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
  ["400 %", { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
]) {
  test(`at ${zoom} everything is reached, and nothing is cut off`, { ...options, timeout: 120_000 }, async (studio) => {
    const found = [];
    for (const [state, go] of Object.entries(STATES)) {
      await go(studio);
      found.push(...(await cramped(studio)).map((fault) => `${state}: ${fault}`));
    }
    assert.deepEqual(found, []);
  });

  test(`at ${zoom} a result has room for its rows`, options, async (studio) => {
    await studio.testRequest.click();
    await studio.says(/200/);
    const tree = (await studio.panel("Response")).getByRole("tree", { name: "Response" });
    await tree.focus();
    await studio.page.keyboard.press("End");
    await eventually(async () => {
      const row = studio.page.locator(`#${await tree.getAttribute("aria-activedescendant")}`);
      const inView = await row.evaluate((row) => {
        const { left, top, width, height } = row.getBoundingClientRect();
        return row.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      assert.ok(inView, "the row that the keyboard is on is in view");
    });
    const { height } = await tree.boundingBox();
    assert.ok(height >= 96, `four rows at least are in view: the tree has ${height} px`);
  });
}

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
  assert.notEqual(await look(chosen, "borderBottomColor"), await look(other, "borderBottomColor"), "the tab that is open");
  assert.equal(await look(studio.method, "appearance"), "auto", "a select has the arrow of the system");

  await studio.url.fill("shop.example");
  await studio.isAtFault(studio.url, /https/);
  await studio.button("Undo").focus();
  await studio.page.keyboard.press("Tab");
  const focused = studio.page.locator(":focus");
  assert.notEqual(await look(focused, "outlineStyle"), "none", "what has the keyboard");
});

test("with reduced motion nothing moves", { viewport: PHONE, reducedMotion: "reduce", timeout: 60_000 }, async (studio) => {
  const moving = () =>
    studio.page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return animationName !== "none" || transitionDuration.split(",").some((time) => parseFloat(time) > 0);
        })
        .map((element) => element.className),
    );
  for (const [state, go] of Object.entries(STATES)) {
    await go(studio);
    assert.deepEqual(await moving(), [], state);
  }
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

test("with forced colours, a menu shows what is chosen, whole", { viewport: WIDE, forcedColors: "active" }, async (studio) => {
  const menu = studio.combobox("Response type");
  const { wide, wanted } = await menu.evaluate((element) => {
    const wide = element.getBoundingClientRect().width;
    element.style.width = "max-content";
    return { wide, wanted: element.getBoundingClientRect().width };
  });
  assert.ok(wide >= wanted, `${wanted} px are wanted, and there are ${wide}`);
});

test("what is written from the right shows its beginning", { viewport: WIDE }, async (studio) => {
  const long = "הזמנה חדשה ".repeat(12);
  await studio.textbox("Label").fill(long);
  await studio.addStatusCode("404");
  await studio.textbox("Exit 2").fill(long);
  const direction = (locator) => locator.evaluate((element) => getComputedStyle(element).direction);
  const shown = studio.region("Node").getByText(long.trim());
  await eventually(async () => assert.equal(await shown.count(), 2));
  for (const place of [studio.textbox("Label"), studio.textbox("Exit 2"), shown.first(), shown.last()]) {
    assert.equal(await direction(place), "rtl", `${place}`);
  }
  for (const place of [studio.url, studio.textbox("Status code 2"), studio.textbox("Object path 1")]) {
    assert.equal(await direction(place), "ltr", `${place}`);
  }
});

test("with more space between lines and paragraphs, the card's lines stay apart", { viewport: WIDE, bypassCSP: true }, async (studio) => {
  // WCAG 2.2, 1.4.12.
  const content = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";
  await studio.page.addStyleTag({ content });
  const address = await studio.region("Node").getByText(/sample\/json$/).boundingBox();
  const exit = await studio.exit("default").boundingBox();
  assert.ok(address.y + address.height <= exit.y + 1, `the address ends at ${address.y + address.height}, the exit begins at ${exit.y}`);
});
