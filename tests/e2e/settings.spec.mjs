// The section Settings: the timeout's slider and the switch for asynchronous requests.

import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

test("the timeout goes from 10 to 25 s, one by one, with the keyboard alone", async (studio) => {
  const { timeout, page } = studio;
  assert.equal(await timeout.inputValue(), "10");
  await timeout.focus();
  const rows = [
    ["ArrowRight", 11],
    ["ArrowUp", 12],
    ["ArrowLeft", 11],
    ["End", 25],
    ["ArrowRight", 25],
    ["Home", 10],
    ["ArrowDown", 10],
  ];
  for (const [key, seconds] of rows) {
    await page.keyboard.press(key);
    await eventually(async () => assert.equal(await timeout.inputValue(), `${seconds}`, key));
    await studio.shows(studio.region("Settings"), new RegExp(`Timeout\\s*${seconds} s\\b`));
  }
});

test("an asynchronous request takes the default exit at once", async (studio) => {
  const { isAsync, page } = studio;
  await studio.url.fill(studio.sample("delay/20"));
  assert.equal(await isAsync.isChecked(), false);
  await isAsync.focus();
  await page.keyboard.press("Space");
  await eventually(async () => assert.equal(await isAsync.isChecked(), true));
  const start = Date.now();
  await studio.testRequest.click();
  await studio.takes("default");
  await studio.says(/default/);
  assert.ok(Date.now() - start < 5_000, "the flow does not wait for the answer");
});

test("what comes of an asynchronous request is shown all the same", async (studio) => {
  await studio.isAsync.click();
  await studio.testRequest.click();
  await studio.says(/default/);
  await studio.shows(await studio.panel("Response"), /Ada Okafor/);
});

test("Basic authorization is made of a user name and a password", async (studio) => {
  await studio.begin("echo");
  await studio.combobox("Authorization").selectOption("Basic");
  const user = studio.textbox("User name");
  await user.fill("ada:b");
  await studio.isAtFault(user, /no colon/);
  await user.fill("ada");
  await studio.textbox("Password").fill("tea & $KEY");
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.answer({ KEY: "ü" });
  });
  const sent = Object.fromEntries(echo.headers).authorization;
  assert.equal(sent, `Basic ${Buffer.from("ada:tea & ü").toString("base64")}`);
});

test("a Bearer token, and what the other kinds held is not lost", async (studio) => {
  await studio.begin("echo");
  const kind = studio.combobox("Authorization");
  await kind.selectOption("Basic");
  await studio.textbox("User name").fill("ada");
  await kind.selectOption("Bearer");
  await studio.textbox("Token").fill("t-1");
  assert.equal(Object.fromEntries((await studio.echo()).headers).authorization, "Bearer t-1");
  await kind.selectOption("Basic");
  await studio.reads(studio.textbox("User name"), "ada");
  await kind.selectOption("None");
  assert.equal(Object.fromEntries((await studio.echo()).headers).authorization, undefined);
});

test("two authorizations are a problem where the second one is", async (studio) => {
  await studio.begin("echo");
  await studio.combobox("Authorization").selectOption("Bearer");
  await studio.textbox("Token").fill("t-1");
  const { name } = await studio.addHeader("Authorization", "Bearer t-2");
  await studio.isAtFault(name, /has an Authorization header already/);
});

test("signed requests take a secret that is typed for the session and kept nowhere", async (studio) => {
  await studio.begin("echo", "POST");
  await studio.page.getByRole("switch", { name: "Sign requests", exact: true }).click();
  await studio.isAtFault(studio.textbox("API key"), /API key/);
  await studio.textbox("API key").fill("abcd1234");
  await studio.combobox("Body type").selectOption("Text");
  await studio.body.fill("hello");
  const secret = studio.page.getByLabel("Signature secret", { exact: true });
  await studio.testRequest.click();
  await studio.hasFocus(secret);
  assert.deepEqual(studio.requests, []);
  await secret.fill("correct horse");
  const sent = Object.fromEntries((await studio.echo()).headers).authorization;
  const [head, claims, signature] = sent.replace("Bearer ", "").split(".");
  const expected = createHmac("sha256", "correct horse").update(`${head}.${claims}`).digest("base64url");
  assert.equal(signature, expected);
  const said = JSON.parse(Buffer.from(claims, "base64url"));
  assert.equal(said.api_key, "abcd1234");
  assert.equal(said.payload_hash, createHash("sha256").update("hello").digest("hex"));
  const shown = await (await studio.panel("Request sent")).innerText();
  assert.ok(!shown.includes(signature), shown);
  await studio.page.getByText("Saved in this browser").waitFor();
  const kept = await studio.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  assert.ok(kept.includes("abcd1234") && !kept.includes("horse"), kept);
});
