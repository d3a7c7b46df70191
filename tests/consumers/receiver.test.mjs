// The example of a receiver, as a user starts it: a node sends signed requests to it over a real socket.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { project, started } from "./project.mjs";

const secret = "correct horse battery staple";
let consumer, receiver, api;

before(async () => {
  consumer = await project("receiver");
  const env = { ...process.env, API_KEY: "abcd1234", SIGNATURE_SECRET: secret, PORT: "0" };
  receiver = await started(process.execPath, ["server.js"], { cwd: consumer.folder, env });
  api = await consumer.load();
});

after(async () => {
  receiver?.stop();
  await consumer?.remove();
});

/** What the receiver says to a node's request; `fetch` sees what is sent. */
async function answered(definition, values, options) {
  const { body, ...rest } = definition;
  const mappings = ["from", "id", "received", "error"].map((path) => ({ path, parameter: path.toUpperCase(), optional: true }));
  const node = new api.WebhookNode({
    version: 1, method: body ? "POST" : "GET", url: `${receiver.origin}/orders`, ...(body ? { body } : {}),
    response: { type: "json", mappings }, routes: [{ status: "4xx" }], signing: { apiKey: "abcd1234" }, ...rest,
  });
  const { exit, status, failure, parameters } = await node.run(values, { secret, ...options });
  return [exit, status, failure?.message ?? parameters];
}

const order = { body: { type: "json", content: '{"order": "$ORDER_ID"}' } };

it("takes what is signed, with a body and without", async () => {
  const [exit, , { ID, ...said }] = await answered(order, { ORDER_ID: 'A "17" é' });
  assert.deepEqual([exit, said], ["default", { FROM: "abcd1234", RECEIVED: '{"order": "A \\"17\\" é"}' }]);
  assert.match(ID, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const found = { url: `${receiver.origin}/find?2=a+b&1=%22`, query: [{ name: "q" }, { name: "2", value: "é😀" }] };
  for (const definition of [{}, found, { method: "DELETE" }, { method: "POST", body: { type: "text", content: "" } }]) {
    const [exit, , parameters] = await answered(definition, { q: [1, "two & three"] });
    assert.deepEqual([exit, parameters.FROM], ["default", "abcd1234"], JSON.stringify(definition));
  }
});

it("refuses what was changed on the way, sent again, or signed by somebody else", async () => {
  const sent = [];
  const through = (change) => (url, init) => {
    sent.push([url, { ...init, signal: undefined }]);
    return fetch(...change(url, init));
  };
  const header = (init, value) => ({ ...init, headers: init.headers.map(([name, old]) => [name, name === "Authorization" ? value(old) : old]) });
  const cases = [
    ["another body", "bad-payload", (url, init) => [url, { ...init, body: init.body.replace("17", "18") }]],
    ["no body", "bad-payload", (url, init) => [url, { ...init, body: undefined }]],
    ["no token", "bad-token", (url, init) => [url, { ...init, headers: init.headers.filter(([name]) => name !== "Authorization") }]],
    ["a changed token", "bad-signature", (url, init) => [url, header(init, (value) => value.replace(/.$/, (last) => (last === "A" ? "E" : "A")))]],
    ["no algorithm", "bad-token", (url, init) => [url, header(init, (value) => `Bearer eyJhbGciOiJub25lIn0.${value.split(".")[1]}.`)]],
    ["an old token", "expired", (url, init) => [url, header(init, () => `Bearer ${api.signWebhook(init.body, { apiKey: "abcd1234", secret }, { now: new Date(Date.now() - 400_000) })}`)]],
    ["as it is", undefined, (url, init) => [url, init]],
  ];
  for (const [name, want, change] of cases) {
    const [exit, status, parameters] = await answered(order, { ORDER_ID: "A 17" }, { fetch: through(change) });
    const expected = want ? ["4xx", 401, want] : ["default", 200, undefined];
    assert.deepEqual([exit, status, parameters.ERROR], expected, name);
  }
  const [url, init] = sent.at(-1);
  const again = await fetch(url, init);
  assert.deepEqual([again.status, await again.json()], [401, { error: "replayed" }]);
  assert.deepEqual((await answered(order, { ORDER_ID: 1 }, { secret: "another" })).slice(0, 2), ["4xx", 401]);
  assert.equal((await answered({ ...order, signing: { apiKey: "other" } }, { ORDER_ID: 1 }))[2].ERROR, "unknown-key");
});

it("gets nothing where there is no secret", async () => {
  for (const none of [undefined, ""]) {
    const [exit, status, message] = await answered(order, { ORDER_ID: 1 }, { secret: none, fetch: () => assert.fail("it was sent") });
    assert.deepEqual([exit, status], ["failed", undefined]);
    assert.match(message, /no secret/);
  }
});
