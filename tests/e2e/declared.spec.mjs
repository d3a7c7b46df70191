// The panel Parameters: what the agent declares, and what that makes visible in the node.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

test("parameters are added, named, typed, given a value, and removed", async (studio) => {
  const panel = await studio.open("Parameters");
  await studio.button("Add parameter", panel).click();
  const name = studio.textbox("Parameter name 1", panel);
  await studio.hasFocus(name);
  await name.fill("$ORDER_ID");
  await studio.reads(name, "ORDER_ID");
  const entity = studio.combobox("Entity 1", panel);
  assert.equal(await entity.inputValue(), "sys.any");
  await entity.fill("sys.number");
  const value = studio.textbox("Predefined value 1", panel);
  await value.fill("twelve");
  await studio.isAtFault(value, /sys\.number takes a number/);
  await value.fill("12");
  await studio.isFine(value);
  await studio.button("Add parameter", panel).click();
  await studio.textbox("Parameter name 2", panel).fill("ORDER_ID");
  await studio.isAtFault(studio.textbox("Parameter name 2", panel), /declared twice/);
  await studio.textbox("Parameter name 2", panel).fill("7up");
  await studio.isAtFault(studio.textbox("Parameter name 2", panel), /begin with no digit/);
  await studio.button("Remove parameter 2", panel).click();
  await studio.hasFocus(studio.button("Remove parameter 1", panel));
  await studio.button("Done", panel).click();
  await studio.hasFocus(studio.button("Parameters"));
});

test("a predefined value is sent without being asked for", async (studio) => {
  await studio.begin("echo?id=$ORDER_ID");
  await studio.declare({ name: "ORDER_ID", entity: "sys.number", value: "4634343214213523454" });
  assert.deepEqual((await studio.echo()).query, [["id", "4634343214213523454"]]);
});

test("a secret is masked wherever it shows, is sent, and is not kept", async (studio) => {
  await studio.begin("echo?key=$KEY");
  await studio.declare({ name: "KEY", value: "of the house", secret: true });
  await studio.shows(studio.region("Request"), /key=(•••|%E2%80%A2)/);
  assert.deepEqual((await studio.echo()).query, [["key", "of the house"]]);
  assert.ok(!(await (await studio.panel("Request sent")).innerText()).includes("house"));
  const kept = await studio.page.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.match(kept, /KEY/);
  assert.ok(!kept.includes("house"), kept);
});

test("names that the node uses are declared with one press, one by one or all", async (studio) => {
  await studio.url.fill("https://shop.example/$ORDER_ID");
  const panel = await studio.open("Parameters");
  await studio.button("Declare ORDER_ID", panel).click();
  await studio.reads(studio.textbox("Parameter name 1", panel), "ORDER_ID");
  await studio.button("Declare all", panel).click();
  await studio.reads(studio.textbox("Parameter name 5", panel), "STATUS");
  assert.equal(await panel.getByRole("button", { name: /^Declare / }).count(), 0);
  await studio.button("Done", panel).click();
  for (const field of [studio.url, studio.combobox("Parameter 1"), studio.combobox("Save status code in")]) {
    await studio.isFine(field);
  }
});

test("an unknown parameter is a problem where it stands, and declared there", async (studio) => {
  await studio.begin("echo");
  await studio.declare({ name: "ORDER_ID" });
  const { value } = await studio.addHeader("X-Trace", "t-$TRACE");
  await studio.isAtFault(value, /There is no parameter \$TRACE/);
  const { parameter } = await studio.addMapping("path", "PATH");
  await studio.isAtFault(parameter, /There is no parameter \$PATH/);
  await studio.button("Declare $PATH").click();
  await studio.isFine(parameter);
  await studio.button("Declare $TRACE").click();
  await studio.isFine(value);
  // It stops nobody from testing: the conversation may know it all the same.
  await value.fill("$OTHER");
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ OTHER: "7" });
  });
  assert.equal(Object.fromEntries(echo.headers)["x-trace"], "7");
});

test("a new name is the new name everywhere, as one step", async (studio) => {
  await studio.begin("echo/$ID");
  await studio.addQuery("ID");
  await studio.addMapping("path", "ID");
  await studio.declare({ name: "ID" });
  const panel = await studio.open("Parameters");
  const name = studio.textbox("Parameter name 1", panel);
  await name.press("End");
  await name.pressSequentially("_NO");
  await studio.button("Done", panel).click();
  await studio.reads(studio.url, studio.sample("echo/$ID_NO"));
  await studio.reads(studio.textbox("Value 1"), "$ID_NO");
  await studio.reads(studio.combobox("Parameter 1"), "ID_NO");
  await studio.button("Undo").click();
  await studio.reads(studio.url, studio.sample("echo/$ID"));
  await studio.reads(studio.combobox("Parameter 1"), "ID");
});

test("parameters outlive a reload, and a new node", async (studio) => {
  await studio.declare({ name: "ORDER_ID", entity: "pizza", value: "margherita" });
  await studio.button("New").click();
  await studio.page.getByText("Saved in this browser").waitFor();
  await studio.page.reload();
  const panel = await studio.open("Parameters");
  const fields = [studio.textbox("Parameter name 1", panel), studio.combobox("Entity 1", panel)];
  fields.push(studio.textbox("Predefined value 1", panel));
  await eventually(async () => {
    const found = await Promise.all(fields.map((field) => field.inputValue()));
    assert.deepEqual(found, ["ORDER_ID", "pizza", "margherita"]);
  });
});
