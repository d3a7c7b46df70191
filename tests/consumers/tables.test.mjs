// The core's tables of requests and outcomes, through the package: the rows that its own tests run natively and on wasm32.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, it } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { differing, project } from "./project.mjs";

const data = new URL("../../crates/core/tests/data/", import.meta.url);
const table = async (name) => JSON.parse(await readFile(new URL(name, data), "utf8"));

let consumer, api;

before(async () => {
  consumer = await project();
  api = await consumer.load();
});

after(() => consumer?.remove());

/** A problem in one line as the tables have it, its range in bytes. */
const line = (definition) => ({ code, pointer, range }) => {
  if (!range) return `${code} ${pointer}`;
  const text = pointer.split("/").slice(1).reduce((value, step) => value[step], definition);
  const bytes = (end) => Buffer.byteLength(text.slice(0, end));
  return `${code} ${pointer} ${bytes(range.start)}..${bytes(range.end)}`;
};

/** What came of a row, and what should have. */
function asked({ name, definition, declarations, values, expect, failure, parameters, says, problems }) {
  let node;
  try {
    node = new api.WebhookNode({ version: 1, ...definition }, declarations);
  } catch (error) {
    const found = error.problems.map(line(definition));
    return [name, [error.code, found], ["invalid-definition", problems ?? found]];
  }
  try {
    if (problems) assert.deepEqual(node.problems().map(line(definition)), problems, name);
    const request = node.request(values);
    const found = Object.fromEntries(Object.keys(expect ?? {}).map((key) => [key, request[key]]));
    return [name, [found], [expect ?? {}]];
  } catch ({ code, message }) {
    const named = (parameters ?? []).map((parameter) => `$${parameter}`).concat(says ?? []);
    return [name, [code, ...named.filter((part) => !message?.includes(part))], [failure]];
  } finally {
    node.free();
  }
}

it("makes the requests of the tables, and refuses what they refuse", async () => {
  const names = (await readdir(new URL("requests/", data))).filter((name) => name.endsWith(".json"));
  assert.equal(names.length, 7);
  for (const name of names) {
    assert.deepEqual(differing((await table(`requests/${name}`)).map(asked)), [], name);
  }
});

function nodeOf({ type = "json", mappings = [], routes = [], statusParameter, declarations }) {
  return new api.WebhookNode({
    version: 1, method: "GET", url: "https://shop.example/", statusParameter,
    response: { type, mappings }, routes: routes.map((status) => ({ status })),
  }, declarations);
}

/** What an outcome says of a row's expectations. */
function found(row, outcome) {
  const members = Object.keys(row.expect).map((key) => [key, outcome[key]]);
  const { reason, parameters, message = "" } = outcome.failure ?? {};
  return { ...Object.fromEntries(members), reason, about: row.about && parameters, says: message.includes(row.says ?? "") };
}

/** Rows that came out in another way, whatever the order of members. */
const wrong = (rows) => differing(rows).filter(({ got, want }) => !isDeepStrictEqual(plain(got), plain(want)));

const plain = (value) => JSON.parse(JSON.stringify(value));

const expected = (row) => ({ ...row.expect, reason: row.failure, about: row.about, says: true });

const bodyOf = ({ body, nested }) => body ?? "[".repeat(nested) + "]".repeat(nested);

// A fallback is written by the definition, where a misfit is an error: that row is the core's alone.
const rowsOf = async () => (await table("outcomes.json")).filter(({ name }) => name !== "a fallback that does not fit");

it("has the outcomes of the table, as text and as bytes", async () => {
  const rows = (await rowsOf()).flatMap((row) => {
    const { status, headers } = row.response;
    const node = nodeOf(row);
    const text = bodyOf(row.response);
    return [text, new TextEncoder().encode(text)].map((body) => [row.name, found(row, node.receive({ status, headers, body })), expected(row)]);
  });
  assert.deepEqual(wrong(rows), []);
});

it("has the same outcomes of what a server answers", async () => {
  const rows = [];
  for (const row of await rowsOf()) {
    const { status, headers } = row.response;
    // What was not followed is another test's, and a 204 has no body.
    if (status >= 300 && status < 400) continue;
    const fetch = async () => new Response(status === 204 ? null : bodyOf(row.response), { status, headers });
    const outcome = await nodeOf(row).run({}, { fetch });
    rows.push([row.name, found(row, outcome), expected(row)]);
  }
  assert.deepEqual(wrong(rows), []);
});
