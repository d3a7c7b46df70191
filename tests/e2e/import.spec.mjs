// Import and Export: a definition goes out and comes back; what cannot be read says why, and nothing is lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const DEFINITION = {
  version: 1,
  label: "Cancel order",
  method: "POST",
  url: "https://shop.example/orders/$ORDER_ID",
  query: [
    { name: "slot", value: null },
    { name: "empty", value: "" },
    { name: "off", value: "x", enabled: false },
  ],
  headers: [],
  auth: { type: "basic", username: "ada", password: "$PASSWORD" },
  body: { type: "json", content: '{"a": $A}' },
  response: {
    type: "json",
    mappings: [{ path: "a", parameter: "A", otherwise: 7 }, { path: "Location", parameter: "B", from: "header" }],
  },
  routes: [{ status: "404" }],
};

async function importText(studio, text) {
  const dialog = await studio.open("Import");
  await studio.textbox("Definition or cURL command", dialog).fill(text);
  await studio.button("Replace the node", dialog).click();
  return dialog;
}

const chooseFile = async (studio, name, text) => {
  const dialog = await studio.open("Import");
  const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
  await dialog.getByLabel("Choose a file").setInputFiles(file);
  return dialog;
};

test("what is imported is what is exported", async (studio) => {
  await importText(studio, JSON.stringify(DEFINITION));
  await studio.reads(studio.textbox("Label"), "Cancel order");
  await studio.reads(studio.textbox("Fallback 1"), "7");
  assert.deepEqual(studio.requests, [], "an import sends nothing");
  const dialog = await studio.open("Export");
  const [download] = await Promise.all([
    studio.page.waitForEvent("download"),
    studio.button("Download", dialog).click(),
  ]);
  assert.equal(download.suggestedFilename(), "cancel-order.json");
  const exported = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.deepEqual(exported.query.map(({ value }) => value), [null, "", "x"]);
  assert.deepEqual(exported.auth, DEFINITION.auth);
  await studio.button("Close", dialog).click();
  await studio.button("New").click();
  await importText(studio, JSON.stringify(exported));
  const again = await studio.open("Export");
  assert.deepEqual(JSON.parse(await studio.textbox("Definition", again).inputValue()), exported);
});

test("an import is one step, and hands the keyboard back", async (studio) => {
  const before = await studio.url.inputValue();
  await importText(studio, JSON.stringify(DEFINITION));
  await studio.reads(studio.url, DEFINITION.url);
  await studio.hasFocus(studio.button("Import"));
  await studio.button("Undo").click();
  await studio.reads(studio.url, before);
});

test("what cannot be read says why and where, and changes nothing", async (studio) => {
  const before = await studio.url.inputValue();
  const dialog = await studio.open("Import");
  const box = studio.textbox("Definition or cURL command", dialog);
  const rows = [
    ["", /nothing here/],
    ["{", /line 1/],
    ["[]", /JSON object/],
    ['{"version": 2, "method": "GET", "url": "https://a/"}', /version 2 of the format/],
    ['{"version": 1, "method": "GET", "url": 7}', /\/url/],
  ];
  for (const [text, why] of rows) {
    await box.fill(text);
    await studio.button("Replace the node", dialog).click();
    await studio.isAtFault(box, why);
    assert.equal(await box.inputValue(), text, "what was typed is still there");
  }
  await studio.page.keyboard.press("Escape");
  await studio.reads(studio.url, before);
  assert.ok(await studio.button("Undo").isDisabled());
});

