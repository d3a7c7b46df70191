// Sample responses: every exit is tried without a server, and what was tried is kept for its exit.

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { test } from "./stage.mjs";

const dialog = (studio) => studio.page.getByRole("dialog", { name: "Sample response", exact: true });

/** Opens the dialog. */
async function choose(studio) {
  await studio.button("Use a sample response").click();
  await dialog(studio).waitFor();
  return dialog(studio);
}

const ORDER = '{"data": {"orderId": 4634343214213523454, "state": "sent", "customer": {"name": "Ada"}}}';

test("a response goes through mapping and routing without being sent", async (studio) => {
  const open = await choose(studio);
  await studio.textbox("Response body", open).fill(ORDER);
  // The exit and the parameters show at once.
  await studio.shows(open, /default[^]*ORDER_NO[^]*4634343214213523454/);
  await studio.button("Use this sample", open).click();
  await studio.says(/default[^]*200 OK[^]*sample[^]*3 of 3 mapped/);
  await studio.takes("default");
  await studio.describes(studio.textbox("Object path 1"), /4634343214213523454/);
  assert.notEqual(await studio.focusedName(), "nothing");
  assert.equal(studio.requests.length, 0, "nothing was sent");
  await studio.shows(await studio.panel("Request sent"), /Nothing was sent/);
});

test("every exit is tried, and its sample is kept", async (studio) => {
  let open = await choose(studio);
  await open.getByRole("button", { name: /^4xx/ }).click();
  assert.equal(await studio.textbox("Status", open).inputValue(), "404");
  await studio.button("Use this sample", open).click();
  await studio.takes("4xx", /404/);

  open = await choose(studio);
  await open.getByRole("radio", { name: "No answer" }).check();
  await studio.shows(open, /failed/);
  await studio.button("Use this sample", open).click();
  await studio.takes("failed", /no answer/);
  await studio.shows(studio.result, /No answer came/);

  open = await choose(studio);
  await open.getByRole("radio", { name: "Too slow" }).check();
  await studio.button("Use this sample", open).click();
  await studio.takes("failed", /too slow/);

  // They are there after a reload, one for each exit.
  await studio.page.reload();
  await studio.testRequest.waitFor();
  open = await choose(studio);
  await open.getByRole("button", { name: /^4xx 404/ }).waitFor();
  await open.getByRole("button", { name: /^failed too slow/ }).click();
  assert.ok(await open.getByRole("radio", { name: "Too slow" }).isChecked());
  await studio.button("Forget the sample of failed", open).click();
  await open.getByRole("button", { name: /^failed none kept/ }).waitFor();
});

test("what is no status is told, and not used", async (studio) => {
  const open = await choose(studio);
  const status = studio.textbox("Status", open);
  await status.fill("99");
  await studio.isAtFault(status, /200 to 599/);
  await status.press("Enter");
  assert.ok(await open.isVisible());
  await status.fill("503");
  await studio.isFine(status);
  await status.press("Enter");
  await studio.takes("failed", /503/);
});

test("a file is taken, however large, by choice or dropped", async (studio) => {
  const open = await choose(studio);
  const text = JSON.stringify({ data: { orderId: 7, state: "sent", customer: { name: "x".repeat(200_000) } } });
  const file = { name: "order.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await open.getByLabel("From a file").setInputFiles(file);
  await open.getByText(/The body has 200 kB/).waitFor();
  await studio.button("Remove it", open).click();
  const body = studio.textbox("Response body", open);
  const data = await studio.page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([dropped], "order.json"));
    return transfer;
  }, ORDER);
  await body.dispatchEvent("drop", { dataTransfer: data });
  await eventually(async () => assert.equal(await body.inputValue(), ORDER));
  await studio.page.keyboard.press("Control+Enter");
  await studio.takes("default");
});

test("a body that is too large to be kept says so", async (studio) => {
  const open = await choose(studio);
  const large = { name: "orders.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify("x".repeat(1_100_000))) };
  await open.getByLabel("From a file").setInputFiles(large);
  await open.getByText(/The body has 1\.1 MB: .* kept once this page is closed/).waitFor();
});

test("a response that came is kept as a sample", async (studio) => {
  await studio.testRequest.click();
  await studio.says(/default[^]*200/);
  await studio.button("Keep as sample").click();
  await studio.shows(studio.result.getByRole("status", { name: "Done" }), /Kept as the sample of default/);
  const open = await choose(studio);
  assert.match(await studio.textbox("Response body", open).inputValue(), /"orderId"/);
  await studio.page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await dialog(studio).count(), 0));
  await studio.hasFocus(studio.button("Use a sample response"));
});

test("a sample of the other kind is read by the response type", async (studio) => {
  await studio.begin("xml");
  await studio.combobox("Response type").selectOption("XML");
  await studio.addMapping("note.to", "TO");
  const open = await choose(studio);
  await studio.textbox("Response body", open).fill("<note><to>Tove</to></note>");
  await studio.shows(open, /TO[^]*"Tove"/);
  await studio.button("Use this sample", open).click();
  await studio.takes("default");
});
