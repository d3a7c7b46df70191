// The layout: nothing is cut off sideways at any width, Test request stays in reach, and at a wide page the drawer and
// the result scroll each on its own.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { PHONE, WIDE, test } from "./stage.mjs";

const LONG = "averylongwordwithoutanyspaceinit".repeat(8);

/** A studio whose texts are as long as they come. */
async function fill(studio) {
  await studio.textbox("Label").fill(LONG);
  await studio.url.fill(`${studio.sample("echo")}/${LONG}`);
  await studio.addQuery(LONG, LONG);
  await studio.addHeader("X-Long", LONG);
  await studio.textbox("Object path 1").fill("rawQuery");
  await studio.textbox("Object path 2").fill("headers");
  await studio.textbox("Object path 3").fill(`${LONG}[`);
}

/** How far a page can be pushed sideways, in pixels. */
const sideways = (studio) =>
  studio.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(scrollWidth, document.body.scrollWidth) - clientWidth;
  });

/** Whether an element's middle is in view, with nothing in front of it. */
const isInReach = (locator) =>
  locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return top !== null && element.contains(top);
  });

for (const width of [320, 390, 700, 1100, 1440]) {
  test(`nothing goes out at the side, ${width} px`, { viewport: { width, height: 900 } }, async (studio) => {
    assert.equal(await sideways(studio), 0, "at first");
    await fill(studio);
    assert.equal(await sideways(studio), 0, "with long texts");
    await studio.button("Remove mapping 3").click();
    await studio.testRequest.click();
    await studio.says(/200/);
    assert.equal(await sideways(studio), 0, "with a result");
    for (const tab of ["Mapping", "Request sent", "Headers"]) {
      await studio.panel(tab);
      assert.equal(await sideways(studio), 0, `with ${tab}`);
    }
  });
}

test("every field is wide enough to be used at 390 px", { viewport: PHONE }, async (studio) => {
  await studio.addQuery("lang", "pt");
  const boxes = ["Label", "URL endpoint", "Name 1", "Value 1", "Object path 1", "Status code 1"];
  const menus = ["Method", "Body type", "Response type", "Parameter 1", "Save status code in"];
  const fields = [...boxes.map((name) => studio.textbox(name)), ...menus.map((name) => studio.combobox(name))];
  const widths = [];
  for (const field of fields) widths.push([`${field}`, Math.round((await field.boundingBox()).width)]);
  const cramped = widths.filter(([, width]) => width < 64 || width > PHONE.width);
  assert.deepEqual(cramped, []);
});

test("Test request stays in reach while a phone's page is scrolled", { viewport: PHONE }, async (studio) => {
  for (const section of ["Response mapping", "Settings"]) {
    await studio.region(section).scrollIntoViewIfNeeded();
    await eventually(async () => assert.ok(await isInReach(studio.testRequest), section));
  }
  await studio.timeout.scrollIntoViewIfNeeded();
  await eventually(async () => assert.ok(await isInReach(studio.testRequest)));
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
});

test("with the result over a phone's page, Test request stays in reach", { viewport: PHONE }, async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  await eventually(async () => assert.ok(await isInReach(studio.button("Put the result away"))));
  await studio.page.evaluate(() => scrollTo(0, 0));
  await eventually(async () => assert.ok(await isInReach(studio.testRequest), "at the page's top"));
  assert.ok(await isInReach(studio.outcome));
  await studio.testRequest.click();
  await studio.says(/200/);
});

test("on a phone the result comes into view by itself", { viewport: PHONE }, async (studio) => {
  await studio.timeout.scrollIntoViewIfNeeded();
  await studio.testRequest.click();
  await studio.says(/200/);
  await eventually(async () => assert.ok(await isInReach(studio.outcome)));
});

test("the drawer stands beside node and result", { viewport: WIDE }, async (studio) => {
  const box = async (name) => studio.region(name).boundingBox();
  const [node, result, request] = [await box("Node"), await box("Test result"), await box("Request")];
  assert.ok(node.y + node.height <= result.y + 1, "the result is under the node's card");
  assert.ok(request.x >= node.x + node.width - 1 && request.x >= result.x + result.width - 1, "the drawer is beside");
});

test("drawer and result scroll each on its own", { viewport: WIDE }, async (studio) => {
  for (let row = 0; row < 12; row += 1) await studio.addMapping("data.state", `STATE_${row}`);
  await studio.testRequest.click();
  await studio.says(/200/);

  const top = async (locator) => Math.round((await locator.boundingBox()).y);
  const places = () => Promise.all([top(studio.outcome), top(studio.region("Node"))]);
  const before = await places();
  await studio.timeout.scrollIntoViewIfNeeded();
  await eventually(async () => assert.ok(await isInReach(studio.timeout)));
  assert.deepEqual(await places(), before, "scrolling the drawer moves the result");
  assert.ok(await isInReach(studio.testRequest), "scrolling the drawer hides Test request");

  const panel = await studio.panel("Response");
  const slider = await top(studio.timeout);
  const { x, y } = await panel.boundingBox();
  const line = panel.getByRole("treeitem").first();
  const lineBefore = await top(line);
  await studio.page.mouse.move(x + 60, y + 60);
  await studio.page.mouse.wheel(0, 240);
  await eventually(async () => assert.ok((await top(line)) < lineBefore, "the wheel scrolls the response"));
  assert.equal(await top(studio.timeout), slider, "scrolling the result moves the drawer");
  assert.equal(await studio.page.evaluate(() => document.scrollingElement.scrollTop), 0);
});

for (const width of [320, 390, 700, 720, 834, 1099]) {
  test(`nothing lies over anything else in the tool bar, ${width} px`, { viewport: { width, height: 900 } }, async (studio) => {
    await studio.declare({ name: "ORDER_ID" });
    await studio.page.getByText("Saved in this browser").waitFor();
    const over = await studio.page.getByRole("banner").evaluate((bar) => {
      const parts = [...bar.querySelectorAll("button, [role=status]")];
      const boxes = parts.map((part) => [part.textContent, part.getBoundingClientRect()]);
      const meet = ([, a], [, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other]));
      return pairs.filter(([one, other]) => meet(one, other)).map((pair) => pair.map(([text]) => text));
    });
    assert.deepEqual(over, []);
  });
}

for (const viewport of [PHONE, WIDE]) {
  test(`a long token does not push the drawer away, ${viewport.width} px`, { viewport }, async (studio) => {
    const token = "eyJhbGciOiJIUzI1NiJ9".repeat(100);
    await studio.url.fill(`${studio.sample("echo")}?token=${token}`);
    const { value } = await studio.addHeader("X-Token", token);
    for (const region of ["Request", "Headers"]) {
      const { height } = await studio.region(region).boundingBox();
      assert.ok(height < 700, `${region} has ${height} px`);
    }
    // Its end is where one types.
    await value.press("End");
    await value.press("Control+End");
    await value.pressSequentially("$");
    const caret = await value.evaluate((field) => {
      const [box, around] = [field.getBoundingClientRect(), field.parentElement.getBoundingClientRect()];
      return box.bottom - around.bottom;
    });
    assert.ok(Math.abs(caret) < 8, `the end of the token is ${caret} px below its box`);
  });
}

test("a problem in a section without a menu moves nothing below its head", { viewport: PHONE }, async (studio) => {
  const top = async () => (await studio.textbox("Label").boundingBox()).y - (await studio.region("Request").boundingBox()).y;
  const before = await top();
  await studio.url.fill("shop.example");
  await studio.isAtFault(studio.url, /https/);
  assert.equal(await top(), before);
});
