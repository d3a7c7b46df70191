// A secret that is easy to find again, wherever a node takes one: everything that comes out of the package is looked
// through for it, in every way in which it may be written there. (`tests/e2e/canary.spec.mjs` does so in the studio.)
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { inspect } from "node:util";
import { holds, SECRETS, WORD } from "./canary.mjs";
import { project } from "./project.mjs";

let consumer, api;

before(async () => {
  consumer = await project();
  api = await consumer.load();
});

after(() => consumer?.remove());

const mappings = [{ path: "id", parameter: "ID" }];
const requests = {
  "in every part": {
    url: "https://shop.example/$KEY?a=$KEY#$KEY", query: [{ name: "KEY" }, { name: "a$KEY", value: "x$KEY" }],
    headers: [{ name: "X-Key", value: "k=$KEY" }], auth: { type: "basic", username: "me", password: "$KEY" },
    body: { type: "json", content: '{"a": "$KEY", "b": $KEY}' },
  },
  "as a token": { url: "https://shop.example/", auth: { type: "bearer", token: "$KEY" }, body: { type: "text", content: "$KEY" } },
  "in a form": { url: "https://shop.example/", body: { type: "form", fields: [{ name: "KEY" }, { name: "a", value: "-$KEY" }] } },
  "in XML": { url: "https://shop.example/", body: { type: "xml", content: '<a b="$KEY">$KEY<![CDATA[$KEY]]></a>' } },
  "in HTML": { url: "https://shop.example/", body: { type: "html", content: '<p title="$KEY">$KEY</p>' } },
  "as a host": { url: "https://$KEY/" },
  "as a label of a host": { url: "https://$KEY.shop.example/" },
  "as a base": { url: "$KEY/orders" },
  "beside a signature": { url: "https://shop.example/$KEY", signing: { apiKey: "key" }, body: { type: "text", content: "$KEY" } },
};

/** All that a request says, as a careless server or runtime would say it. */
const everything = (url, init) => `${url} ${JSON.stringify([...new Headers(init.headers)])} ${init.body}`;
const endings = {
  answered: async () => new Response('{"id": 7}'),
  "nothing found": async () => new Response("{}"),
  "no exit": async () => new Response("{}", { status: 500 }),
  "a page": async () => new Response("<!doctype html><title>Oops</title>"),
  broken: async () => new Response('{"id": '),
  "a talkative failure": async (...request) => { throw new TypeError(everything(...request), { cause: new Error(everything(...request)) }); },
  "a failure that is text": async (...request) => { throw everything(...request); },
  moved: async (url) => new Response(null, { status: 302, headers: { location: `${url}&again` } }),
  "moved elsewhere": async (url) => new Response(null, { status: 307, headers: { location: `https://other.example/?from=${encodeURIComponent(url)}` } }),
};
const asking = {
  "not allowed": { allow: () => false },
  "an `allow` that says why": { allow: (url) => { throw new Error(`not ${url}`); } },
  "called off": { signal: AbortSignal.abort("closed") },
  "too large": { maxBytes: 1 },
};

/** Runs work: what it printed. */
async function printed(work) {
  const said = [];
  const kept = { ...console };
  for (const name of ["debug", "error", "info", "log", "trace", "warn"]) console[name] = (...words) => said.push(words.map((word) => inspect(word)).join(" "));
  try {
    await work();
  } finally {
    Object.assign(console, kept);
  }
  return said.join("\n");
}

/** Everything that can be asked of a node, and every way in which a run of it ends. */
async function* shown(definition, declared, values) {
  const attempt = (work) => {
    try {
      return work();
    } catch (error) {
      return `${error.message} ${error.stack} ${inspect(error, { depth: 9, showHidden: true })}`;
    }
  };
  const node = new api.WebhookNode({ version: 1, method: "POST", response: { type: "json", mappings }, ...definition }, declared);
  yield ["definition", node.definition];
  yield ["problems", [node.problems(), node.parameterUses(), node.missing(values)]];
  yield ["cURL command", attempt(() => node.toCurl(values))];
  const runs = [
    ...Object.entries(endings).map(([name, fetch]) => [name, { fetch }]),
    ...Object.entries(asking).map(([name, options]) => [name, { fetch: endings.answered, ...options }]),
  ];
  for (const [name, options] of runs) {
    const outcome = await node.run(values, { secret: SECRETS[0], ...options });
    yield [name, [outcome, outcome.failure?.message, await outcome.settled]];
  }
  node.free();
}

it("finds the secret in what is sent", () => {
  const declared = [{ name: "KEY", entity: "sys.any", secret: true }];
  const { request, toCurl } = api.WebhookNode.prototype;
  const node = new api.WebhookNode({ version: 1, method: "POST", ...requests["in every part"] }, declared);
  const sent = request.call(node, { KEY: WORD });
  // Each part by itself, so that the search is known to see it there.
  for (const part of [sent.url, sent.body, ...sent.headers.flat().filter((text) => /^(k=|Basic)/.test(text))]) assert.ok(holds(part), part);
  assert.ok(holds(toCurl.call(node, { KEY: WORD }, { secrets: true })));
  assert.ok(!holds(JSON.stringify(requests)));
});

it("shows it nowhere else", { timeout: 60_000 }, async () => {
  const found = [];
  let looked = 0;
  const said = await printed(async () => {
    for (const [place, definition] of Object.entries(requests)) {
      for (const KEY of SECRETS) {
        // Given by the conversation, or by the agent itself.
        for (const [value, values] of [[undefined, { KEY }], [KEY, {}]]) {
          const declared = [{ name: "KEY", entity: "sys.any", secret: true, ...(value === undefined ? {} : { value }) }];
          for await (const [where, what] of shown(definition, declared, values)) {
            looked += 1;
            const text = inspect(what, { depth: 12, showHidden: true, maxStringLength: null }) + JSON.stringify(what);
            if (holds(text)) found.push(`${place}, ${where}: ${text}`);
          }
        }
      }
    }
  });
  assert.ok(looked > 1_000, `${looked}`);
  assert.deepEqual(found, []);
  assert.ok(!holds(said), said);
});

it("shows no secret that signs", () => {
  const key = { apiKey: "key", secret: SECRETS[0] };
  const token = api.signWebhook("body", key);
  const thrown = (work) => {
    try {
      return JSON.stringify(work());
    } catch (error) {
      return `${error.message} ${inspect(error, { depth: 9, showHidden: true })}`;
    }
  };
  const said = [
    token, thrown(() => api.verifyWebhook(token, "body", SECRETS[0])), thrown(() => api.verifyWebhook(token, "other", SECRETS[0])),
    thrown(() => api.verifyWebhook(`${token}x`, "body", () => SECRETS[0])), thrown(() => api.signWebhook("body", { ...key, apiKey: "" })),
    thrown(() => api.verifyWebhook(token, "body", () => [SECRETS[0]])), thrown(() => api.signWebhook("body", { ...key, secret: [SECRETS[0]] })),
  ];
  assert.deepEqual(said.filter(holds), []);
});
