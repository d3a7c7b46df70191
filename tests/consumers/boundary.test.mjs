// What goes over the boundary and comes back: problems, errors, values, bytes.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, it } from "node:test";
import { runInNewContext } from "node:vm";
import { differing, project } from "./project.mjs";

let consumer, api;

before(async () => {
  consumer = await project();
  api = await consumer.load();
});

after(() => consumer?.remove());

const plain = (more) => ({ version: 1, method: "GET", url: "https://shop.example/orders", ...more });

/** What a call throws: the error's own members in one line. */
function thrown(work) {
  try {
    work();
    return "nothing";
  } catch (error) {
    assert.ok(error instanceof api.SwitchhookError && error instanceof Error, `${error}`);
    assert.ok(Array.isArray(error.problems));
    return error.code;
  }
}

it("lists every error of a definition, with pointer and UTF-16 range", () => {
  const broken = {
    version: 1, method: "GET", url: "https://shop.example/", timeoutSeconds: 30,
    headers: [{ name: "bad name", value: "x" }],
    body: { type: "json", content: "{}" },
    response: { type: "json", mappings: [{ path: "😀.items[", parameter: "ITEMS" }, { path: "a", parameter: "1st" }] },
    routes: [{ status: "4xx" }, { status: "99" }, { status: "4xx" }],
  };
  for (const given of [broken, JSON.stringify(broken)]) {
    try {
      new api.WebhookNode(given);
      assert.fail("it was taken");
    } catch (error) {
      assert.equal(error.code, "invalid-definition");
      const found = error.problems.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`).sort();
      assert.deepEqual(found, [
        "error bad-header-name /headers/0/name",
        "error bad-parameter-name /response/mappings/1/parameter",
        "error bad-path /response/mappings/0/path",
        "error bad-status /routes/1/status",
        "error body-with-get /body",
        "error duplicate-status /routes/2/status",
        "error timeout-out-of-range /timeoutSeconds",
      ]);
      const { range, message } = error.problems.find(({ code }) => code === "bad-path");
      // The emoji is two units: the bracket stands at 8.
      assert.deepEqual(range, { start: 8, end: 9 });
      assert.ok(error.message.includes(message));
    }
  }
});

it("gives warnings, and what the declarations make visible", () => {
  const url = "https://shop.example/é😀/$order/{{id}}";
  const node = new api.WebhookNode(plain({ url, query: [{ name: "lang" }] }), [{ name: "ORDER", entity: "sys.any" }, { name: "N", entity: "sys.nope" }]);
  const found = node.problems().map(({ severity, code, pointer, range }) =>
    [severity, code, pointer, range && url.slice(range.start, range.end)]);
  assert.deepEqual(found.sort(), [
    ["error", "unknown-parameter", "/query/0/value", undefined],
    ["warning", "foreign-syntax", "/url", "{{id}}"],
    ["warning", "other-case", "/url", "$order"],
    ["warning", "unknown-entity", "", undefined],
  ]);
  assert.deepEqual(node.parameterUses(), [
    { name: "order", readBy: ["/url"], writtenBy: [] },
    { name: "lang", readBy: ["/query/0/value"], writtenBy: [] },
  ]);
  assert.deepEqual(new api.WebhookNode(plain()).problems(), []);
});

it("gives the definition back with its defaults, as a copy", () => {
  const node = new api.WebhookNode(plain());
  const { definition } = node;
  assert.deepEqual(definition, {
    version: 1, method: "GET", url: "https://shop.example/orders", query: [], headers: [], async: false,
    timeoutSeconds: 10, response: { type: "json", mappings: [] }, routes: [],
  });
  definition.url = "changed";
  assert.equal(node.definition.url, "https://shop.example/orders");
  assert.deepEqual(new api.WebhookNode(node.definition).definition, node.definition);
});

it("keeps what it does not know, as data", () => {
  const text = `{"x": 12345678901234567890, "version": 1, "__proto__": {"polluted": true}, "method": "GET", "a/b": [null, 1.50],
    "url": "https://shop.example/", "query": [{"name": "a", "value": "1", "__proto__": {"polluted": true}, "note": {"é😀": 1}}]}`;
  const node = new api.WebhookNode(text);
  const { definition } = node;
  const found = node.problems().map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
  assert.deepEqual(found, ["/x", "/__proto__", "/a~1b", "/query/0/__proto__", "/query/0/note"].map((pointer) => `warning unknown-member ${pointer}`));
  // Digits that a double would lose are text, as everywhere.
  assert.equal(definition.x, "12345678901234567890");
  assert.deepEqual([definition["a/b"], definition.query[0].note], [[null, 1.5], { "é😀": 1 }]);
  for (const object of [definition, definition.query[0]]) {
    assert.equal(Object.getPrototypeOf(object), Object.prototype);
    assert.deepEqual([object.polluted, Object.getOwnPropertyDescriptor(object, "__proto__").value], [undefined, { polluted: true }]);
  }
  assert.equal({}.polluted, undefined);
  assert.deepEqual(new api.WebhookNode(definition).definition, definition);
});

it("takes the definitions that the schema's table takes, and no others", async () => {
  const rows = JSON.parse(await readFile(new URL("../../crates/core/tests/data/definitions.json", import.meta.url), "utf8"));
  const taken = (definition) => thrown(() => new api.WebhookNode(definition));
  const expected = ({ valid }) => (valid ? "nothing" : "invalid-definition");
  const text = (definition) => taken(typeof definition === "string" ? definition : JSON.stringify(definition));
  assert.ok(rows.length > 100);
  assert.deepEqual(differing(rows.flatMap((row) => [
    [row.name, taken(row.definition), expected(row)], [`${row.name}, as text`, text(row.definition), expected(row)],
  ])), []);
});

it("makes a request that fits `new Request`", async () => {
  const node = new api.WebhookNode(plain({
    method: "PUT", headers: [{ name: "X-Name", value: "$NAME" }], body: { type: "form", fields: [{ name: "NAME" }] },
  }));
  assert.deepEqual(node.missing(), ["NAME"]);
  assert.deepEqual(node.missing({ NAME: "" }), []);
  assert.equal(thrown(() => node.request()), "missing-parameters");
  assert.equal(thrown(() => node.request({ NAME: "a\nb" })), "invalid-request");
  const request = node.request({ NAME: "Zoë 😀" });
  const made = new Request(request.url, request);
  assert.equal(made.method, "PUT");
  assert.equal(Buffer.from(made.headers.get("x-name"), "latin1").toString(), "Zoë 😀");
  assert.equal(await made.text(), "NAME=Zo%C3%AB+%F0%9F%98%80");
});

it("maps a response from elsewhere, whatever its body and headers are made of", () => {
  const mappings = [{ path: "id", parameter: "ID" }, { path: "x-kind", parameter: "KIND", from: "header" }];
  const node = new api.WebhookNode(plain({ response: { type: "json", mappings } }));
  const text = '{"id": "Zoë 😀"}';
  const bytes = Buffer.from(`--${text}--`).subarray(2, -2);
  const headers = [["X-Kind", "a"], ["x-kind", "b"]];
  const foreign = runInNewContext("Uint8Array.from(bytes)", { bytes: [...bytes] });
  const bodies = {
    text, bytes, foreign, buffer: new Uint8Array(bytes).buffer, "foreign buffer": foreign.buffer,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
  const rows = Object.entries(bodies).map(([name, body]) => {
    const { exit, parameters } = node.receive({ status: 200, headers, body });
    return [name, [exit, parameters], ["default", { ID: "Zoë 😀", KIND: "a, b" }]];
  });
  const other = [["Headers", new Headers(headers)], ["Map", new Map([["X-KIND", "a, b"]])]];
  rows.push(...other.map(([name, headers]) => [name, node.receive({ status: 200, headers, body: text }).parameters.KIND, "a, b"]));
  assert.deepEqual(differing(rows), []);
});

it("asks a response once for what it takes", () => {
  const node = new api.WebhookNode(plain({ response: { type: "json", mappings: [{ path: "id", parameter: "ID" }] } }));
  const statuses = [200, 70_000];
  const outcome = node.receive({ get status() { return statuses.shift(); }, body: Buffer.from('{"id": 7}') });
  assert.deepEqual([outcome.status, outcome.parameters], [200, { ID: 7 }]);
});

it("reads text as text, whatever encoding it declares", () => {
  const node = (type) => new api.WebhookNode(plain({ response: { type, mappings: [{ path: "a", parameter: "A" }] } }));
  const declared = (encoding) => `<?xml version="1.0" encoding="${encoding}"?><a>é😀</a>`;
  const bodies = [
    ...["utf-8", "ISO-8859-1", "utf-16", "koi8-r"].map((encoding) => ["xml", declared(encoding)]),
    ["xml", `\uFEFF${declared("latin1")}`], ["xml", '<?xml-stylesheet encoding="latin1"?><a>é😀</a>'],
    ["json", '{"a": "é😀"}'], ["json", '\uFEFF{"a": "é😀"}'],
  ];
  const rows = bodies.map(([type, body]) => [body, node(type).receive({ status: 200, body }).parameters.A, "é😀"]);
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', "latin1");
  rows.push(["latin1 as bytes", node("xml").receive({ status: 200, body: latin }).parameters.A, "é"]);
  rows.push(["no text", node("xml").receive({ status: 200, body: "" }).mappings[0].state, "missing"]);
  assert.deepEqual(differing(rows), []);
});

it("refuses what is of the wrong kind, and says so", async () => {
  const node = new api.WebhookNode(plain({ url: "https://shop.example/$A" }));
  const circle = {};
  circle.self = circle;
  const gone = new Uint8Array(4);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  const trap = () => { throw new Error("trap"); };
  const deep = JSON.parse("[".repeat(600) + "]".repeat(600));
  const cases = [
    ...[undefined, null, 5, [], "{", "[]", circle, { version: 1n }, {}].map((value) => ["invalid-definition", () => new api.WebhookNode(value)]),
    ...[5, {}, [5], [{}], [{ name: "A", entity: 5 }], [{ name: "A", entity: "sys.any", value: 1n }],
      [{ get name() { return trap(); } }], [{ name: "A", entity: "sys.any", secret: "yes" }]].map((value) =>
      ["bad-declarations", () => new api.WebhookNode(plain(), value)]),
    ...[5, "x", [1], circle, { A: 1n }, { A: deep }, () => 1].map((value) => ["bad-values", () => node.missing(value)]),
    ...[undefined, {}, { status: 200 }, { status: "200", body: "" }, { status: 20.5, body: "" }, { status: 200, body: {} },
      { status: 200, body: [1] }, { status: 200, body: "", headers: { a: "b" } }, { status: 200, body: "", headers: [["a", 1]] },
      { status: 200, body: gone }, { status: 200, body: gone.buffer }, { get status() { return trap(); } },
      { status: 200, body: "", headers: { [Symbol.iterator]: () => ({ next: trap }) } },
      { status: 200, body: new Proxy({}, { get: trap }) }, { status: 200, body: "", get headers() { return trap(); } },
    ].map((value) => ["bad-response", () => node.receive(value)]),
    ["invalid-definition", () => new api.WebhookNode(plain({ signing: { apiKey: "" } }))],
    ["bad-path", () => new api.ResponseDocument("json", "{}").select("a[")],
    ["bad-argument", () => new api.ResponseDocument("json", "{}").select(7)],
    ["bad-argument", () => new api.ResponseDocument("yaml", "")],
    ["bad-argument", () => new api.ResponseDocument("json", 5)],
    ["bad-argument", () => new api.ResponseDocument("json", gone)],
    ["bad-argument", () => api.checkPath()],
    ["unreadable-body", () => new api.ResponseDocument("xml", "<a>")],
    ["bad-curl", () => api.WebhookNode.fromCurl("curl")],
    ["bad-argument", () => api.WebhookNode.fromCurl()],
    ["bad-values", () => node.toCurl(5)],
    ...[5, { secrets: "yes" }, { get secrets() { return trap(); } }].map((value) => ["bad-options", () => node.toCurl({ A: 1 }, value)]),
  ];
  assert.deepEqual(differing(cases.map(([code, work]) => [`${work}`, thrown(work), code])), []);
  for (const options of [5, { fetch: 5 }, { signal: {} }, { maxBytes: -1 }, { maxBytes: "1" }, { allow: true }, { secret: 5 }, { waitUntil: 5 }]) {
    await assert.rejects(node.run({ A: 1 }, options), (error) => error.code === "bad-options", JSON.stringify(options));
  }
  // An option that cannot be read does not count as left out: `allow` would let everything through.
  for (const name of ["fetch", "signal", "secret", "maxBytes", "allow", "waitUntil"]) {
    const options = Object.defineProperty({ fetch: () => assert.fail("it was sent") }, name, { get: trap });
    await assert.rejects(node.run({ A: 1 }, options), (error) => error.code === "bad-options" && /trap/.test(error.message), name);
  }
  // The reference has them all.
  const reference = await readFile(new URL("../../docs/problems.md", import.meta.url), "utf8");
  const codes = [...new Set(cases.map(([code]) => code)), "bad-options", "missing-parameters", "invalid-request", "freed", "lost", "not-loaded", "too-complex"];
  assert.deepEqual(codes.filter((code) => !reference.includes(`<a id="error-${code}"></a>`)), []);
  // None of that left the objects locked.
  node.free();
});

it("says which declaration is wrong", () => {
  const good = { name: "A", entity: "sys.any" };
  const cases = [
    [{}, "this is no list"],
    [[good, 5], "of number 1, only an object is a declaration"],
    [[good, { name: 5, entity: "sys.any" }], "of number 1, the name is no string"],
    [[{ name: "A" }], "of number 0, the entity is no string"],
    [[good, good, { ...good, secret: 1 }], "of number 2, `secret` is neither true nor false"],
  ];
  for (const [given, why] of cases) {
    const message = `The declarations are a list of { name, entity, value?, secret? }: ${why}.`;
    assert.throws(() => new api.WebhookNode(plain(), given), { code: "bad-declarations", message });
  }
});

it("counts ranges in time, however many problems there are", () => {
  const content = "é😀 {{name}} ".repeat(4_000);
  const query = Array.from({ length: 4_000 }, (_, index) => ({ name: `n${index}`, value: "é😀 {{name}}" }));
  const node = new api.WebhookNode(plain({ method: "POST", query, body: { type: "text", content } }));
  const started = performance.now();
  const problems = node.problems();
  assert.ok(performance.now() - started < 2_000, `${performance.now() - started} ms`);
  const quoted = problems.map(({ pointer, range }) => (pointer === "/body/content" ? content : query[0].value).slice(range.start, range.end));
  assert.deepEqual([...new Set(quoted)], ["{{name}}"]);
  assert.ok(problems.length >= 1_000, `${problems.length} problems`);
});

it("says of a freed object that it was freed", () => {
  const node = new api.WebhookNode(plain());
  const document = new api.ResponseDocument("json", "{}");
  for (const object of [node, document]) {
    object.free();
    object.free();
    object[Symbol.dispose]();
  }
  const uses = [() => node.definition, () => node.problems(), () => node.request(), () => document.select("a"), () => document.suggest("")];
  assert.deepEqual(uses.map(thrown), uses.map(() => "freed"));
});

it("reads own properties only, and never sets a prototype", () => {
  const node = new api.WebhookNode(plain({ url: "https://shop.example/$toString/$A" }));
  assert.deepEqual(node.missing(Object.create({ A: 1 })), ["toString", "A"]);
  assert.deepEqual(node.missing({ A: undefined, toString: 5 }), ["A"]);
  assert.deepEqual(node.missing(Object.assign(Object.create(null), { A: 1, toString: 2 })), []);
  for (const name of ["__proto__", "constructor", "prototype"]) {
    const mappings = [{ path: "a", parameter: name }];
    assert.equal(thrown(() => new api.WebhookNode(plain({ response: { type: "json", mappings } }))), "invalid-definition");
  }
  const whole = new api.WebhookNode(plain({ response: { type: "json", mappings: [{ path: "$", parameter: "ALL" }] } }));
  const { parameters } = whole.receive({ status: 200, body: '{"__proto__": {"polluted": true}}' });
  assert.equal(parameters.ALL.polluted, undefined);
  assert.deepEqual(Object.keys(parameters.ALL), ["__proto__"]);
  assert.equal({}.polluted, undefined);
});

it("keeps the digits that JavaScript would lose", () => {
  const mappings = [{ path: "$", parameter: "ALL" }];
  const node = new api.WebhookNode(plain({ response: { type: "json", mappings } }));
  const outcome = node.receive({ status: 200, body: '{"big": [9007199254740993, -1e999], "small": 9007199254740991, "tenth": 0.10}' });
  assert.deepEqual(outcome.parameters.ALL, { big: ["9007199254740993", "-1e999"], small: 9007199254740991, tenth: 0.1 });
  assert.ok(outcome.mappings[0].raw.includes("0.10"));
  const definition = plain({ response: { type: "json", mappings: [{ path: "a", parameter: "A", otherwise: 0 }] } });
  const text = JSON.stringify(definition).replace('"otherwise":0', '"otherwise":9007199254740993');
  assert.equal(new api.WebhookNode(text).definition.response.mappings[0].otherwise, "9007199254740993");
});

it("looks into documents", () => {
  const document = new api.ResponseDocument("json", new TextEncoder().encode('{"data": {"id": 12345678901234567890, "full name": "Ada"}}'));
  assert.deepEqual(document.select("data.id"), {
    singular: true, nodes: [{ value: "12345678901234567890", raw: "12345678901234567890", path: "$['data']['id']" }],
  });
  assert.deepEqual(document.select("data.nothing"), { singular: true, nodes: [] });
  assert.deepEqual(document.suggest("data.").map(({ path, kind }) => `${path} ${kind}`), ["data.id number", "data['full name'] string"]);
  assert.equal(document.suggest("data.", 1).length, 1);
  const xml = new api.ResponseDocument("xml", "<note><to>Tove</to></note>");
  assert.equal(xml.select("note.to").nodes[0].value, "Tove");
  assert.equal(api.checkPath("data.items[0]['a b']"), undefined);
  const problem = api.checkPath("😀[");
  assert.deepEqual([problem.severity, problem.code, problem.pointer, problem.range], ["error", "bad-path", "", { start: 2, end: 3 }]);
});

it("looks into no body of more than 32 MiB", () => {
  const node = new api.WebhookNode(plain({ response: { type: "json", mappings: [{ path: "[0]", parameter: "FIRST" }] } }));
  const body = (length) => new Uint8Array(length).fill(0x20).fill(0x31, 1, 2).fill(0x5b, 0, 1).fill(0x5d, length - 1);
  const most = 32 * 1024 * 1024;
  assert.equal(node.receive({ status: 200, body: body(most) }).parameters.FIRST, 1);
  for (const large of [body(most + 1), " ".repeat(most + 1)]) {
    const { exit, status, failure, mappings } = node.receive({ status: 200, body: large });
    assert.deepEqual([exit, status, failure.reason, mappings[0].state], ["failed", 200, "too-large", "not-run"]);
  }
  node.free();
});
