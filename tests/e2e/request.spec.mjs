// The section Request: label, method and URL endpoint, what is wrong with them, and the whole request under them.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

test("label, method and URL show on the node's card", async (studio) => {
  await studio.begin("echo", "PATCH");
  await studio.textbox("Label").fill("Ask the echo");
  await studio.shows(studio.region("Node"), /PATCH[^]*Ask the echo[^]*sample\/echo/);
});

test("each method arrives", { timeout: 40_000 }, async (studio) => {
  for (const method of ["GET", "POST", "PUT", "DELETE", "PATCH"]) {
    await studio.begin("echo", method);
    assert.equal((await studio.echo()).method, method);
  }
});

test("what is wrong with a URL stands beside it, and blocks no typing", async (studio) => {
  const rows = [
    ["", /URL/],
    ["api.shop.example/orders", /http/],
    ["javascript:alert(1)", /http/],
    ["https:///orders", /host/i],
    ["https://me:secret@shop.example/", /user|name|password/i],
    ["https://shop.example:99999/", /port/i],
    ["https://$USER@shop.example/", /\$USER|user/i],
  ];
  for (const [url, problem] of rows) {
    await studio.url.fill(url);
    await studio.isAtFault(studio.url, problem);
    assert.equal(await studio.url.inputValue(), url);
  }
  await studio.url.fill(studio.sample("json"));
  await studio.isFine(studio.url);
});

test("a node with problems is not sent, and the keyboard goes to the first of them", async (studio) => {
  await studio.url.fill("shop.example");
  await studio.textbox("Label").focus();
  await studio.testRequest.click();
  await studio.hasFocus(studio.url);
  assert.deepEqual(studio.requests, []);
});

test("another tool's template syntax is a warning, and is sent as it stands", async (studio) => {
  await studio.begin("echo?id={{id}}");
  await studio.describes(studio.url, /\$/);
  assert.deepEqual((await studio.echo()).query, [["id", "{{id}}"]]);
});

test("under the URL stands the request as it would go out", async (studio) => {
  await studio.begin("echo/orders/$ORDER_ID");
  await studio.addQuery("lang", "pt & es");
  const line = (end) => studio.page.getByText(`GET ${studio.sample("echo/orders/")}${end}`, { exact: true });
  await line("$ORDER_ID?lang=pt+%26+es").waitFor();
  await studio.testRequest.click();
  await studio.answer({ ORDER_ID: "A 1/7" });
  await studio.says(/200/);
  await line("A%201%2F7?lang=pt+%26+es").waitFor();
});

test("a parameter in the URL cannot break out of its place", async (studio) => {
  await studio.begin("echo/orders/$ORDER_ID?state=$STATE");
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ ORDER_ID: "../../x?y#z", STATE: "a&b=c d" });
  });
  assert.equal(echo.path, "/sample/echo/orders/..%2F..%2Fx%3Fy%23z");
  assert.deepEqual(echo.query, [["state", "a&b=c d"]]);
});

test("a value that is no part of a path is refused before anything is sent", async (studio) => {
  await studio.begin("echo/$SEGMENT/x");
  await studio.testRequest.click();
  await studio.answer({ SEGMENT: ".." });
  await studio.says(/failed/);
  await studio.shows(studio.result, /SEGMENT/);
  assert.deepEqual(studio.requests, []);
});

test("the count of problems stands at the top of the drawer", async (studio) => {
  await eventually(async () => assert.equal(await studio.page.getByText(/^\d+ problems?$/).count(), 0));
  await studio.url.fill("shop.example");
  await studio.page.getByText("1 problem", { exact: true }).first().waitFor();
});
