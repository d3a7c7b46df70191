// The dialog Parameter values: asks for what the conversation would have filled in, remembers it, and lets go.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

async function needy(studio) {
  await studio.begin("echo/$ORDER_ID", "POST");
  await studio.addQuery("lang");
  await studio.addHeader("X-Trace", "t-$TRACE");
  await studio.combobox("Body type").selectOption("Text");
  await studio.body.fill("$ORDER_ID for $CUSTOMER");
}

const asked = (studio) =>
  studio.dialog.getByRole("textbox").evaluateAll((boxes) => boxes.map((box) => box.labels[0]?.textContent.trim()));

const VALUES = { ORDER_ID: "A 17", lang: "pt", TRACE: "77", CUSTOMER: "Ada" };

test("every parameter without a value is asked for, once, by its name", async (studio) => {
  await needy(studio);
  await studio.testRequest.click();
  await studio.dialog.waitFor();
  assert.deepEqual(await asked(studio), Object.keys(VALUES));
  await studio.hasFocus(studio.textbox("ORDER_ID", studio.dialog));
  assert.deepEqual(studio.requests, [], "nothing is sent before it is asked for");
  const echo = await studio.echo(() => studio.answer(VALUES));
  assert.equal(echo.path, "/sample/echo/A%2017");
  assert.deepEqual(echo.query, [["lang", "pt"]]);
  assert.equal(echo.body, "A 17 for Ada");
  assert.equal(Object.fromEntries(echo.headers)["x-trace"], "t-77");
});

test("Enter in a field sends", async (studio) => {
  await studio.begin("echo?id=$ORDER_ID");
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.textbox("ORDER_ID", studio.dialog).fill("7");
    await studio.page.keyboard.press("Enter");
  });
  assert.deepEqual(echo.query, [["id", "7"]]);
});

test("values are remembered, and only what is new is asked for", async (studio) => {
  await needy(studio);
  await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer(VALUES);
  });
  assert.equal((await studio.echo()).body, "A 17 for Ada");
  assert.equal(await studio.dialog.count(), 0);

  await studio.body.fill("$ORDER_ID at $PLACE");
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.dialog.waitFor();
    assert.ok((await asked(studio)).includes("PLACE"));
    await studio.answer({ PLACE: "Lisbon" });
  });
  assert.equal(echo.body, "A 17 at Lisbon");
});

test("values belong to the server that they were typed for", async (studio) => {
  await studio.begin("echo?key=$KEY");
  await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ KEY: "for the one alone" });
  });
  await studio.url.fill(`${studio.origin}/sample/echo?key=$KEY`);
  await studio.testRequest.click();
  await studio.dialog.waitFor();
  assert.equal(await studio.textbox("KEY", studio.dialog).inputValue(), "");
});

const ways = [
  ["Cancel", (studio) => studio.button("Cancel", studio.dialog).click()],
  ["Esc", (studio) => studio.page.keyboard.press("Escape")],
];
for (const [name, leave] of ways) {
  test(`${name} closes the dialog, sends nothing, and gives the keyboard back`, async (studio) => {
    await needy(studio);
    await studio.testRequest.click();
    await studio.dialog.waitFor();
    await leave(studio);
    await eventually(async () => assert.equal(await studio.dialog.count(), 0));
    await studio.hasFocus(studio.testRequest);
    assert.deepEqual(studio.requests, []);
    // It opens again.
    await studio.testRequest.click();
    await studio.dialog.waitFor();
  });
}

test("opened from a field with Ctrl+Enter, it gives the keyboard back to that field", async (studio) => {
  await needy(studio);
  await studio.body.focus();
  await studio.page.keyboard.press("Control+Enter");
  await studio.dialog.waitFor();
  await studio.page.keyboard.press("Escape");
  await studio.hasFocus(studio.body);
});

test("while the dialog is open the keyboard stays in it", async (studio) => {
  await needy(studio);
  await studio.testRequest.click();
  await studio.dialog.waitFor();
  const outside = [];
  for (let step = 0; step < 14; step += 1) {
    await studio.page.keyboard.press("Tab");
    const inside = await studio.dialog.evaluate(
      (dialog) => dialog.contains(document.activeElement) || document.activeElement === document.body,
    );
    if (!inside) outside.push(await studio.focusedName());
  }
  assert.deepEqual(outside, []);
});

test("an empty value is a value", async (studio) => {
  await studio.begin("echo?id=$ORDER_ID");
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({});
  });
  assert.deepEqual(echo.query, [["id", ""]]);
});
