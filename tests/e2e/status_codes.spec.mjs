// The section Response status codes: which exit a status takes, and where the status is saved.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

/** The browser reports an answer of 4xx or 5xx as a resource that it could not load. */
const answers = (studio, status) => studio.expects(new RegExp(`the server responded with a status of ${status}`));

const testOn = async (studio, status) => {
  answers(studio, status);
  await studio.url.fill(studio.sample(`status/${status}`));
  await studio.testRequest.click();
};

test("a class takes the statuses that are of it", async (studio) => {
  assert.equal(await studio.textbox("Status code 1").inputValue(), "4xx");
  await testOn(studio, 404);
  await studio.says(/4xx[^]*404/);
  await studio.takes("4xx");
  await testOn(studio, 418);
  await studio.says(/4xx[^]*418/);
});

test("a code of its own wins over its class", async (studio) => {
  await studio.addStatusCode("404");
  await testOn(studio, 404);
  await studio.says(/^\s*404\b/);
  await testOn(studio, 403);
  await studio.says(/4xx[^]*403/);
});

test("a 2xx may have an exit of its own", async (studio) => {
  await studio.begin("status/201");
  await studio.addStatusCode("201");
  await studio.testRequest.click();
  await studio.says(/^\s*201\b/);
  await studio.takes("201");
});

test("without an exit, a 404 has failed, and says why and what to do", async (studio) => {
  await studio.button("Remove status code 1").click();
  await testOn(studio, 404);
  await studio.says(/failed[^]*404/);
  await studio.shows(studio.result, /no exit for (404|this status)/i);
  // The way out is a button: it adds the exit.
  await studio.result.getByRole("button", { name: /\b404\b/ }).click();
  await eventually(async () => assert.equal(await studio.textbox("Status code 1").inputValue(), "404"));
  await studio.testRequest.click();
  await studio.says(/^\s*404\b/);
});

test("the status is saved in a parameter", async (studio) => {
  await testOn(studio, 404);
  await studio.says(/4xx[^]*404/);
  await studio.shows(await studio.panel("Mapping"), /STATUS[^]*404/);
});

test("what is wrong with a status code stands beside it", async (studio) => {
  const field = studio.textbox("Status code 1");
  for (const text of ["99", "600", "1xx", "4x", "abc"]) {
    await field.fill(text);
    await studio.isAtFault(field, /404|4xx/);
  }
  await field.fill("404");
  await studio.isFine(field);
  const second = await studio.addStatusCode("404");
  await studio.isAtFault(second, /exit already/);
});

test("an exit comes to the node's card, and goes", async (studio) => {
  await studio.addStatusCode("503");
  await studio.exit("503").waitFor();
  await studio.button("Remove status code 2").click();
  await eventually(async () => assert.equal(await studio.exit("503").count(), 0));
});

test("space around a status code that is pasted is not part of it", async (studio) => {
  const field = await studio.addStatusCode("");
  await studio.paste(field, " 404\t");
  await studio.reads(field, "404");
  await studio.isFine(field);
});
