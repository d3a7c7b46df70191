// The sections Query parameters and Headers: rows come and go, empty values are slots, and what is written arrives.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const SLOT = "filled in the conversation";

test("query parameters arrive, encoded, in their order, and show in the response", async (studio) => {
  await studio.begin("echo?first=1");
  await studio.addQuery("q", "tea & cups = 100%");
  await studio.addQuery("grüße", "olá");
  await studio.addQuery("q", "again");
  const echo = await studio.echo();
  assert.deepEqual(echo.query, [
    ["first", "1"],
    ["q", "tea & cups = 100%"],
    ["grüße", "olá"],
    ["q", "again"],
  ]);
  assert.equal(echo.rawQuery, "first=1&q=tea+%26+cups+%3D+100%25&gr%C3%BC%C3%9Fe=ol%C3%A1&q=again");
  const shown = await (await studio.panel("Response")).innerText();
  assert.ok(shown.includes(echo.rawQuery), `the response shows ${echo.rawQuery}:\n${shown}`);
});

test("a new row has the keyboard in its name, and its empty value is a slot", async (studio) => {
  for (const [section, add] of [
    ["Query parameters", "Add query parameter"],
    ["Headers", "Add header"],
  ]) {
    const region = studio.region(section);
    await studio.button(add).click();
    await studio.hasFocus(studio.textbox("Name 1", region));
    assert.equal(await studio.textbox("Value 1", region).getAttribute("placeholder"), SLOT);
  }
});

test("a slot asks for the parameter of its name", async (studio) => {
  await studio.begin("echo");
  await studio.addQuery("lang");
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ lang: "pt" });
  });
  assert.deepEqual(echo.query, [["lang", "pt"]]);
});

test("a removed row is gone, and the others keep what they have", async (studio) => {
  await studio.begin("echo");
  for (const name of ["one", "two", "three"]) await studio.addQuery(name, name);
  const region = studio.region("Query parameters");
  await studio.button("Remove query parameter 2", region).click();
  await eventually(async () => assert.equal(await studio.textbox("Name 2", region).inputValue(), "three"));
  assert.equal(await studio.textbox("Name 3", region).count(), 0);
  assert.deepEqual((await studio.echo()).query, [
    ["one", "one"],
    ["three", "three"],
  ]);
});

test("a section's heading counts its rows", async (studio) => {
  await studio.begin("echo");
  await studio.addHeader("X-One", "1");
  await studio.addHeader("X-Two", "2");
  const heading = studio.region("Headers").getByRole("heading");
  await eventually(async () => assert.match(await studio.region("Headers").innerText(), /^Headers\s+2\b/));
  assert.match(await heading.first().innerText(), /^Headers/);
});

test("headers arrive with their parameters", async (studio) => {
  await studio.begin("echo");
  await studio.addHeader("X-Trace", "t-${ORDER_ID}");
  await studio.addHeader("X-Price", "$$5 or $ 6");
  await studio.addHeader("Accept", "application/problem+json");
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ ORDER_ID: "A 17" });
  });
  const headers = Object.fromEntries(echo.headers);
  assert.equal(headers["x-trace"], "t-A 17");
  assert.equal(headers["x-price"], "$5 or $ 6");
  assert.equal(headers.accept, "application/problem+json");
});

test("the type of the response is asked for unless a header says otherwise", async (studio) => {
  await studio.begin("echo");
  assert.equal(Object.fromEntries((await studio.echo()).headers).accept, "application/json, */*;q=0.5");
});

test("what is wrong with a header stands beside it", async (studio) => {
  await studio.begin("echo");
  const row = await studio.addHeader("X A", "1");
  const rows = [
    [row.name, "X A", /“ ”/],
    [row.name, "Content-Length", /Content-Length/i],
    [row.name, "", /name/],
  ];
  for (const [field, text, problem] of rows) {
    await field.fill(text);
    await studio.isAtFault(field, problem);
  }
  // A warning: the browser cannot set it, a server can.
  await row.name.fill("Cookie");
  await studio.describes(row.name, /browser/i);
});

test("a row that is wholly empty is not there", async (studio) => {
  await studio.begin("echo");
  await studio.button("Add query parameter").click();
  await studio.button("Add header").click();
  assert.deepEqual((await studio.echo()).query, []);
});
