// A studio in; a webhook node's whole story is told in it, chapter by chapter: slots and their values, mappings of
// JSON, lists and XML, status codes, the asynchronous node, the timeout, the signature. `picture` is called by a name
// where there is something to look at; the guided spec tells the story, and `cargo xtask screenshots` takes its pictures.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";

export async function tell(studio, picture = async () => {}) {
  studio.expects(/status of (404|500)/);
  for (const chapter of [slots, json, list, xml, statusCodes, asynchronous, timeout, signing]) {
    await chapter(studio, picture);
    await studio.putResultAway();
  }
}

/** An empty value is filled in the conversation; a test asks for it. */
async function slots(studio, picture) {
  await studio.begin("echo/orders", "POST");
  await studio.textbox("Label").fill("Look up order");
  await studio.addQuery("order");
  await studio.addQuery("lang", "$LANG");
  await studio.combobox("Body type").selectOption("JSON");
  await studio.body.fill('{"order": $order, "note": "asked in $LANG"}');
  await studio.addMapping("query[*][1]", "SENT");
  await studio.testRequest.click();
  await studio.dialog.waitFor();
  await studio.textbox("order", studio.dialog).fill("A 17");
  await studio.textbox("LANG", studio.dialog).fill("pt");
  await picture("guided-values");
  await studio.button("Send", studio.dialog).click();
  await studio.says(/default[^]*200/);
  await studio.describes(studio.textbox("Object path 1"), /\["A 17", ?"pt"\]/);
  await studio.shows(await studio.panel("Request sent"), /order=A\+17&lang=pt[^]*"asked in pt"/);
}

/** A value of the response becomes a mapping by a click, with all of its digits. */
async function json(studio) {
  await studio.begin("json");
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
  const tree = (await studio.panel("Response")).getByRole("tree", { name: "Response" });
  const value = tree.getByRole("treeitem", { name: /^orderId/ });
  await value.hover();
  await studio.button("Map to ORDER_ID", value).click();
  await studio.reads(studio.textbox("Object path 1"), "data.orderId");
  await studio.describes(studio.textbox("Object path 1"), /4634343214213523454/);
}

/** One path takes a value of every element. */
async function list(studio, picture) {
  await studio.begin("array");
  await studio.textbox("Label").fill("Find the customers");
  await studio.addMapping("[0].name", "FIRST");
  await studio.addMapping("$[?@.orders > 10].name", "REGULARS");
  await studio.addMapping("[*].city", "CITIES");
  await studio.testRequest.click();
  await studio.says(/default[^]*3 of 3 mapped/);
  await studio.describes(studio.textbox("Object path 1"), /"Ada Okafor"/);
  await studio.describes(studio.textbox("Object path 2"), /\["Ada Okafor", ?"Dao Nguyen"\]/);
  await studio.describes(studio.textbox("Object path 3"), /"Lisbon"[^]*"Hanoi"/);
  await studio.panel("Response");
  await picture("guided-list");
}

async function xml(studio) {
  await studio.begin("xml");
  await studio.combobox("Response type").selectOption("XML");
  await studio.addMapping("note.to", "TO");
  await studio.testRequest.click();
  await studio.says(/default[^]*1 of 1 mapped/);
  await studio.describes(studio.textbox("Object path 1"), /"Tove"/);
}

/** A 404 has failed, unless it has an exit of its own. */
async function statusCodes(studio, picture) {
  await studio.begin("status/404");
  await studio.textbox("Label").fill("Look up order");
  await studio.testRequest.click();
  await studio.takes("failed", /404/);
  await studio.putResultAway();
  await studio.addStatusCode("404");
  await studio.addStatusCode("5xx");
  await studio.combobox("Save status code in").fill("STATUS");
  await studio.testRequest.click();
  await studio.takes("404", /404/);
  await studio.shows(await studio.panel("Mapping"), /STATUS[^]*404/);
  await picture("guided-exits");
}

/** The flow does not wait: it goes on by default, whatever comes. */
async function asynchronous(studio) {
  await studio.begin("status/500");
  await studio.isAsync.click();
  await studio.testRequest.click();
  await studio.says(/default[^]*The flow went on at once[^]*500/);
  await studio.takes("default");
}

/** An answer that does not come in time is tried without waiting for it. */
async function timeout(studio) {
  await studio.begin("delay/60");
  await studio.timeout.press("End");
  await studio.reads(studio.timeout, "25");
  await studio.pullResultUp();
  await studio.result.getByRole("button", { name: "Use a sample response" }).click();
  const dialog = studio.page.getByRole("dialog", { name: "Sample response", exact: true });
  await dialog.getByRole("radio", { name: "Too slow" }).check();
  await studio.button("Use this sample", dialog).click();
  await studio.takes("failed", /too slow/);
}

/** The receiver can tell that the request is this node's, and whole. */
async function signing(studio, picture) {
  await studio.begin("echo", "POST");
  await studio.textbox("Label").fill("Cancel order");
  await studio.combobox("Body type").selectOption("JSON");
  await studio.body.fill('{"cancel": true}');
  await studio.page.getByRole("switch", { name: "Sign requests", exact: true }).click();
  await studio.textbox("API key").fill("a1b2c3d4");
  await studio.page.getByLabel("Signature secret", { exact: true }).fill("correct horse");
  const echo = await studio.echo();
  const { authorization } = Object.fromEntries(echo.headers);
  const claims = JSON.parse(Buffer.from(authorization.split(".")[1], "base64url"));
  assert.equal(claims.api_key, "a1b2c3d4");
  const sent = await studio.panel("Request sent");
  await eventually(async () => assert.ok(!(await sent.innerText()).includes(authorization.split(".")[2])));
  await picture("guided-signing");
}