test("files are chosen or dropped; one of more than 1 MiB is refused", async (studio) => {
  await chooseFile(studio, "node.json", JSON.stringify(DEFINITION));
  await studio.reads(studio.url, DEFINITION.url);
  const dialog = await chooseFile(studio, "big.json", `{"a": "${"x".repeat(1 << 20)}"}`);
  await studio.shows(dialog.getByRole("alert"), /1 MiB/);
  const other = JSON.stringify({ ...DEFINITION, label: "Dropped" });
  await studio.textbox("Definition or cURL command", dialog).evaluate((element, text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.json", { type: "application/json" }));
    element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, other);
  await studio.reads(studio.textbox("Label"), "Dropped");
});

test("a member that is not known is told", async (studio) => {
  await importText(studio, JSON.stringify({ ...DEFINITION, retries: 3 }));
  await studio.shows(studio.page.getByRole("status").last(), /retries/);
});

test("an import forgets what was typed for tests", async (studio) => {
  await studio.begin("echo?key=$KEY");
  await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ KEY: "of the house" });
  });
  const url = studio.sample("echo?stolen=$KEY");
  await importText(studio, JSON.stringify({ version: 1, method: "GET", url }));
  await studio.reads(studio.url, url);
  await studio.testRequest.click();
  await studio.dialog.waitFor();
  assert.equal(await studio.textbox("KEY", studio.dialog).inputValue(), "");
});

const COMMAND = "curl -k -X PUT 'https://shop.example/orders/7?lang=pt' \\\n  -H 'X-Trace: it'\\''s' -u ada:tea --data-raw '{\"n\": 1}'";

test("a cURL command becomes a node, and says what of it is left out", async (studio) => {
  await importText(studio, COMMAND);
  await studio.shows(studio.page.getByRole("status").last(), /-k is not imported/);
  await studio.reads(studio.method, "PUT");
  await studio.reads(studio.textbox("Value 1", studio.region("Headers")), "it's");
  await studio.reads(studio.combobox("Authorization"), "Basic");
  await studio.reads(studio.body, '{"n": 1}');
  assert.deepEqual(studio.requests, []);
});

test("a cURL command that is pasted into URL endpoint is imported; a URL is a URL", async (studio) => {
  await studio.button("New").click();
  await studio.paste(studio.url, "https://curl.example/a");
  await studio.reads(studio.url, "https://curl.example/a");
  await studio.paste(studio.url, COMMAND);
  await studio.reads(studio.method, "PUT");
  await studio.button("Undo").click();
  await studio.reads(studio.url, "https://curl.example/a");
  await studio.paste(studio.url, "curl -F file=@photo.png https://shop.example");
  const dialog = studio.page.getByRole("dialog", { name: "Import", exact: true });
  await studio.shows(dialog.getByRole("alert"), /-F/);
});

test("Copy as cURL copies what would be sent, secrets masked", async (studio) => {
  await studio.page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: studio.origin });
  await studio.begin("echo/$ORDER_ID?key=$KEY", "POST");
  await studio.addHeader("X-Quote", "it's");
  const told = studio.page.getByRole("status").last();
  await studio.button("Copy as cURL").click();
  await studio.shows(told, /Not copied[^]*\$ORDER_ID/);
  await studio.declare({ name: "ORDER_ID", value: "A 17" }, { name: "KEY", value: "of the house", secret: true });
  await studio.button("Copy as cURL").click();
  await studio.shows(told, /^Copied$/);
  const command = await studio.page.evaluate(() => navigator.clipboard.readText());
  assert.ok(command.startsWith("curl "), command);
  assert.match(command, /echo\/A%2017/);
  assert.match(command, /X-Quote: it'\\''s/);
  assert.ok(!command.includes("house"), command);
  await studio.button("New").click();
  await importText(studio, command);
  await studio.reads(studio.method, "POST");
});

test("a hostile definition is text and nothing else", async (studio) => {
  const markup = '<img src="x" onerror="document.title=1"><script>document.title=2</script>';
  await importText(studio, JSON.stringify({ ...DEFINITION, label: markup, headers: [{ name: markup, value: markup }] }));
  await studio.reads(studio.textbox("Label"), markup);
  const dialog = await studio.open("Export");
  await eventually(async () =>
    assert.ok((await studio.textbox("Definition", dialog).inputValue()).includes("onerror")),
  );
  assert.equal(await studio.page.title(), "Switchhook studio");
});
