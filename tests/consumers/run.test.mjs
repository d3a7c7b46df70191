// The main job through the packed package, in Node, against the real sample server.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { differing, project, sampleServer } from "./project.mjs";

let consumer, server, WebhookNode, SwitchhookError;

before(async () => {
  [consumer, server] = await Promise.all([project(), sampleServer()]);
  ({ WebhookNode, SwitchhookError } = await consumer.load());
});

after(async () => {
  server?.stop();
  await consumer?.remove();
});

function node(path, more = {}) {
  const { mappings = [], type = "json", ...rest } = more;
  return new WebhookNode({ version: 1, method: "GET", url: server.origin + path, response: { type, mappings }, ...rest });
}

const userId = { path: "data.userId", parameter: "USER" };

describe("outcomes", { concurrency: true }, () => {
  it("takes the default exit with mapped values, digits whole", async () => {
    const mappings = [
      userId,
      { path: "$['data']['orderId']", parameter: "ORDER" },
      { path: "data.items[1].price", parameter: "PRICE" },
      { path: "data.coupon", parameter: "COUPON" },
      { path: "data.voucher", parameter: "VOUCHER", optional: true },
      { path: "content-type", parameter: "TYPE", from: "header" },
    ];
    const outcome = await node("/sample/json", { mappings, statusParameter: "STATUS" }).run();
    assert.equal(outcome.exit, "default");
    assert.equal(outcome.status, 200);
    assert.equal(outcome.failure, undefined);
    assert.deepEqual(outcome.parameters, {
      COUPON: null,
      ORDER: "4634343214213523454",
      PRICE: 14.9,
      STATUS: 200,
      TYPE: "application/json; charset=utf-8",
      USER: 4217,
    });
    assert.deepEqual(outcome.mappings.map(({ state }) => state), ["mapped", "mapped", "mapped", "mapped", "missing", "mapped"]);
    assert.equal(outcome.mappings[1].raw, "4634343214213523454");
    assert.equal(outcome.request.url, `${server.origin}/sample/json`);
    assert.ok(outcome.receivedBytes > 500 && outcome.elapsedMs > 0);
    assert.equal(await outcome.settled, outcome);
    assert.ok(!JSON.stringify(outcome).includes("settled"));
  });

  it("reads the other samples", async () => {
    const cases = [
      ["XML by its names", "/sample/xml", "xml", "note.to", "Tove"],
      ["XML by brackets", "/sample/xml", "xml", "$['note']['to']", "Tove"],
      ["a list by index", "/sample/array", "json", "[0].userId", 4217],
      ["a list by RFC 9535", "/sample/array", "json", "$[0]['userId']", 4217],
      ["a big document", "/sample/big/2048", "json", "data.userId", 4217],
    ];
    const rows = await Promise.all(cases.map(async ([name, path, type, look, want]) => {
      const { exit, parameters } = await node(path, { type, mappings: [{ path: look, parameter: "FOUND" }] }).run();
      return [name, [exit, parameters.FOUND], ["default", want]];
    }));
    assert.deepEqual(differing(rows), []);
  });

  it("takes the exit of the status", async () => {
    const routes = [{ status: "4xx" }, { status: "418" }, { status: "302" }, { status: "204" }];
    const cases = [["404", "4xx"], ["418", "418"], ["302", "302"], ["204", "204"], ["500", "failed"], ["201", "default"]];
    const rows = await Promise.all(cases.map(async ([status, want]) => {
      const outcome = await node(`/sample/status/${status}`, { routes }).run();
      return [status, [outcome.exit, outcome.status], [want, Number(status)]];
    }));
    assert.deepEqual(differing(rows), []);
  });

  it("sends what the templates say, escaped by their place", async () => {
    const sent = node("/sample/echo/orders/$ID", {
      method: "POST",
      query: [{ name: "q", value: "$TEXT" }, { name: "ID" }, { name: "off", value: "x", enabled: false }],
      headers: [{ name: "X-Name", value: "$TEXT" }],
      body: { type: "json", content: '{"text": "$TEXT", "id": $ID}' },
      mappings: [
        { path: "path", parameter: "PATH" },
        { path: "rawQuery", parameter: "QUERY" },
        { path: "body", parameter: "BODY" },
        { path: "headers", parameter: "HEADERS" },
        { path: "method", parameter: "METHOD" },
      ],
    });
    const { parameters } = await sent.run({ ID: "a/b", TEXT: 'é € "&' });
    assert.equal(parameters.METHOD, "POST");
    assert.equal(parameters.PATH, "/sample/echo/orders/a%2Fb");
    assert.equal(parameters.QUERY, "q=%C3%A9+%E2%82%AC+%22%26&ID=a%2Fb");
    assert.deepEqual(JSON.parse(parameters.BODY), { text: 'é € "&', id: "a/b" });
    const headers = new Map(parameters.HEADERS);
    assert.equal(headers.get("x-name"), 'é € "&');
    assert.equal(headers.get("content-type"), "application/json");
    assert.ok(!headers.has("cookie") && !headers.has("referer"));
  });

  it("fails with the reason, and never rejects", async () => {
    const slow = AbortSignal.timeout(300);
    const cases = [
      ["nobody there", "http://127.0.0.1:9/", {}, {}, "network", /^No answer: fetch failed: .*(ECONNREFUSED|bad port)/],
      ["no such host", "http://nowhere.invalid/", {}, {}, "network", /^No answer: /],
      ["a broken body", "/sample/broken", { mappings: [userId] }, {}, "unreadable-body", /line 1/],
      ["an HTML page", "/sample/broken?how=html", { mappings: [userId] }, {}, "unreadable-body", /HTML/],
      ["a body that breaks off", "/sample/broken?how=reset", { mappings: [userId] }, {}, "network", /broke off after [\d,]+ bytes/],
      ["nothing found", "/sample/json", { mappings: [{ path: "data.nothing", parameter: "X" }] }, {}, "missing-value", /data\.nothing/],
      ["too large", "/sample/big/64", {}, { maxBytes: 20_000 }, "too-large", /larger than 20,000 bytes/],
      ["no exit", "/sample/status/503", {}, {}, "status", /503/],
      ["aborted already", "/sample/json", {}, { signal: AbortSignal.abort("closed") }, "aborted", /closed/],
      ["aborted on the way", "/sample/delay/5", {}, { signal: slow }, "aborted", /cancelled/],
      ["refused", "/sample/json", {}, { allow: (url) => url.hostname !== "127.0.0.1" }, "blocked", /`allow` refused/],
      ["asked and failed", "/sample/json", {}, { allow: () => Promise.reject(new Error("no list")) }, "blocked", /no list/],
      ["no values", "/sample/json?q=$QUERY", {}, {}, "missing-parameters", /\$QUERY/],
    ];
    const rows = await Promise.all(cases.map(async ([name, url, definition, options, reason, words]) => {
      const made = url.startsWith("/") ? node(url, definition) : node("/", { ...definition, url });
      const outcome = await made.run({}, options);
      const told = words.test(outcome.failure?.message) ? "told" : outcome.failure?.message;
      return [name, [outcome.exit, outcome.failure?.reason, told], ["failed", reason, "told"]];
    }));
    assert.deepEqual(differing(rows), []);
  });

  it("lets the flow go on at once where the node is asynchronous", async () => {
    const kept = [];
    const later = node("/sample/delay/3", { async: true, mappings: [userId], routes: [{ status: "404" }] });
    const started = performance.now();
    const outcome = await later.run({}, { waitUntil: (work) => kept.push(work) });
    assert.ok(performance.now() - started < 2_500);
    assert.deepEqual([outcome.exit, outcome.parameters, outcome.mappings[0].state], ["default", {}, "not-run"]);
    assert.deepEqual(kept, [outcome.settled]);
    const settled = await outcome.settled;
    assert.deepEqual([settled.exit, settled.status, settled.parameters.USER], ["default", 200, 4217]);

    const lost = await node("/", { async: true, url: "http://127.0.0.1:9/" }).run();
    assert.deepEqual([lost.exit, (await lost.settled).failure.reason], ["default", "network"]);
    await assert.rejects(later.run({}, { waitUntil() { throw new TypeError("Illegal invocation"); } }),
      (error) => error instanceof SwitchhookError && error.code === "bad-options" && /Illegal invocation/.test(error.message));
  });

  it("goes on where it is freed meanwhile", async () => {
    const freed = node("/sample/delay/0.2", { mappings: [userId] });
    const running = freed.run();
    freed.free();
    assert.equal((await running).parameters.USER, 4217);
  });
});

