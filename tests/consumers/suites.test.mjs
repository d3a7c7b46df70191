// The conformance suites, through the package: documents, paths with values and with normalized paths, and mappings of
// bodies that are taken whole, as text and from a stream.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, it } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { project } from "./project.mjs";

const vectors = new URL("../../crates/path/tests/vectors/", import.meta.url);

let consumer, api;

before(async () => {
  consumer = await project();
  api = await consumer.load();
});

after(() => consumer?.remove());

/** Fails with the names of all cases that a check has something to say of. */
function all(cases, check) {
  const wrong = cases.flatMap((each) => check(each).map((found) => `${each.name}: ${found}`));
  assert.deepEqual(wrong, []);
}

const nodeOf = (path) =>
  new api.WebhookNode({
    version: 1, method: "GET", url: "https://shop.example/",
    response: { type: "json", mappings: [{ path, parameter: "FOUND", optional: true }] },
  });

/** A response whose body arrives in pieces of so many bytes. */
function streamed(bytes, length) {
  let at = 0;
  const pull = (controller) => {
    if (at >= bytes.length) return controller.close();
    controller.enqueue(bytes.slice(at, (at += length)));
  };
  return new Response(new ReadableStream({ pull }));
}

it("passes the JSONPath Compliance Test Suite whole, in every way of asking", async () => {
  const { tests } = JSON.parse(await readFile(new URL("jsonpath/cts.json", vectors), "utf8"));
  assert.equal(tests.length, 703);
  all(tests, ({ selector, invalid_selector: invalid, document: body, ...expected }) => {
    const wrong = [];
    const problem = api.checkPath(selector);
    if (invalid) return problem ? [] : ["is taken for a path"];
    const document = new api.ResponseDocument("json", JSON.stringify(body));
    const { singular, nodes } = document.select(selector);
    document.free();
    const among = (found, one, several) => (several ?? [one]).some((each) => isDeepStrictEqual(found, each));
    const values = nodes.map((node) => node.value);
    const paths = nodes.map((node) => node.path);
    if (!among(values, expected.result, expected.results)) wrong.push(`values ${JSON.stringify(values)}`);
    if (!among(paths, expected.result_paths, expected.results_paths)) wrong.push(`paths ${JSON.stringify(paths)}`);
    if (problem) wrong.push(`is no path: ${problem.message}`);

    const node = nodeOf(selector);
    const outcome = node.receive({ status: 200, body: new TextEncoder().encode(JSON.stringify(body)) });
    node.free();
    const mapped = values.length === 0 ? undefined : singular ? values[0] : values;
    if (!isDeepStrictEqual(outcome.parameters.FOUND, mapped)) wrong.push(`mapped ${JSON.stringify(outcome.parameters)}`);
    return wrong;
  });
});

it("reads the JSON parsing suite as JSON.parse does, whole and from a stream", async () => {
  const folder = new URL("json/", vectors);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  assert.equal(names.length, 318);
  const node = nodeOf("$");
  const cases = [];
  for (const name of names) {
    const bytes = await readFile(new URL(encodeURIComponent(name), folder));
    const length = bytes.length > 1_000 ? 997 : 3;
    const run = await node.run({}, { fetch: async () => streamed(bytes, length) });
    cases.push({ name, bytes, run });
  }
  all(cases, ({ bytes, run }) => {
    const wrong = [];
    const expected = parsed(bytes);
    const outcome = node.receive({ status: 200, headers: [], body: new Uint8Array(bytes) });
    if (expected && outcome.exit !== "default") wrong.push(`refused: ${outcome.failure.message}`);
    if (!expected && outcome.failure?.reason !== "unreadable-body" && bytes.length > 0) wrong.push("is read");
    if (expected && !isDeepStrictEqual(outcome.parameters.FOUND, expected.value)) wrong.push("another value");
    if (!isDeepStrictEqual(outcome.parameters, run.parameters)) wrong.push("another value from a stream");
    if (outcome.failure?.message !== run.failure?.message) wrong.push(`from a stream: ${run.failure?.message}`);
    return wrong;
  });
});

/** What JSON.parse makes of bytes, where our limits take them as well: depth, and numbers that a double can hold. */
function parsed(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (/\[{513}/.test(text)) return undefined;
    return { value: digits(text, JSON.parse(text)) };
  } catch {
    return undefined;
  }
}

/** Numbers that a double would not hold are handed over as their digits. */
function digits(text, value) {
  if (typeof value === "number") {
    const [source] = text.match(/-?\d[\d.eE+-]*/);
    const isInteger = /^-?\d+$/.test(source);
    return !Number.isFinite(value) || (isInteger && !Number.isSafeInteger(value)) ? source : value;
  }
  if (Array.isArray(value) && value.length === 1) return [digits(text, value[0])];
  return value;
}
