// Object paths and documents that a machine makes up: the values and the normalized paths that json-p3 finds, and no path
// that it does not read. Where json-p3 departs from RFC 9535 is a list that fails both ways.
import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import fc from "fast-check";
import { departures, mended, untouched } from "./json_p3.mjs";
import { differing, project } from "./project.mjs";
import { damaged, documents, paths } from "./rfc9535.mjs";

let consumer, api;

before(async () => {
  consumer = await project();
  api = await consumer.load();
});

after(() => consumer?.remove());

/** What is selected, each value with its place, or `undefined` for what is no path. */
function ours(path, value) {
  if (api.checkPath(path)) return undefined;
  const document = new api.ResponseDocument("json", JSON.stringify(value));
  const { nodes } = document.select(path);
  document.free();
  return nodes.map(({ value, path }) => ({ value, path }));
}

const theirs = (query, value) =>
  query.query(value).nodes.map((node) => ({ value: node.value, path: node.getPath({ form: "canonical" }) }));

it("selects what json-p3 selects, at the same places", () => {
  const environment = mended();
  let found = 0, filtered = 0;
  const same = (value, path) => {
    const nodes = ours(path, value);
    assert.deepEqual(nodes, theirs(environment.compile(path), value));
    if (nodes.length > 0) found++;
    if (nodes.length > 0 && path.includes("?")) filtered++;
  };
  fc.assert(fc.property(documents, paths, same), { numRuns: 10_000 });
  assert.ok(found > 3_000 && filtered > 500, `${found} paths found something, ${filtered} of them with filters`);
});

it("takes no damaged path that json-p3 does not take", () => {
  const environment = mended();
  // Two of its departures: control characters as escapes, and numbers that begin with a zero.
  const departs = /\\u00[01]|(?<![\d.-])0[.eE]/;
  let taken = 0;
  const same = (path) => {
    if (departs.test(path) || ours(path, {}) === undefined) return;
    taken++;
    assert.doesNotThrow(() => environment.compile(path));
  };
  fc.assert(fc.property(damaged, same), { numRuns: 10_000 });
  assert.ok(taken > 1_000 && taken < 9_000, `${taken} of 10,000 are taken`);
});

it("knows where json-p3 departs from the RFC", () => {
  const environment = untouched();
  const said = (path, document) => {
    try {
      return environment.query(path, document).values();
    } catch (error) {
      return error.message;
    }
  };
  const rows = departures.flatMap(({ path, document, ...row }) => {
    const found = said(path, document);
    const their = typeof row.theirs === "string" && String(found).startsWith(row.theirs) ? row.theirs : found;
    return [[`${path}, ours`, ours(path, document)?.map((node) => node.value), row.ours], [`${path}, theirs`, their, row.theirs]];
  });
  assert.deepEqual(differing(rows), []);
});
