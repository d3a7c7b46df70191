// The relay of the development server, from a page that it serves, with the fetch that docs/relay.md has for it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, it } from "node:test";
import { nastyServer } from "./nasty.mjs";
import { openPage } from "./page.mjs";
import { differing, sampleServer } from "./project.mjs";

let server, nasty, opened;

before(async () => {
  const guide = await readFile(new URL("../../docs/relay.md", import.meta.url), "utf8");
  const [, recipe] = guide.match(/```js\n([^]*?)const outcome/);
  const serve = async (folder) => (server = await sampleServer(folder));
  [opened, nasty] = await Promise.all([openPage(serve), nastyServer()]);
  await opened.consumer.write("relay.js", recipe.replace("const throughRelay", "export const throughRelay"));
});

after(async () => {
  await opened?.close();
  nasty?.stop();
});

/** Runs a node through the relay. */
const run = (definition, { abortAfter, maxBytes } = {}) => opened.page.evaluate(async ([definition, abortAfter, maxBytes]) => {
  const { throughRelay } = await import("/relay.js");
  const node = new switchhook.WebhookNode({ version: 1, method: "GET", ...definition });
  const signal = abortAfter ? AbortSignal.timeout(abortAfter) : undefined;
  const outcome = await node.run({}, { fetch: throughRelay("/relay"), signal, maxBytes });
  node.free();
  return JSON.parse(JSON.stringify(outcome));
}, [definition, abortAfter, maxBytes]);

it("shows a page what its browser hides", async () => {
  const id = { response: { type: "json", mappings: [{ path: "id", parameter: "ID" }] } };
  const moved = (status, to) => `${nasty.origin}/moved/${status}/${encodeURIComponent(to)}`;
  const rows = [
    ["a 3xx route", { url: moved(307, "/order"), routes: [{ status: "3xx" }] }, ["3xx", 307]],
    ["a redirect", { url: moved(302, "/order"), ...id }, ["default", 200, 7, `${nasty.origin}/order`]],
    ["a circle", { url: `${nasty.origin}/loop` }, ["failed", "redirect"]],
    ["no CORS", { url: `${server.origin.replace("127.0.0.1", "localhost")}/sample/nocors` }, ["default", 200]],
    ["gzip", { url: `${nasty.origin}/packed/gzip`, ...id }, ["default", 200, 7]],
    ["one byte at a time", { url: `${nasty.origin}/bytes`, ...id }, ["default", 200, 7]],
    ["nothing", { url: `${nasty.origin}/empty/304`, routes: [{ status: "304" }] }, ["304", 304]],
    ["half a body", { url: `${nasty.origin}/half` }, ["failed", "network"]],
    ["a bomb", { url: `${nasty.origin}/bomb/zeros` }, ["failed", "too-large"], { maxBytes: 1 << 20 }],
    ["silence", { url: `${nasty.origin}/silent` }, ["failed", "aborted"], { abortAfter: 300 }],
  ];
  const got = await Promise.all(rows.map(async ([name, definition, want, options]) => {
    const { exit, failure, status, parameters, finalUrl } = await run(definition, options);
    return [name, [exit, failure?.reason ?? status, parameters.ID, finalUrl].filter((part) => part !== undefined), want];
  }));
  assert.deepEqual(differing(got), []);
});

it("sends headers that a page may not set", async () => {
  const names = ["cookie", "origin", "user-agent", "referer", "host"];
  const mappings = names.map((name) => ({ path: `headers['${name}']`, parameter: name.replace("-", "_") }));
  const values = ["a=b", "https://shop.example", "curl/8", "https://shop.example/", "shop.example"];
  const { parameters } = await run({
    method: "PUT", url: `${nasty.origin}/echo`, headers: names.map((name, index) => ({ name, value: values[index] })),
    body: { type: "text", content: "é😀" }, response: { type: "json", mappings: [...mappings, { path: "body", parameter: "BODY" }] },
  });
  assert.deepEqual(names.map((name) => parameters[name.replace("-", "_")]), values);
  assert.equal(parameters.BODY, "é😀");
});

it("says why there is no answer", async () => {
  const { failure } = await run({ url: "http://127.0.0.1:9/" });
  assert.deepEqual([failure.reason, /^No answer: Nobody answers at 127\.0\.0\.1:9: /.test(failure.message)], ["network", true], failure.message);
});

it("is closed to pages of other origins", async () => {
  // The same server under its other name: another origin.
  const relay = `${server.origin.replace("127.0.0.1", "localhost")}/relay`;
  const before = nasty.asked.length;
  const outcomes = await opened.page.evaluate(async ([relay, url]) => {
    const head = encodeURIComponent(JSON.stringify({ method: "GET", url, headers: [] }));
    const tries = [
      { method: "POST", headers: { "X-Switchhook-Relay": head } },
      { method: "POST", headers: { "X-Switchhook-Relay": head }, mode: "no-cors" },
      { method: "POST", body: head, mode: "no-cors" },
    ];
    return Promise.all(tries.map((init) => fetch(relay, init).then(({ type, status }) => `${type} ${status}`, ({ name }) => name)));
  }, [relay, `${nasty.origin}/order`]);
  assert.deepEqual(outcomes, ["TypeError", "opaque 0", "opaque 0"]);
  assert.equal(nasty.asked.length, before, "nothing was sent on");
});
