// The draft: it survives a reload, without any value typed for a test, and one that cannot be read is kept aside.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { PHONE, test } from "./stage.mjs";

async function reload(studio) {
  await studio.page.reload();
  await studio.testRequest.waitFor();
}
const stored = (studio) => studio.page.evaluate(() => JSON.stringify({ ...localStorage }));

test("what was edited is there after a reload", async (studio) => {
  await studio.begin("echo/$ORDER_ID", "POST");
  await studio.textbox("Label").fill("Kept");
  await studio.addQuery("lang");
  await studio.combobox("Body type").selectOption("JSON");
  await studio.body.fill('{"a": $A}');
  await studio.addMapping("path", "PATH");
  await studio.addStatusCode("404");
  await studio.timeout.press("End");
  await studio.page.getByText("Saved in this browser").waitFor();
  await reload(studio);
  const values = [studio.textbox("Label"), studio.url, studio.method, studio.textbox("Name 1"), studio.body];
  values.push(studio.textbox("Object path 1"), studio.combobox("Parameter 1"), studio.textbox("Status code 1"));
  values.push(studio.timeout);
  const found = await Promise.all(values.map((field) => field.inputValue()));
  const url = studio.sample("echo/$ORDER_ID");
  assert.deepEqual(found, ["Kept", url, "POST", "lang", '{"a": $A}', "path", "PATH", "404", "25"]);
});

test("what was typed at the last moment is there after a reload", async (studio) => {
  // In one turn of the page, so that no timer comes between.
  await studio.textbox("Label").evaluate(async (field) => {
    field.value = "At the last moment";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    for (let turn = 0; turn < 20; turn++) await undefined;
    dispatchEvent(new PageTransitionEvent("pagehide"));
    localStorage.setItem("seen-at-once", Object.values(localStorage).join(""));
  });
  const seen = await studio.page.evaluate(() => localStorage.getItem("seen-at-once"));
  assert.match(seen, /At the last moment/);
  await reload(studio);
  await studio.reads(studio.textbox("Label"), "At the last moment");
});

test("an untouched sample is not kept: the next visit has a fresh one", async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  assert.equal(await stored(studio), "{}");
});

test("values typed for a test are never stored", async (studio) => {
  await studio.begin("echo?key=$KEY");
  await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ KEY: "of the house" });
  });
  assert.ok(!(await stored(studio)).includes("of the house"));
  await reload(studio);
  await studio.testRequest.click();
  await studio.dialog.waitFor();
  assert.equal(await studio.textbox("KEY", studio.dialog).inputValue(), "");
});

test("a draft that cannot be read is kept aside, and the studio opens all the same", async (studio) => {
  await studio.textbox("Label").fill("Mine");
  await eventually(async () => assert.match(await stored(studio), /Mine/));
  await studio.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, "} not a draft {");
  });
  await reload(studio);
  await eventually(async () => assert.equal(await studio.url.inputValue(), studio.sample("json")));
  await studio.textbox("Label").fill("Another");
  await eventually(async () => assert.match(await stored(studio), /Another/));
  assert.match(await stored(studio), /\} not a draft \{/);
});

test("a draft that cannot be kept says so, on a phone too", { viewport: PHONE }, async (studio) => {
  await studio.page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await studio.textbox("Label").fill("Lost");
  const told = studio.page.getByRole("banner").getByRole("status");
  await studio.shows(told, /^Not saved/);
  assert.ok(await told.isVisible());
});
