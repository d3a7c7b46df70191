// The first visit: the studio opens on a node that works at once, and everything is called as the contract has it.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

test("the sample node is there, and nothing is wrong with it", async (studio) => {
  assert.equal(await studio.url.inputValue(), studio.sample("json"));
  assert.equal(await studio.textbox("Label").inputValue(), "Look up order");
  assert.equal(await studio.method.inputValue(), "GET");
  for (const role of ["textbox", "combobox", "slider"]) {
    const atFault = await studio.page.getByRole(role).evaluateAll((fields) => fields.filter((field) => field.ariaInvalid === "true").length);
    assert.equal(atFault, 0, `a ${role} is at fault`);
  }
  assert.match(await studio.region("Node").innerText(), /Look up order/);
  assert.deepEqual(studio.requests, [], "nothing is sent before somebody asks for it");
});

test("Test request takes the default exit and shows what was mapped", async (studio) => {
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
  // The digits of a number that no double holds.
  await studio.describes(studio.textbox("Object path 1"), /4634343214213523454/);
  await studio.describes(studio.textbox("Object path 2"), /on its way/);
  await studio.describes(studio.textbox("Object path 3"), /Ada Okafor/);

  const mapping = await (await studio.panel("Mapping")).innerText();
  for (const shown of ["ORDER_NO", "4634343214213523454", "ORDER_STATE", "on its way", "CUSTOMER_NAME", "Ada Okafor"]) {
    assert.ok(mapping.includes(shown), `${shown} is not among the mapped values:\n${mapping}`);
  }
});

test("the node's card tells which exit was taken", async (studio) => {
  const exits = ["default", "4xx", "failed"];
  const taken = () => Promise.all(exits.map((exit) => studio.isTaken(exit)));
  assert.deepEqual(await taken(), [false, false, false]);
  await studio.testRequest.click();
  await studio.takes("default", /200/);
  assert.deepEqual(await taken(), [true, false, false]);
  const tint = (exit) => studio.exit(exit).evaluate((element) => getComputedStyle(element).backgroundColor);
  assert.notEqual(await tint("default"), await tint("failed"));
});

for (const host of ["127.0.0.1", "localhost"]) {
  test(`opened under ${host}, the test request crosses origins`, { host }, async (studio) => {
    await studio.testRequest.click();
    await studio.says(/default[^]*200/);
    const [request] = studio.requests;
    assert.equal(new URL(request.url()).origin, studio.other);
    assert.notEqual(studio.other, studio.origin);
    const headers = await request.allHeaders();
    assert.equal(headers.origin, studio.origin);
    assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
  });
}

test("the result has the response, the mapping, the request and the headers", async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  const rows = [
    ["Response", /customer[^]*Ada Okafor/],
    ["Mapping", /data\.customer\.name/],
    ["Request sent", new RegExp(`GET[^]*${studio.sample("json")}[^]*application/json`)],
    ["Headers", /content-type[^]*application\/json/i],
  ];
  for (const [tab, pattern] of rows) await studio.shows(await studio.panel(tab), pattern);
});

test("the outcome says how long it took and how much arrived", async (studio) => {
  await studio.testRequest.click();
  await studio.says(/200/);
  await studio.shows(studio.result, /\d+ ms|\d\.\d s/);
  await studio.shows(studio.result, /\d(\.\d)? k?B/);
});

test("the names are those of the contract", async (studio) => {
  const { page } = studio;
  const rows = [
    ["button", ["New", "Undo", "Redo", "Add query parameter", "Add header", "Add mapping", "Add status code"]],
    ["textbox", ["Label", "URL endpoint", "Object path 1", "Object path 3", "Status code 1"]],
    ["combobox", ["Method", "Body type", "Response type", "Save status code in", "Parameter 1", "Parameter 3"]],
    ["slider", ["Timeout"]],
    ["switch", ["Asynchronous request"]],
    ["button", ["Remove mapping 1", "Remove status code 1", "Move mapping 2 up", "Move mapping 2 down"]],
  ];
  const wanted = rows.flatMap(([role, names]) => names.map((name) => ({ role, name })));
  const count = ({ role, name }) => page.getByRole(role, { name, exact: true }).count();
  const counts = await Promise.all(wanted.map(count));
  const wrong = wanted.filter((_, at) => counts[at] !== 1).map(({ role, name }) => `${role} ${name}`);
  assert.deepEqual(wrong, [], "each of these is to be there once");
  for (const select of ["Method", "Body type", "Response type"]) {
    assert.equal(await studio.combobox(select).evaluate((element) => element.tagName), "SELECT", select);
  }
  const options = (name) => studio.combobox(name).getByRole("option").allInnerTexts();
  assert.deepEqual(await options("Method"), ["GET", "POST", "PUT", "DELETE", "PATCH"]);
  assert.deepEqual(await options("Body type"), ["None", "JSON", "XML", "HTML", "Text", "Form"]);
  assert.deepEqual(await options("Response type"), ["JSON", "XML"]);
});

test("the drawer's sections stand in their order", async (studio) => {
  const names = [
    "Request",
    "Query parameters",
    "Headers",
    "Body",
    "Response mapping",
    "Response status codes",
    "Settings",
  ];
  const tops = [];
  for (const name of names) tops.push((await studio.region(name).boundingBox()).y);
  assert.deepEqual(tops, tops.toSorted((one, other) => one - other));
  for (const name of ["Node", "Test result"]) await studio.region(name).waitFor();
});

test("New makes an empty node", async (studio) => {
  await studio.button("New").click();
  await eventually(async () => assert.equal(await studio.url.inputValue(), ""));
  assert.equal(await studio.textbox("Label").inputValue(), "");
  assert.equal(await studio.textbox("Object path 1").count(), 0);
  assert.equal(await studio.textbox("Status code 1").count(), 0);
});
