// The section Response mapping: rows, their order, what each path finds in the last response, JSON and XML.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const path = (studio, number) => studio.textbox(`Object path ${number}`);
const parameter = (studio, number) => studio.combobox(`Parameter ${number}`);
const parameters = (studio) =>
  Promise.all([1, 2, 3].map((number) => parameter(studio, number).inputValue()));

test("rows move up and down, and the keyboard stays with the row", async (studio) => {
  await eventually(async () =>
    assert.deepEqual(await parameters(studio), ["ORDER_NO", "ORDER_STATE", "CUSTOMER_NAME"]),
  );
  await studio.button("Move mapping 1 down").click();
  await eventually(async () =>
    assert.deepEqual(await parameters(studio), ["ORDER_STATE", "ORDER_NO", "CUSTOMER_NAME"]),
  );
  assert.match(await studio.focusedName(), /^Move mapping 2 (up|down)$/);
  await studio.button("Move mapping 3 up").click();
  await eventually(async () =>
    assert.deepEqual(await parameters(studio), ["ORDER_STATE", "CUSTOMER_NAME", "ORDER_NO"]),
  );
  assert.equal(await path(studio, 3).inputValue(), "data.orderId");
});

test("the first row cannot move up, the last not down", async (studio) => {
  for (const name of ["Move mapping 1 up", "Move mapping 3 down"]) {
    assert.ok(await studio.button(name).isDisabled(), name);
  }
});

test("a removed mapping is gone", async (studio) => {
  await studio.button("Remove mapping 2").click();
  await eventually(async () => assert.equal(await path(studio, 3).count(), 0));
  assert.deepEqual(
    [await parameter(studio, 1).inputValue(), await parameter(studio, 2).inputValue()],
    ["ORDER_NO", "CUSTOMER_NAME"],
  );
});

test("each path shows at once what it finds in the last response", async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  const rows = [
    ["data.total", /115\.6/],
    ["data['currency']", /EUR/],
    ["$.data.items[1].name", /Stoneware cup/],
    ["data.items[-1].sku", /POT-003/],
    ["data.coupon", /null/],
    ["data.customer.phones", /\+351 555 0142/],
    ["data.nothing", /nothing/],
  ];
  for (const [typed, found] of rows) {
    await path(studio, 1).fill(typed);
    await studio.describes(path(studio, 1), found);
  }
  assert.equal(studio.requests.length, 1, "a preview sends nothing");
});

test("without a response a path is still checked", async (studio) => {
  const message = /The bracket is not closed/;
  await path(studio, 1).fill("order.status[");
  await studio.isAtFault(path(studio, 1), message);
  await studio.page.getByText("The bracket is not closed: write a name in quotes or a number, then “]”.").first().waitFor();
  await path(studio, 1).fill("order.status['x']");
  await studio.isFine(path(studio, 1));
});

test("a parameter's name is checked, and a $ before it dropped", async (studio) => {
  await parameter(studio, 1).fill("");
  await parameter(studio, 1).pressSequentially("$ORDER_ID");
  await eventually(async () => assert.equal(await parameter(studio, 1).inputValue(), "ORDER_ID"));
  await studio.isFine(parameter(studio, 1));
  for (const name of ["", "7up", "__proto__", "order id"]) {
    await parameter(studio, 1).fill(name);
    await studio.isAtFault(parameter(studio, 1), /\S/);
  }
  // A warning: the last one that finds something wins.
  await parameter(studio, 1).fill("ORDER_STATE");
  await studio.describes(parameter(studio, 2), /\$ORDER_STATE/);
});

test("XML: note.to gives Tove", async (studio) => {
  await studio.begin("xml");
  await studio.combobox("Response type").selectOption("XML");
  await studio.addMapping("note.to", "TO");
  await studio.addMapping("$.note['heading']", "HEADING");
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
  await studio.describes(path(studio, 1), /Tove/);
  await studio.describes(path(studio, 2), /Reminder/);
  await studio.shows(await studio.panel("Mapping"), /TO[^]*Tove[^]*HEADING[^]*Reminder/);
});

test("the sample node reads /sample/xml once its type and path are changed", async (studio) => {
  await studio.url.fill(studio.sample("xml"));
  await studio.combobox("Response type").selectOption("XML");
  await studio.button("Remove mapping 3").click();
  await studio.button("Remove mapping 2").click();
  await path(studio, 1).fill("note.to");
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
  await studio.describes(path(studio, 1), /Tove/);
});

test("a list at the root is read in shorthand and in JSONPath", async (studio) => {
  await studio.begin("array");
  await studio.addMapping("$[0].userId", "FIRST");
  await studio.addMapping("[0]['userId']", "AGAIN");
  await studio.addMapping("[3].name", "FOURTH");
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
  await studio.describes(path(studio, 1), /4217/);
  await studio.describes(path(studio, 2), /4217/);
  await studio.describes(path(studio, 3), /Dao Nguyen/);
});

test("a required mapping that finds nothing fails, and says which", async (studio) => {
  await studio.addMapping("data.voucher", "VOUCHER");
  await studio.testRequest.click();
  await studio.says(/failed/);
  await studio.shows(studio.result, /VOUCHER|data\.voucher/);
  // What was found is still there.
  await studio.shows(await studio.panel("Mapping"), /ORDER_NO[^]*4634343214213523454[^]*VOUCHER/);
});

test("a response of another type says so", async (studio) => {
  await studio.combobox("Response type").selectOption("XML");
  await studio.testRequest.click();
  await studio.says(/failed/);
  await studio.shows(studio.result, /JSON[^]*not XML|not XML[^]*JSON/i);
});

test("paths of the response are offered while one is typed", async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  const { page } = studio;
  const field = path(studio, 1);
  await field.fill("");
  await field.pressSequentially("data.cust");
  const offered = page.getByRole("listbox", { name: "Paths of the response" });
  await offered.getByRole("option", { name: /^data\.customer/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  const option = offered.getByRole("option", { selected: true });
  await eventually(async () =>
    assert.equal(await field.getAttribute("aria-activedescendant"), await option.getAttribute("id")),
  );
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await field.inputValue(), "data.customer"));
  await field.pressSequentially(".e");
  await offered.getByRole("option", { name: /^data\.customer\.email/ }).click();
  await eventually(async () => assert.equal(await field.inputValue(), "data.customer.email"));
  await studio.hasFocus(field);
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await offered.count(), 0));
});

test("a path that is pressed is taken when it is let go, and not where the pointer went elsewhere", async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  const field = path(studio, 1);
  await field.fill("");
  await field.pressSequentially("data.cust");
  const option = studio.page.getByRole("option", { name: /^data\.customer/ }).first();
  await option.hover();
  await studio.page.mouse.down();
  await studio.page.mouse.move(0, 0);
  await studio.page.mouse.up();
  await studio.reads(field, "data.cust");
  await studio.hasFocus(field);
  await option.click();
  await studio.reads(field, "data.customer");
});
