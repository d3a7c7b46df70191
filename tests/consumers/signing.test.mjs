// signWebhook and verifyWebhook: the table of attacks that the core runs too, what is handed in wrongly, the caller's
// functions, and the examples of docs/signing.md.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, it } from "node:test";
import { differing, project } from "./project.mjs";
import { dice, jose, tokenOf } from "./tokens.mjs";

const secret = "a secret that is long enough";
const key = { apiKey: "key", secret };
const now = new Date(1_790_000_000_000);

let consumer, api;

before(async () => {
  consumer = await project();
  api = await consumer.load();
});

after(() => consumer?.remove());

/** The code of what a call throws, or what it gives. */
function came(work) {
  try {
    return work();
  } catch (error) {
    assert.ok(error instanceof api.SwitchhookError, `${error}`);
    assert.ok(!error.message.includes(secret), error.message);
    return error.code;
  }
}

const signed = (body, options) => api.signWebhook(body, key, { now, ...options });
const verified = (token, body, options, known = secret) => came(() => api.verifyWebhook(token, body, known, { now, ...options }).jti);

it("gives each token of the table what it deserves, and takes none that jose refuses", async () => {
  const rows = JSON.parse(await readFile(new URL("../../crates/core/tests/data/tokens.json", import.meta.url), "utf8"));
  const found = await Promise.all(rows.map(async (row) => {
    const { body, now = 1_790_000_030, maxAgeSeconds, toleranceSeconds } = row;
    const token = tokenOf(row, secret);
    const options = { now: new Date(now * 1000), maxAgeSeconds, toleranceSeconds };
    const jti = verified(token, body, options);
    if (jti === "j-1") {
      const { payload } = await jose.jwtVerify(token.replace(/^bearer */i, ""), Buffer.from(secret), {
        algorithms: ["HS256"], currentDate: options.now, maxTokenAge: maxAgeSeconds ?? 300, clockTolerance: toleranceSeconds ?? 60,
      });
      assert.deepEqual(api.verifyWebhook(token, body, secret, options), payload, row.name);
    }
    return [row.name, jti === "j-1" ? "holds" : jti, row.expect];
  }));
  assert.ok(found.length > 100);
  assert.deepEqual(differing(found), []);
});

