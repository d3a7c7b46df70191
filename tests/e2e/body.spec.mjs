// The section Body: every kind of body arrives as it was meant, whatever its parameters hold.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const kind = (studio, name) => studio.combobox("Body type").selectOption(name);
const contentType = (echo) => Object.fromEntries(echo.headers)["content-type"];

test("JSON: a parameter in a string and one where a value stands", async (studio) => {
  await studio.begin("echo", "POST");
  await kind(studio, "JSON");
  await studio.body.fill('{"order": $ORDER_ID, "note": "for $CUSTOMER", "tags": $TAGS}');
  const customer = 'Ada "the tea" O\\Okafor, "admin": true';
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ ORDER_ID: "4634343214213523454", CUSTOMER: customer, TAGS: '["a", 1]' });
  });
  // Digits that a double would lose are compared as text.
  assert.match(echo.body, /"order": 4634343214213523454,/);
  const sent = JSON.parse(echo.body);
  assert.deepEqual(Object.keys(sent), ["order", "note", "tags"]);
  assert.equal(sent.note, `for ${customer}`);
  assert.deepEqual(sent.tags, ["a", 1]);
  assert.match(contentType(echo), /^application\/json\b/);

  await studio.shows(await studio.panel("Request sent"), /POST[^]*4634343214213523454/);
});

test("JSON: what is no JSON is a problem of the body", async (studio) => {
  await studio.begin("echo", "POST");
  await kind(studio, "JSON");
  for (const body of ['{"a": $A,}', "{$KEY: 1}", "[1$A]", '{"a": "$A}']) {
    await studio.body.fill(body);
    await studio.isAtFault(studio.body, /\S/);
  }
  await studio.body.fill('{"a": [$A, "$B"]}');
  await studio.isFine(studio.body);
});

test("form: fields arrive in their order", async (studio) => {
  await studio.begin("echo", "POST");
  await kind(studio, "Form");
  await studio.addFormField("name", "Ada & Bram");
  await studio.addFormField("gone", "x");
  await studio.addFormField("order", "$ORDER_ID");
  await studio.button("Remove form field 2").click();
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ ORDER_ID: "A=1" });
  });
  assert.equal(echo.body, "name=Ada+%26+Bram&order=A%3D1");
  assert.match(contentType(echo), /^application\/x-www-form-urlencoded/);
});

test("text: arrives as it is", async (studio) => {
  await studio.begin("echo", "PUT");
  await kind(studio, "Text");
  await studio.body.fill("Olá,\n$WHO costs $$5 <b>");
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ WHO: "“tea”" });
  });
  assert.equal(echo.body, "Olá,\n“tea” costs $5 <b>");
  assert.match(contentType(echo), /^text\/plain/);
});

test("none: nothing arrives, and there is no field to fill", async (studio) => {
  await studio.begin("echo", "POST");
  await kind(studio, "JSON");
  await studio.body.fill("{}");
  await kind(studio, "None");
  await eventually(async () => assert.equal(await studio.body.count(), 0));
  const echo = await studio.echo();
  assert.equal(echo.bodyBytes, 0);
  assert.equal(contentType(echo), undefined);
  // What was typed is not lost.
  await kind(studio, "JSON");
  await eventually(async () => assert.equal(await studio.body.inputValue(), "{}"));
});

test("GET with a body is a problem that says what to do", async (studio) => {
  await studio.begin("echo", "GET");
  await kind(studio, "Text");
  await studio.isAtFault(studio.combobox("Body type"), /GET request cannot carry a body/);
  await studio.testRequest.click();
  await studio.hasFocus(studio.combobox("Body type"));
  assert.deepEqual(studio.requests, []);
  await studio.method.selectOption("DELETE");
  await studio.isFine(studio.combobox("Body type"));
  await studio.body.fill("reason");
  assert.equal((await studio.echo()).body, "reason");
});

test("Format indents JSON and XML, touches no template, and is undone", async (studio) => {
  await studio.begin("echo", "POST");
  const format = studio.button("Format");
  const rows = [
    ["JSON", '{"id":$ORDER_ID,"n":1.00,"note":"for ${WHO}, {"}', '{\n  "id": $ORDER_ID,\n  "n": 1.00,\n  "note": "for ${WHO}, {"\n}'],
    ["XML", "<a><b>$X &amp; y</b><p>mixed <i>text</i></p></a>", "<a>\n  <b>$X &amp; y</b>\n  <p>mixed <i>text</i></p>\n</a>"],
  ];
  for (const [language, body, expected] of rows) {
    await kind(studio, language);
    await studio.body.fill(body);
    await format.click();
    await studio.reads(studio.body, expected);
    assert.ok(await format.isDisabled(), "it is formatted");
    await studio.button("Undo").click();
    await studio.reads(studio.body, body);
  }
  await studio.body.fill("<a><b></a>");
  assert.ok(await format.isDisabled(), "what is not well-formed stays as it is");
});
