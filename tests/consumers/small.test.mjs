// Small bodies cross through the module's memory, where room for them is made as they come: of any length and in any
// order they are read as themselves, and nothing of an earlier one is.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { project } from "./project.mjs";

let consumer, api, node;

before(async () => {
  consumer = await project();
  api = await consumer.load();
  const mappings = ["first", "text", "last"].map((path) => ({ path, parameter: path.toUpperCase() }));
  node = new api.WebhookNode({
    version: 1, method: "GET", url: "https://shop.example/", response: { type: "json", mappings }, statusParameter: "CODE",
  });
});

after(() => consumer?.remove());

const bytesOf = (text) => new TextEncoder().encode(text);
const receive = (body) => node.receive({ status: 200, headers: [], body });

/** A body of so many bytes, and its values. */
function body(length, letter) {
  const around = JSON.stringify({ first: length, text: "", last: letter }).length;
  const values = { first: length, text: letter.repeat(length - around), last: letter };
  return { bytes: bytesOf(JSON.stringify(values)), values };
}

function reads({ bytes, values }) {
  const { exit, parameters, mappings } = receive(bytes);
  assert.deepEqual({ exit, parameters }, { exit: "default", parameters: { CODE: 200, FIRST: values.first, LAST: values.last, TEXT: values.text } });
  assert.deepEqual(mappings.map(({ raw }) => raw), [values.first, values.text, values.last].map((value) => JSON.stringify(value)));
}

it("reads bodies of any length, whatever came before", () => {
  const lengths = [60, 4095, 4096, 4097, 100, 65_535, 65_536, 65_537, 70, 200_000, 8192, 8193, 61];
  for (const length of [...lengths, ...lengths.toReversed()]) for (const letter of "ab") reads(body(length, letter));
});

it("reads them while the memory grows", () => {
  const documents = [];
  for (let round = 0; round < 8; round++) {
    reads(body(100 + round, "c"));
    documents.push(new api.ResponseDocument("json", body(3_000_000, "d").bytes));
    reads(body(100 + round, "e"));
  }
  for (const document of documents) document.free();
});

it("reads texts of all letters, and numbers of all lengths", () => {
  const texts = ["", "é", "日本語", "🎈🎈", 'a"b\\c/\b\f\n\r\t', "\u0000\u007f\u2028", "\ud800", "x".repeat(5000) + "é"];
  const numbers = [0, -0, 1, -1, 0.1, 123456789012345, 0.123456789012345, -98765.4321, 1e21, 1e-7, 5e-324, 1.7976931348623157e308];
  for (const value of [...texts, ...numbers, null, true, false, [], {}, [1, [2]], { a: { b: -0.5 } }]) {
    const { parameters, mappings } = receive(bytesOf(`{"first":${Object.is(value, -0) ? "-0" : JSON.stringify(value)},"text":1,"last":2}`));
    assert.deepEqual([parameters.FIRST, mappings[0].value], [value, value]);
    if (typeof value === "object" && value) assert.notEqual(parameters.FIRST, mappings[0].value);
  }
});

it("takes bytes as they are, whatever their object says", () => {
  const { bytes, values } = body(80, "f");
  class Long extends Uint8Array {
    get length() { return 60_000; }
    get byteLength() { return 60_000; }
  }
  reads({ bytes: new Long(bytes), values });
  reads({ bytes: Buffer.from(bytes), values });
  reads({ bytes: new Uint8Array([32, ...bytes, 32]).subarray(1, 81), values });
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  reads({ bytes: shared, values });
  const wrong = [Object.create(Uint8Array.prototype), Object.setPrototypeOf([1], Uint8Array.prototype), new Proxy(bytes, {})];
  for (const body of wrong) assert.throws(() => receive(body), (error) => error.code === "bad-response");
});