it("signs what is sent, by the clock and with an id of its own", () => {
  const token = api.signWebhook("é", { ...key, applicationId: "app" }, { now, jti: "id" });
  const [header, claims] = token.split(".").map((part) => Buffer.from(part, "base64url").toString());
  assert.equal(header, '{"alg":"HS256","typ":"JWT"}');
  assert.equal(claims, '{"iss":"Vonage","iat":1790000000,"jti":"id","api_key":"key","application_id":"app",'
    + '"payload_hash":"4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"}');
  assert.equal(token.split(".")[2], createHmac("sha256", secret).update(token.slice(0, token.lastIndexOf("."))).digest("base64url"));

  const seconds = Date.now() / 1000;
  const { iat, jti, ...rest } = api.verifyWebhook(api.signWebhook(undefined, key), undefined, secret);
  assert.ok(iat >= Math.floor(seconds) && iat <= seconds + 5, `${iat}`);
  assert.match(jti, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(rest, { iss: "Vonage", api_key: "key" });
  assert.equal(new Set(Array.from({ length: 100 }, () => api.signWebhook("", key))).size, 100);
});

it("takes a body as text and as bytes", () => {
  const bytes = new TextEncoder().encode("-{é}-");
  const same = ["{é}", bytes.subarray(1, 5), Buffer.from("{é}"), bytes.slice(1, 5).buffer, new DataView(bytes.buffer, 1, 4)];
  for (const one of same) {
    const jti = verified(signed(one, { jti: "id" }), same[0]);
    assert.deepEqual([jti, ...same.map((other) => verified(signed("{é}", { jti: "id" }), other))], Array(6).fill("id"));
  }
  const none = [undefined, null, "", new Uint8Array()];
  assert.deepEqual(none.map((body) => verified(signed(undefined, { jti: "id" }), body)), Array(4).fill("id"));
  assert.deepEqual(none.map((body) => verified(signed("", { jti: "id" }), body)), Array(4).fill("id"));
  assert.deepEqual(none.map((body) => verified(signed("x"), body)), Array(4).fill("bad-payload"));
});

it("refuses what is handed in wrongly", () => {
  const token = signed("");
  const gone = new Uint8Array([1]);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  const trap = () => { throw new Error("trap"); };
  const cases = [
    ...[undefined, null, 7, {}, "", "Bearer", "a.b.c"].map((value) => ["bad-token", () => api.verifyWebhook(value, "", secret)]),
    ...[undefined, null, "", 7, {}, Promise.resolve(secret), Buffer.from(secret)].map((value) => ["bad-argument", () => api.verifyWebhook(token, "", value)]),
    ...[undefined, null, "", 7, {}, Promise.resolve(secret), new String(secret)].map((value) => ["unknown-key", () => api.verifyWebhook(token, "", () => value)]),
    ...[7, {}, [], true, gone].flatMap((value) => [["bad-argument", () => api.verifyWebhook(token, value, secret)], ["bad-argument", () => api.signWebhook(value, key)]]),
    ...[undefined, null, 7, "key", {}, { apiKey: "key" }, { secret }, { ...key, secret: "" }, { ...key, secret: 7 }, { ...key, apiKey: "" },
      { ...key, applicationId: "" }, { ...key, applicationId: 7 }, { ...key, get secret() { return trap(); } }].map((value) => ["bad-argument", () => api.signWebhook("", value)]),
    ...[NaN, -1, "300", {}].flatMap((value) => [{ maxAgeSeconds: value }, { toleranceSeconds: value }]).concat(
      [{ now: new Date(NaN) }, { now: new Date(-1) }, { now: 1_790_000_000 }, { now: "2026" }, { now: {} }, { seen: true }, 7, "x",
        { get now() { return trap(); } }, { get seen() { return trap(); } }, { get maxAgeSeconds() { return trap(); } }],
    ).map((options) => ["bad-options", () => api.verifyWebhook(token, "", secret, options)]),
    ...[{ now: new Date(NaN) }, { now: new Date(-1) }, { now: 1 }, { jti: "" }, { jti: 7 }, 7].map((options) => ["bad-options", () => api.signWebhook("", key, options)]),
  ];
  assert.deepEqual(differing(cases.map(([code, work], row) => [`${row} ${work}`, came(work), code])), []);
  assert.throws(() => api.signWebhook("", key, { now: 1_790_000_000_000 }), /now is a valid Date/);
  // Any number of seconds will do, and what is null is left out.
  assert.equal(verified(signed("", { jti: "id", now: new Date(0) }), "", { maxAgeSeconds: Infinity, toleranceSeconds: null }), "id");
});

it("asks the look-up once, after the algorithm and before all else", () => {
  const asked = [];
  const lookUp = (apiKey) => asked.push(apiKey) && secret;
  assert.equal(verified(signed("a", { jti: "id" }), "a", {}, lookUp), "id");
  assert.equal(verified(signed("a"), "b", {}, lookUp), "bad-payload");
  assert.deepEqual(asked, ["key", "key"]);
  for (const header of ['{"alg":"none"}', '{"alg":"RS256"}', '{"alg":"HS256","crit":[]}']) {
    assert.equal(verified(tokenOf({ header }, secret), "", {}, lookUp), "bad-token");
  }
  assert.equal(asked.length, 2);
  // What it throws passes through, whatever that is; and it may verify as well.
  for (const thrown of [new TypeError("no database"), "a text", undefined]) {
    let caught = "nothing";
    try {
      api.verifyWebhook(signed(""), "", () => { throw thrown; });
    } catch (error) {
      caught = error;
    }
    assert.equal(caught, thrown);
  }
  const nested = () => (verified(signed("x", { jti: "inner" }), "x") === "inner" ? secret : undefined);
  assert.equal(verified(signed("a", { jti: "outer" }), "a", {}, nested), "outer");
});

it("asks `seen` last, once the token holds", () => {
  const asked = [];
  const seen = (jti, claims) => asked.push([jti, claims]) > 1;
  const token = signed("a", { jti: "id" });
  for (const [body, options, known] of [["b", {}], ["a", { now: new Date(0) }], ["a", {}, "other"], ["a", {}, () => undefined]]) {
    verified(token, body, { seen, ...options }, known);
  }
  assert.deepEqual(asked, []);
  assert.equal(verified(token, "a", { seen }), "id");
  assert.deepEqual(asked, [["id", api.verifyWebhook(token, "a", secret, { now })]]);
  assert.equal(verified(token, "a", { seen }), "replayed");
  assert.equal(verified(token, "a", { seen: async () => false }), "bad-options");
  assert.throws(() => api.verifyWebhook(token, "a", secret, { now, seen() { throw new RangeError("no memory"); } }), RangeError);
});

it("hands claims over as JSON.parse has them, and changes no prototype", () => {
  const claims = '{"iat":1790000000,"jti":"j","api_key":"key","__proto__":{"polluted":1},"big":12345678901234567890,"half":"\\ud800"}';
  const found = api.verifyWebhook(tokenOf({ claims }, secret), "", secret, { now });
  assert.deepEqual(Object.keys(found), ["iat", "jti", "api_key", "__proto__", "big", "half"]);
  assert.deepEqual([found.big, found.half, {}.polluted, found.polluted], ["12345678901234567890", "\ud800", undefined, undefined]);
});

it("signs the query that a receiver reads out of the URL", async () => {
  const roll = dice(37);
  const pieces = ["a", "b=", "=", "&", "&&", "+", "%20", "%zz", "%F0%9F%98%80", "%ff", "?", "/", ";", "é", "😀", "'", '"', "[1]", "2=x", "#", "%23"];
  const text = (most) => Array.from({ length: roll(most) }, () => pieces[roll(pieces.length)]).join("");
  let hashed = 0;
  for (let count = 0; count < 1_000; count++) {
    const definition = {
      version: 1, method: "GET", url: `https://shop.example/?${text(8)}`, signing: { apiKey: "key" },
      query: Array.from({ length: roll(3) }, (_, place) => ({ name: text(4) || "n", value: place ? "$TEXT" : text(4) })),
    };
    let sent;
    const fetch = async (url, { headers }) => {
      sent = [new URL(url).searchParams, new Map(headers).get("Authorization")];
      return new Response("{}");
    };
    await new api.WebhookNode(definition).run({ TEXT: [text(3), `\u0001\u2028\u007f${text(3)}`] }, { secret, fetch });
    const [fields, token] = sent;
    const members = [...fields].map((field) => field.map((part) => JSON.stringify(part)).join(":"));
    const claims = api.verifyWebhook(token, members.length ? `{${members.join()}}` : undefined, secret);
    assert.equal("payload_hash" in claims, members.length > 0);
    hashed += members.length > 0;
  }
  assert.ok(hashed > 700, `${hashed}`);
});

it("runs the examples of docs/signing.md", async () => {
  const page = await readFile(new URL("../../docs/signing.md", import.meta.url), "utf8");
  const examples = [...page.matchAll(/```js\n([^]*?)```/g)].map(([, example]) => example);
  assert.equal(examples.length, 3);
  await consumer.write("shop.js", 'globalThis.fetch = async () => new Response("{}");');
  for (const example of examples) {
    const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, line]) => line);
    assert.ok(promised.length > 0, example);
    await consumer.write("example.js", example);
    const { stdout } = await consumer.node("--import", "./shop.js", "example.js");
    assert.deepEqual(stdout.trim().split("\n"), promised);
  }
  const definition = JSON.parse(page.match(/```json\n([^]*?)```/)[1]);
  assert.deepEqual(new api.WebhookNode({ version: 1, method: "GET", url: "https://a.example/", ...definition }).problems(), []);
});
