// Whatever the values are, what is built parses to the template's structure with the values as data: by Node's own
// URL, URLSearchParams, Request, Headers and JSON. And no secret is in what people see.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { hostile } from "./hostile.mjs";
import { differing, project } from "./project.mjs";

const cases = hostile(10_000, 3);

let consumer, api;

before(async () => {
  consumer = await project();
  api = await consumer.load();
});

after(() => consumer?.remove());

/** Runs all cases; a row for each that is built. What is refused is so for a value that its place cannot take. */
function built(definition, row, refusable) {
  const node = new api.WebhookNode({ version: 1, method: "POST", url: "https://shop.example/", ...definition });
  const rows = [];
  for (const texts of cases) {
    const [A, B, C] = texts;
    try {
      // What JavaScript cannot write as UTF-8 is U+FFFD, as in its own URLs.
      const data = texts.map((text) => text.toWellFormed());
      rows.push([JSON.stringify(texts), ...row(node.request({ A, B, C }), data, texts)]);
    } catch (error) {
      assert.equal(error.code, "invalid-request", `${error} ${JSON.stringify(texts)}`);
      assert.ok(refusable(texts), `refused ${JSON.stringify(texts)}: ${error.message}`);
    }
  }
  node.free();
  assert.ok(rows.length > 1_000, `${rows.length} requests were built`);
  assert.deepEqual(differing(rows).slice(0, 5), []);
}

/** A Request of what was built: it never throws. */
function sent(request) {
  new Headers(request.headers);
  return new Request(request.url, request);
}

const control = /[\0-\x08\n-\x1f\x7f]/;

it("keeps URLs, fields and headers whole", () => {
  const definition = {
    url: "https://api.shop.example:8443/v1/x-$A/$B/end?q=$C&r=1#$A",
    query: [{ name: "f$B", value: "$A" }, { name: "C" }],
    headers: [{ name: "X-A", value: "-$C-" }],
    body: { type: "form", fields: [{ name: "$A", value: "1$B" }, { name: "C" }] },
  };
  const row = (request, [a, b, c]) => {
    const { url, headers } = sent(request);
    const { origin, pathname, searchParams, hash } = new URL(url);
    const found = [
      origin, pathname.split("/").map(decodeURIComponent), [...searchParams], decodeURIComponent(hash.slice(1)),
      [...new URLSearchParams(request.body)], Buffer.from(headers.get("x-a"), "latin1").toString(),
    ];
    const wanted = [
      "https://api.shop.example:8443", ["", "v1", `x-${a}`, b, "end"], [["q", c], ["r", "1"], [`f${b}`, a], ["C", c]], a,
      [[a, `1${b}`], ["C", c]], `-${c}-`,
    ];
    return [found, wanted];
  };
  built(definition, row, ([, b, c]) => /^(\.|%2e){0,2}$/i.test(b) || control.test(c));
});

it("builds no URL that Request refuses", () => {
  const urls = ["https://$A/x", "https://$A.shop.example/$B", "https://shop.example:$A/", "$A/orders", "https://x-$A.shop.example./$B?$C#$C"];
  const ends = ["shop.example", "a", "1.2.3", "10.0.0.300", "xn--a", "xn--bcher-kva.example", "é\u0301", "\u0301a", "אa", "443", "99999", "https://a.example", "http://a.example:0x"];
  for (const url of urls) {
    const node = new api.WebhookNode({ version: 1, method: "GET", url });
    let count = 0;
    for (const [at, [first, B, C]] of cases.entries()) {
      const A = at % 2 ? first : ends[(at / 2) % ends.length] + (at % 3 ? "" : first);
      let request;
      try {
        request = node.request({ A, B, C });
      } catch (error) {
        assert.equal(error.code, "invalid-request", `${error}`);
        continue;
      }
      count += 1;
      const base = request.url.startsWith("/") ? "https://page.example" : "";
      const made = new URL(sent({ ...request, url: base + request.url }).url);
      assert.ok(/^https?:$/.test(made.protocol) && made.username === "" && made.password === "", request.url);
      if (url.includes("shop.example")) assert.match(made.hostname, /(^|\.)shop\.example\.?$/, request.url);
    }
    assert.ok(count > 200, `${url}: ${count} requests were built`);
  }
});

it("keeps JSON bodies whole", () => {
  const content = '{"a": "x$A", "list": [$B, {"b": "$C$A"}], "$$d": $C}';
  // Where a JSON value stands it is written as JavaScript wrote it, half characters as escapes.
  const row = (request, [a, , c], [, B, C]) => [JSON.parse(request.body), { a: `x${a}`, list: [B, { b: c + a }], $d: C }];
  built({ body: { type: "json", content } }, row, () => false);
});

it("shows no secret, however it is written", async () => {
  const declared = ["KEY", "ID"].map((name) => ({ name, entity: "sys.any", secret: name === "KEY" }));
  const definition = {
    version: 1, method: "POST", url: "https://shop.example/$KEY/$ID?k=$KEY#$KEY", query: [{ name: "KEY" }],
    headers: [{ name: "X-Key", value: "k $KEY" }], auth: { type: "basic", username: "me", password: "$KEY" },
    body: { type: "json", content: '{"key": "$KEY", "raw": $KEY}' }, response: { type: "json", mappings: [{ path: "a", parameter: "A" }] },
  };
  const secrets = ["canary", 'canary "<&>\'/\\% é', "a\tcanary", ["canary"], { k: "canary" }];
  const answers = [
    async () => new Response('{"a": 1}'), async () => new Response("<html>", { status: 500 }),
    async (url, init) => { throw new TypeError(`failed: ${url} ${JSON.stringify([...new Headers(init.headers)])} ${init.body}`); },
    async () => new Response(null, { status: 302, headers: { location: "/elsewhere" } }),
  ];
  for (const KEY of secrets) {
    const node = new api.WebhookNode(definition, declared);
    const request = node.request({ KEY, ID: 7 });
    assert.ok(request.body.includes("canary") && request.url.includes("canary"));
    const basic = new Headers(request.headers).get("authorization").slice("Basic ".length);
    for (const fetch of answers) {
      const outcome = await node.run({ KEY, ID: 7 }, { fetch });
      const shown = JSON.stringify(outcome) + JSON.stringify(node.problems());
      assert.ok(outcome.request.url.startsWith("https://shop.example/•••/7?k=•••"), shown);
      assert.ok(!shown.includes("canary") && !shown.includes(basic.replace(/=+$/, "")), shown);
    }
  }
  const node = new api.WebhookNode({ ...definition, method: "GET", body: undefined }, declared);
  for (const KEY of ["canary\n", "canary\0"]) {
    assert.throws(() => node.request({ KEY, ID: 7 }), ({ code, message }) => code === "invalid-request" && !/canary/.test(message));
  }
});
