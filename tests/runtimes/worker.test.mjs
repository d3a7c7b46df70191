// The example of a service on the edge, on real workerd and over real HTTP: saved nodes, their runs, and the relay.
import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "../consumers/project.mjs";
import { binary } from "./binaries.mjs";
import { freePort, serving, wranglerDev } from "./serving.mjs";

const STUDIO = "https://studio.example";
const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const { program, skip } = binary("node22");

let consumer, worker, shop, reachable;
const asked = [];

before(async () => {
  if (skip) return;
  consumer = await project();
  for (const name of ["addresses", "worker"]) await cp(join(examples, name), join(consumer.folder, "examples", name), { recursive: true });
  // An order's total is its number doubled.
  shop = createServer((request, response) => {
    asked.push({ url: request.url, key: request.headers["x-key"] });
    if (request.url === "/moved") return response.writeHead(302, { location: "/orders/1" }).end();
    const order = Number(request.url.split("/").at(-1));
    response.setHeader("content-type", "application/json");
    setTimeout(() => response.end(JSON.stringify({ order: { id: order, total: order * 2 } })), order % 5);
  });
  await new Promise((listening) => shop.listen(0, "127.0.0.1", listening));
  reachable = `http://127.0.0.1:${shop.address().port}`;
  const port = await freePort();
  const variables = { TOKEN: "hunter2", STUDIOS: STUDIO, REACHABLE: reachable, SECRETS: '{"API_KEY":"of the environment"}' };
  const given = Object.entries(variables).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
  worker = await serving(port, program, await wranglerDev(port, ...given), join(consumer.folder, "examples/worker"));
});

after(async () => {
  worker?.stop();
  shop?.close();
  shop?.closeAllConnections();
  await consumer?.remove();
});