it("cancels the transfer at the server", async () => {
  let endless;
  const closed = new Promise((resolve) => {
    endless = createServer((_, response) => {
      response.on("close", resolve);
      response.writeHead(200);
      response.write("x".repeat(5000));
    });
  });
  await new Promise((listening) => endless.listen(0, "127.0.0.1", listening));
  const outcome = await node("/", { url: `http://127.0.0.1:${endless.address().port}/` }).run({}, { maxBytes: 1000 });
  assert.equal(outcome.failure.reason, "too-large");
  await closed;
  endless.close();
});

/** A server that answers as it is told to, and notes what it was asked. */
async function listener(answer) {
  const asked = [];
  const made = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
      const { method, url, headers } = request;
      asked.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
  });
  await new Promise((listening) => made.listen(0, "127.0.0.1", listening));
  const stop = () => {
    made.close();
    made.closeAllConnections();
  };
  return { asked, origin: `http://127.0.0.1:${made.address().port}`, stop };
}

it("masks secrets in what it shows, and sends them", async () => {
  const secret = (definition) => new WebhookNode(
    { version: 1, method: "GET", response: { type: "json", mappings: [] }, ...definition },
    [{ name: "S", entity: "sys.any", value: "hunter 2", secret: true }],
  );
  const shop = await listener(({ url }, response) => {
    if (url.startsWith("/old")) response.writeHead(302, { location: url.replace("old", "new") }).end();
    else response.end("{}");
  });
  const origin = shop.origin;
  const everywhere = {
    method: "POST", url: `${origin}/old/$S?a=$S`, query: [{ name: "k", value: "$S" }], headers: [{ name: "X-Key", value: "$S" }],
    auth: { type: "bearer", token: "$S" }, body: { type: "json", content: '{"s": "$S"}' },
  };
  const unsaid = /holds a secret value, and is left out/;
  try {
    const cases = [
      ["sent and moved", everywhere, {}, (outcome) => outcome.exit === "default" && outcome.finalUrl === `${origin}/•••`],
      ["nobody there", { url: "http://$S.invalid/" }, { S: "hunter2" }, ({ failure }) => failure.reason === "network" && unsaid.test(failure.message)],
      ["a talkative fetch", everywhere, {}, ({ failure }) => unsaid.test(failure.message),
        (url) => Promise.reject(new TypeError(`Failed to fetch ${url}`))],
      ["not allowed", everywhere, {}, ({ failure }) => failure.reason === "blocked"],
    ];
    for (const [name, definition, values, holds, fetch] of cases) {
      const allow = name === "not allowed" ? (url) => { throw new Error(`no ${url}`); } : undefined;
      const outcome = await secret(definition).run(values, { fetch, allow });
      const text = JSON.stringify(outcome);
      assert.ok(holds(outcome), `${name}: ${text}`);
      assert.ok(!/hunter/i.test(decodeURIComponent(text)), `${name}: ${text}`);
      assert.ok(name === "not allowed" || text.includes("•••"), name);
    }
  } finally {
    shop.stop();
  }
  const [first, second] = shop.asked;
  assert.equal(first.url, "/old/hunter%202?a=hunter+2&k=hunter+2");
  assert.deepEqual([first.headers["x-key"], first.headers.authorization, first.body], ["hunter 2", "Bearer hunter 2", '{"s": "hunter 2"}']);
  assert.deepEqual([second.method, second.headers["x-key"]], ["GET", "hunter 2"]);
});
