// The example that keeps nodes of a server to the public internet: what it refuses by the URL, and by the address that
// a name leads to when it connects.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, before, it } from "node:test";
import { isPublicUrl } from "../../examples/addresses/allow.mjs";
import { publicFetch } from "../../examples/addresses/fetch.mjs";
import { nastyServer } from "./nasty.mjs";
import { differing, project } from "./project.mjs";

let consumer, nasty, WebhookNode;

before(async () => {
  [consumer, nasty] = await Promise.all([project(), nastyServer()]);
  ({ WebhookNode } = await consumer.load());
});

after(async () => {
  nasty?.stop();
  await consumer?.remove();
});

const node = (url, more) => new WebhookNode({ version: 1, method: "GET", url, ...more });
const never = () => assert.fail("it was sent");

/** What `dns.lookup` would say: one address after the other. */
const leadsTo = (...addresses) => (_, options, done) => done(null, [{ address: addresses.length > 1 ? addresses.shift() : addresses[0], family: 4 }]);

it("refuses URLs that do not lead to the public internet", async () => {
  const inside = [
    "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.255.255.254", "127.0.0.1.", "0", "0.0.0.0",
    "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1",
    "255.255.255.255", "①②⑦.⓪.⓪.①", "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]",
    "[ff02::1]", "[64:ff9b::7f00:1]", "[2001:db8::1]", "[2002:7f00:1::]", "localhost", "LOCALHOST", "localhost.", "a.localhost", "printer.local",
    "metadata.google.internal", "intranet",
  ];
  const outside = ["example.com", "8.8.8.8", "172.32.0.1", "100.63.255.255", "[2606:4700::1111]", "shop.example.", "127.0.0.1.example.com"];
  const told = async (host, fetch) => (await node(`http://${host}/`).run({}, { allow: isPublicUrl, fetch })).failure?.reason ?? "sent";
  const rows = await Promise.all([
    ...inside.map(async (host) => [host, await told(host, never), "blocked"]),
    ...outside.map(async (host) => [host, await told(host, async () => new Response("{}")), "sent"]),
  ]);
  assert.ok(inside.length >= 40);
  assert.deepEqual(differing(rows), []);
});

it("refuses redirects that lead inside", async () => {
  const moved = async () => ({ status: 302, url: "", headers: [["location", "http://169.254.169.254/"]], body: null });
  const { failure } = await node("http://shop.example/").run({}, { allow: isPublicUrl, fetch: moved });
  assert.deepEqual([failure.reason, /redirected to; nothing was sent there/.test(failure.message)], ["blocked", true]);
});

it("looks at the address that it connects to", async () => {
  const { port } = new URL(nasty.origin);
  const url = `http://shop.example:${port}/order`;
  // A look-up before sees a public address; the one that counts sees where the name leads now.
  const look = leadsTo("93.184.215.14", "127.0.0.1");
  const allow = (url) => isPublicUrl(url) && new Promise((resolve) => look(url.hostname, {}, (_, [{ address }]) => resolve(address === "93.184.215.14")));
  const rebound = await node(url).run({}, { allow, fetch: publicFetch({ look }) });
  assert.deepEqual([rebound.failure?.reason, nasty.asked], ["network", []]);
  assert.match(rebound.failure.message, /shop\.example leads to 127\.0\.0\.1, which is not public/);

  const mixed = (_, options, done) => done(null, [{ address: "93.184.215.14", family: 4 }, { address: "::1", family: 6 }]);
  const { failure } = await node(url).run({}, { fetch: publicFetch({ look: mixed }) });
  assert.match(failure.message, /leads to ::1/);
  const literal = await node(`${nasty.origin}/order`).run({}, { fetch: publicFetch() });
  assert.deepEqual([literal.failure.reason, nasty.asked], ["network", []]);
});

it("is a fetch like any other where the address is good", async () => {
  const { port } = new URL(nasty.origin);
  const fetch = publicFetch({ look: leadsTo("127.0.0.1"), isAllowed: () => true });
  const at = (path, more) => node(`http://shop.example:${port}${path}`, more);
  const sent = await at("/echo?a=b", {
    method: "PUT", body: { type: "text", content: "é😀" }, headers: ["one", "two"].map((value) => ({ name: "X-Own", value })),
    response: { type: "json", mappings: ["method", "body", "url", "headers.x-own"].map((path) => ({ path, parameter: path.replace(/\W/g, "_") })) },
  }).run({}, { fetch });
  assert.deepEqual(sent.parameters, { method: "PUT", body: "é😀", url: "/echo?a=b", headers_x_own: "one, two" });
  const cases = [
    ["a redirect", at("/moved/302/%2Forder"), ["default", 200]],
    ["a route", at("/moved/302/%2Forder", { routes: [{ status: "3xx" }] }), ["3xx", 302]],
    ["nothing", at("/empty/204"), ["default", 204]],
    ["half a body", at("/half"), ["failed", "network"]],
    ["a reset", at("/resets"), ["failed", "network"]],
    ["too much", at("/drip"), ["failed", "too-large"], { maxBytes: 4 }],
    ["silence", at("/silent"), ["failed", "aborted"], { signal: AbortSignal.timeout(200) }],
    ["a body that goes on", at("/drip"), ["failed", "aborted"], { signal: AbortSignal.timeout(300) }],
  ];
  const rows = await Promise.all(cases.map(async ([name, node, want, options]) => {
    const { exit, failure, status } = await node.run({}, { fetch, ...options });
    return [name, [exit, failure?.reason ?? status], want];
  }));
  assert.deepEqual(differing(rows), []);
});

it("sends one request, whose body no server takes for a second one", async () => {
  const body = "GET /second HTTP/1.1\r\nHost: shop.example\r\n\r\n";
  let raw = "";
  const server = createServer((socket) => socket.on("error", () => {}).on("data", (piece) => {
    raw += piece;
    if (raw.endsWith(body)) socket.end("HTTP/1.1 204 No Content\r\n\r\n");
  }));
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const fetch = publicFetch({ look: leadsTo("127.0.0.1"), isAllowed: () => true });
  const url = `http://shop.example:${server.address().port}/first`;
  const headers = [{ name: "Host", value: "orders.shop.example" }];
  const { exit } = await node(url, { method: "DELETE", headers, body: { type: "text", content: "$TEXT" } }).run({ TEXT: body }, { fetch });
  server.close();
  const head = raw.slice(0, -body.length).toLowerCase();
  assert.deepEqual([exit, ...head.match(/^(host|content-length|transfer-encoding): .*$/gm)].sort(), [`content-length: ${body.length}`, "default", "host: orders.shop.example"].sort());
});
