// A secret that is easy to find again goes through the studio in every way that it can, and is looked for in all that
// shows, is exported, is logged and is kept. (`tests/consumers/canary.test.mjs` does so with the package.)

import assert from "node:assert/strict";

import { holds, WORD } from "../consumers/canary.mjs";
import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const SECRET = `${WORD} "<&>' é`;
const look = { permissions: ["clipboard-read", "clipboard-write"] };

/** Everything of the page that a person, an extension or a log could read, and all that the browser keeps for it. */
const everything = (studio) =>
  studio.page.evaluate(async () => {
    const kept = [];
    for (const { name } of await indexedDB.databases()) kept.push(name);
    const fields = [...document.querySelectorAll("input, textarea")].filter((field) => getComputedStyle(field).webkitTextSecurity === "none");
    return JSON.stringify({
      page: document.documentElement.outerHTML, fields: fields.map((field) => field.value), title: document.title,
      url: location.href, history: history.state, name: window.name, cookie: document.cookie,
      local: { ...localStorage }, session: { ...sessionStorage }, databases: kept, caches: await caches.keys(),
    });
  });

test("a secret shows and stays nowhere", { ...look, timeout: 60_000 }, async (studio) => {
  const logged = [];
  studio.page.on("console", (message) => logged.push(message.text()));
  await studio.begin("echo/$KEY?key=$KEY", "POST");
  await studio.addHeader("X-Key", "k $KEY");
  await studio.addQuery("KEY");
  await studio.combobox("Body type").selectOption("JSON");
  await studio.body.fill('{"key": "$KEY"}');
  await studio.declare({ name: "KEY", secret: true });
  const found = [];
  const look = async (where, text) => holds(text ?? (await everything(studio))) && found.push(where);

  // It arrives, so that what is looked for is there to be found; and the answer shows what the server says.
  const echo = await studio.echo(async () => {
    await studio.testRequest.click();
    await studio.dialog.waitFor();
    const field = studio.dialog.getByLabel("KEY", { exact: true });
    await field.fill(SECRET);
    // Dots once it is left, to those who look over a shoulder.
    await field.press("Tab");
    assert.equal(await field.evaluate((element) => getComputedStyle(element).webkitTextSecurity), "disc");
    await look("while it is typed", await studio.page.locator("body").innerText());
    await studio.button("Send", studio.dialog).click();
  });
  assert.ok(holds(JSON.stringify(echo)));
  await look("Request sent", await (await studio.panel("Request sent")).innerHTML());
  await look("the request before it is sent", await studio.region("Request").innerHTML());
  await look("the outcome", await studio.outcome.innerHTML());
  await look("the node", await studio.region("Node").innerHTML());

  // A server that says nothing of it: now it is nowhere on the page.
  await studio.url.fill(`${studio.other}/sample/json?key=$KEY`);
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
  for (const tab of ["Response", "Mapping", "Request sent", "Headers"]) {
    await studio.panel(tab);
    await look(tab);
  }
  const dialog = await studio.open("Export");
  await look("Export");
  await look("the definition", await studio.textbox("Definition", dialog).inputValue());
  await studio.page.keyboard.press("Escape");
  await studio.result.getByRole("button", { name: "Copy as cURL" }).or(studio.button("Copy as cURL")).first().click();
  await eventually(async () => assert.match(await studio.page.evaluate(() => navigator.clipboard.readText()), /^curl /));
  await look("the command", await studio.page.evaluate(() => navigator.clipboard.readText()));

  // A server that is not there, and one that the browser does not let the page read.
  studio.expects(/ERR_|blocked by CORS/);
  for (const url of ["http://127.0.0.1:9/$KEY", studio.sample("nocors?key=$KEY")]) {
    await studio.url.fill(url);
    await studio.testRequest.click();
    // Another server is another origin, which asks again.
    if (await studio.dialog.isVisible().catch(() => false)) {
      await studio.dialog.getByLabel("KEY", { exact: true }).fill(SECRET);
      await studio.button("Send", studio.dialog).click();
    }
    await studio.says(/failed/);
    await look(url);
  }
  await studio.button("Undo").click();
  await look("Undo");
  await studio.page.getByText("Saved in this browser").waitFor();
  await studio.page.reload();
  await studio.testRequest.waitFor();
  await look("a reload");
  // The browser itself names the URL of a request that failed; the page does not.
  await look("the console", logged.filter((text) => !/^(Access to fetch|Failed to load resource)/.test(text)).join("\n"));
  assert.deepEqual(found, []);
});