async function call(method, path, body, token = "hunter2") {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(worker.origin + path, { method, headers, body: typeof body === "string" ? body : JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, answer: text && JSON.parse(text) };
}

const order = (more) => ({
  definition: {
    version: 1, method: "GET", url: `${reachable}/orders/$ORDER`, headers: [{ name: "X-Key", value: "$API_KEY" }],
    response: { type: "json", mappings: [{ path: "order.id", parameter: "ID" }, { path: "order.total", parameter: "TOTAL" }] }, ...more,
  },
  parameters: [{ name: "API_KEY", entity: "sys.any", secret: true }],
});

describe("saved nodes", { skip }, () => {
  it("are for those who have the token", async () => {
    for (const token of ["", "hunter", "hunter22"]) assert.equal((await call("PUT", "/nodes/order", order(), token)).status, 401);
  });

  it("are saved where they can send, and run", async () => {
    const broken = await call("PUT", "/nodes/order", order({ timeoutSeconds: 99 }));
    assert.deepEqual([broken.status, broken.answer.code, broken.answer.problems[0].code], [422, "invalid-definition", "timeout-out-of-range"]);
    assert.equal((await call("POST", "/nodes/order/run", {})).status, 404);
    assert.equal((await call("PUT", "/nodes/order", order())).status, 204);
    const { status, answer } = await call("POST", "/nodes/order/run", { ORDER: 21, API_KEY: "of the caller" });
    assert.deepEqual([status, answer.exit, answer.parameters], [200, "default", { ID: 21, TOTAL: 42 }]);
    assert.equal(asked.at(-1).key, "of the environment");
    assert.ok(!JSON.stringify(answer).includes("of the environment"));
    const missing = await call("POST", "/nodes/order/run", "");
    assert.deepEqual(missing.answer.failure.parameters, ["ORDER"]);
    const rows = [["POST", "/nodes/order/run", "[1]", 400], ["POST", "/nodes/order/run", "{", 400], ["PUT", "/nodes/order", "{", 400], ["PUT", "/nodes/order", "null", 400],
      ["GET", "/nodes/order", undefined, 405], ["GET", "/", undefined, 404]];
    for (const [method, path, body, want] of rows) assert.equal((await call(method, path, body)).status, want, `${method} ${path} ${body}`);
  });

  it("need no parameters", async () => {
    for (const parameters of [undefined, null, []]) {
      assert.equal((await call("PUT", "/nodes/bare", { ...order(), parameters })).status, 204);
      const { status, answer } = await call("POST", "/nodes/bare/run", { ORDER: 21, API_KEY: "of the caller" });
      assert.deepEqual([status, answer.parameters], [200, { ID: 21, TOTAL: 42 }], String(parameters));
    }
  });

  it("keep to the public internet", async () => {
    const before = asked.length;
    for (const url of [reachable.replace("127.0.0.1", "localhost"), "http://169.254.169.254/latest", "http://[::1]/", "http://2130706433/", "http://10.0.0.1/"]) {
      assert.equal((await call("PUT", "/nodes/inside", order({ url, headers: [] }))).status, 204);
      assert.equal((await call("POST", "/nodes/inside/run", {})).answer.failure.reason, "blocked", url);
    }
    assert.equal(asked.length, before);
  });

  it("go on after their answer where they are asynchronous", async () => {
    assert.equal((await call("PUT", "/nodes/later", order({ async: true }))).status, 204);
    const { answer } = await call("POST", "/nodes/later/run", { ORDER: 4444 });
    assert.deepEqual([answer.exit, answer.parameters], ["default", {}]);
    for (let waited = 0; !asked.some(({ url }) => url === "/orders/4444"); waited++) {
      assert.ok(waited < 100, "it never asked");
      await new Promise((done) => setTimeout(done, 20));
    }
  });

  it("answer 1,000 runs, 50 at a time, with nothing lost or mixed up", async () => {
    const left = Array.from({ length: 1_000 }, (_, index) => index);
    const wrong = [];
    const caller = async () => {
      for (let number; (number = left.pop()) !== undefined; ) {
        const { answer } = await call("POST", "/nodes/order/run", { ORDER: number });
        const { exit, parameters } = answer;
        if (exit !== "default" || parameters.ID !== number || parameters.TOTAL !== number * 2) wrong.push([number, answer]);
      }
    };
    await Promise.all(Array.from({ length: 50 }, caller));
    assert.deepEqual(wrong, []);
  });
});

describe("the relay", { skip }, () => {
  const HEAD = "x-switchhook-relay";
  const send = (head, origin = STUDIO, more = {}) =>
    fetch(`${worker.origin}/relay`, { method: "POST", headers: { origin, [HEAD]: encodeURIComponent(JSON.stringify(head)) }, ...more });

  it("serves the studios that are named", async () => {
    const head = { method: "GET", url: `${reachable}/orders/7`, headers: [["X-Key", "mine"]] };
    const answer = await send(head);
    assert.equal(answer.headers.get("access-control-allow-origin"), STUDIO);
    assert.equal(JSON.parse(decodeURIComponent(answer.headers.get(HEAD))).status, 200);
    assert.deepEqual([await answer.json(), asked.at(-1)], [{ order: { id: 7, total: 14 } }, { url: "/orders/7", key: "mine" }]);
    const foreign = await send(head, "https://elsewhere.example");
    assert.deepEqual([foreign.status, (await foreign.json()).error.kind], [403, "foreign-page"]);
    const preflight = await fetch(`${worker.origin}/relay`, { method: "OPTIONS", headers: { origin: STUDIO } });
    assert.deepEqual([preflight.status, preflight.headers.get("access-control-allow-headers")], [204, HEAD]);
  });

  it("shows redirects, and keeps to the public internet", async () => {
    const moved = await send({ method: "GET", url: `${reachable}/moved`, headers: [] });
    const { status, headers } = JSON.parse(decodeURIComponent(moved.headers.get(HEAD)));
    assert.deepEqual([status, new Map(headers).get("location")], [302, "/orders/1"]);
    for (const [url, want] of [["http://169.254.169.254/", 403], ["ftp://shop.example/", 403], ["http://a:b@shop.example/", 400], ["nowhere", 400]]) {
      assert.equal((await send({ method: "GET", url, headers: [] })).status, want, url);
    }
  });
});
