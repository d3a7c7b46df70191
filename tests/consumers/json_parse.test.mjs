// JSON that a machine makes up, whole and damaged: read or refused as JSON.parse does it, and with the same values, by a
// document and by a mapping. Numbers that a double would not hold are handed over as their digits.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import fc from "fast-check";
import { project } from "./project.mjs";

let consumer, api, node;

before(async () => {
  consumer = await project();
  api = await consumer.load();
  node = new api.WebhookNode({
    version: 1, method: "GET", url: "https://shop.example/",
    response: { type: "json", mappings: [{ path: "$", parameter: "FOUND" }] },
  });
});

after(() => consumer?.remove());

const any = (...list) => fc.constantFrom(...list);
const space = fc.oneof({ weight: 6, arbitrary: fc.constant("") }, { weight: 1, arbitrary: any(" ", "\n", "\t", "\r", "  ") });
/** Texts with space around them, joined. */
const spaced = (parts) => fc.array(fc.tuple(space, parts, space).map((made) => made.join("")), { maxLength: 4 }).map((made) => made.join(","));

const parts = ["a", "b", "é", "日", "🎈", "\u2028", "\u007f", "\ufeff", "\\n", '\\"', "\\\\", "\\/", "\\b", "\\u0041", "\\u00E9", "\\ud83c\\udf88", "\\ud800", "\\udc00x", "\\u0000", "/", "{", "]", ":", "'"];
const quoted = (most) => fc.array(any(...parts), { maxLength: most }).map((made) => `"${made.join("")}"`);
const names = fc.oneof(any('"a"', '"b"', '"\\u0061"', '""', '"0"', '"7"', '"__proto__"', '"constructor"', '"toString"'), quoted(2));

const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,20})?([eE][+-]?\d{1,3})?$/);
const numbers = fc.oneof(
  digits, fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), fc.bigInt(-(2n ** 70n), 2n ** 70n).map(String),
  any("-0", "0", "1E400", "-1e309", "5e-324", "1e-999", "9007199254740991", "9007199254740992", "-9007199254740993", "1.0", "12345678901234567890.0"),
);

const documents = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "medium", maxDepth: 6 }, any("null", "true", "false"), numbers, quoted(5), tie("array"), tie("object")),
  array: spaced(tie("value")).map((inside) => `[${inside}]`),
  object: spaced(fc.tuple(names, space, any(":", ": "), tie("value")).map((made) => made.join(""))).map((inside) => `{${inside}}`),
  root: fc.tuple(space, fc.oneof({ weight: 1, arbitrary: tie("value") }, { weight: 3, arbitrary: tie("object") }, { weight: 3, arbitrary: tie("array") }), space).map((made) => made.join("")),
})).root;

const bytesOf = (text) => new TextEncoder().encode(text);

/** The bytes of a document of which some are gone, others, or more. */
const damaged = fc.tuple(documents, fc.nat(), fc.nat(3), fc.oneof(any(..."{}[]:,\"\\-+.eE019 \n\u0001éau'/").map(bytesOf), fc.uint8Array({ maxLength: 3 }))).map(
  ([text, at, length, more]) => {
    const bytes = bytesOf(text);
    const place = at % (bytes.length + 1);
    return new Uint8Array([...bytes.slice(0, place), ...more, ...bytes.slice(place + length)]);
  },
);

const strict = new TextDecoder("utf-8", { fatal: true });

/** What JSON.parse reads, as a list of one, or an empty one. A number is put in quotes first where a double would not hold it. */
function expected(bytes) {
  try {
    const text = strict.decode(bytes);
    JSON.parse(text);
    const exact = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) => {
      const number = Number(token);
      const isHeld = /[.eE]/.test(token) ? Number.isFinite(number) : Number.isSafeInteger(number);
      return token.startsWith('"') || isHeld ? token : `"${token}"`;
    });
    return [JSON.parse(exact)];
  } catch {
    return [];
  }
}

function byDocument(bytes) {
  try {
    const document = new api.ResponseDocument("json", bytes);
    const { nodes } = document.select("$");
    document.free();
    return nodes.map((node) => node.value);
  } catch (error) {
    assert.equal(error.code, "unreadable-body", `${error}`);
    return [];
  }
}

function byMapping(bytes) {
  const { parameters, failure } = node.receive({ status: 200, body: bytes });
  if (!failure) return [parameters.FOUND];
  assert.equal(failure.reason, bytes.length === 0 ? "missing-value" : "unreadable-body", failure.message);
  return [];
}

/** How many of the cases are read. */
function agree(cases, numRuns) {
  let read = 0;
  const same = (bytes) => {
    const wanted = expected(bytes);
    read += wanted.length;
    assert.deepEqual(byDocument(bytes), wanted);
    assert.deepEqual(byMapping(bytes), wanted);
  };
  fc.assert(fc.property(cases, same), { numRuns });
  return read;
}

it("reads what JSON.parse reads, and the same in it", () => {
  assert.equal(agree(documents.map(bytesOf), 10_000), 10_000);
});

it("refuses of what is damaged what JSON.parse refuses, and nothing else", () => {
  const read = agree(damaged, 10_000);
  assert.ok(read > 1_000 && read < 9_000, `${read} of 10,000 are read`);
});
